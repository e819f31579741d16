import { type SpeechAct } from '../doc';

const acts: Readonly<Record<SpeechAct, string>> = {
  assert: 'say tell state add note report claim argue insist maintain stress emphasize emphasise underline reiterate repeat describe call write post tweet quote cite explain indicate signal suggest believe think know announce declare reveal disclose clarify caution express voice warn boast brag urge respond answer reply',
  deny: 'deny reject dismiss refute dispute contradict rebut',
  accuse: 'accuse blame allege criticize criticise denounce slam condemn charge',
  threaten: 'threaten',
  promise: 'promise pledge vow',
  demand: 'demand ask request require',
  confirm: 'confirm affirm acknowledge admit',
};

const isAct = (act: string): act is SpeechAct => act in acts;

/** Base forms of the verbs of speech, by what they do. */
export const speechActs: ReadonlyMap<string, SpeechAct> = new Map(
  Object.entries(acts).flatMap(([act, verbs]) =>
    verbs.split(' ').map((verb): [string, SpeechAct] => [verb, isAct(act) ? act : 'assert']),
  ),
);
