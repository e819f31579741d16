import { type Rule } from '../rule';
import { entityListings } from './entity-listing';
import { exportControls } from './export-control';
import { chipsFreed, suppliesFreed } from './export-freed';
import { exportsBarred } from './exports-barred';
import { buyingForbidden } from './buying-forbidden';
import { importBans } from './import-ban';
import { investigations } from './investigation';
import { investmentLimits } from './investment';
import { manipulatorLabel, nonTariffSteps, smallParcels, tradeComplaint } from './other';
import { licences } from './licences';
import { productsBarred } from './products-barred';
import { answers } from './answer';
import { films } from './films';
import { anaphors } from './anaphor';
import { atTheBorder } from './at-the-border';
import { cutOff } from './cut-off';
import { firmBans } from './firm-ban';
import { switchedOn } from './switched-on';
import { tiktok } from './tiktok';
import { affiliatesRule } from './listed-affiliates';
import { listingEased } from './listing-eased';
import { portFees } from './port-fee';
import { buying, purchases } from './purchase';
import { sanctions } from './sanction';
import { tariffRelief } from './tariff-relief';
import { studentsWelcome, visas } from './visa';

export const measureRules: readonly Rule<'measure'>[] = [
  exportControls,
  exportsBarred,
  licences,
  suppliesFreed,
  chipsFreed,
  entityListings,
  affiliatesRule,
  listingEased,
  importBans,
  buyingForbidden,
  productsBarred,
  investigations,
  investmentLimits,
  portFees,
  buying,
  purchases,
  sanctions,
  visas,
  nonTariffSteps,
  smallParcels,
  manipulatorLabel,
  tradeComplaint,
  tariffRelief,
  answers,
  films,
  anaphors,
  atTheBorder,
  cutOff,
  firmBans,
  tiktok,
  switchedOn,
  studentsWelcome,
];
