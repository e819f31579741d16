import { type Rule } from '../rule';
import { atWork } from './at-work';
import { deniedContact } from './denied';
import { ellipsis } from './ellipsis';
import { initiated } from './initiator';
import { invitation } from './invitation';
import { meetingNoun } from './nouns';
import { overture } from './overture';
import { phoneCall } from './phone-call';
import { putOff } from './put-off';
import { sidelines } from './sidelines';
import { meetingVerb } from './verbs';
import { visit } from './visit';

export const meetingRules: readonly Rule<'meeting'>[] = [
  phoneCall,
  meetingNoun,
  meetingVerb,
  visit,
  initiated,
  invitation,
  putOff,
  atWork,
  ellipsis,
  deniedContact,
  overture,
  sidelines,
];
