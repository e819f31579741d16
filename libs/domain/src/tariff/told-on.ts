import { type TariffObservation } from '../shared/observation';
import { type Day } from '../shared/primitives';

/** The day on which a step was announced or threatened: the one told, else that of the report. */
export const toldOn = ({ announcedOn }: TariffObservation, saidOn: Day): Day =>
  announcedOn !== undefined && announcedOn < saidOn ? announcedOn : saidOn;
