/** What a word does to the tension: a thing bad or good for trade, a verb of more or of less of it, a sign of its own, a denial. */
export type Cue = 'bad' | 'good' | 'more' | 'less' | 'up' | 'down' | 'not';

const list = (cue: Cue, forms: string): [string, Cue][] => forms.split(' ').map((form) => [form, cue]);

export const cues: ReadonlyMap<string, Cue> = new Map<string, Cue>([
  ...list(
    'bad',
    'tariff tariffs duty duties levy levies ban bans curb curbs restriction restrictions control',
  ),
  ...list('bad', 'controls sanction sanctions tension tensions war blacklist probe probes investigation'),
  ...list(
    'bad',
    'investigations fee fees dispute row conflict friction frictions retaliation countermeasures',
  ),
  ...list(
    'bad',
    'threat threats embargo barriers barrier decoupling hike hikes increase increases surcharge',
  ),
  ...list(
    'good',
    'talks negotiations negotiation dialogue deal agreement truce accord pact meeting summit call',
  ),
  ...list(
    'good',
    'visit trip purchases orders cooperation ties relations consensus progress licences licenses',
  ),
  ...list(
    'good',
    'licence license exemption exemptions exclusions waiver waivers reprieve communication exchanges',
  ),
  ...list('good', 'framework ceasefire purchase commitments relief'),
  ...list(
    'more',
    'impose imposes imposed imposing raise raises raised raising increased increasing slap slaps',
  ),
  ...list(
    'more',
    'slapped add adds added adding expand expands expanded tighten tightens tightened tightening',
  ),
  ...list(
    'more',
    'launch launches launched start starts started put puts restore restored reimpose reimposed widen',
  ),
  ...list('more', 'widened resume resumes resumed resuming reach reaches reached sign signs signed restart'),
  ...list(
    'more',
    'restarted grant granted strengthen improve improved boost hold holds held welcome welcomed open',
  ),
  ...list(
    'more',
    'opened double doubled doubling extend extends extended extending extension announce announced',
  ),
  ...list(
    'more',
    'announces unveil unveiled set seek seeks confirm confirmed prepare keep keeps face faces facing',
  ),
  ...list(
    'more',
    'hit hits plan plans planned clinch nearing near close new higher more another fresh additional',
  ),
  ...list('more', 'further buy advance advancing revive nears loom looms looming approaches'),
  ...list(
    'less',
    'cut cuts cutting lower lowers lowered lowering reduce reduces reduced reducing reduction halve',
  ),
  ...list(
    'less',
    'halves halved halving remove removes removed removal lift lifts lifted lifting drop drops',
  ),
  ...list(
    'less',
    'dropped dropping scrap scraps scrapped suspend suspends suspended suspending suspension pause',
  ),
  ...list(
    'less',
    'pauses paused pausing delay delays delayed delaying postpone postponed postpones ease eases',
  ),
  ...list(
    'less',
    'eased easing roll rolled rollback relax relaxed waive waived cancel cancels cancelled canceled',
  ),
  ...list(
    'less',
    'end ends ended ending halt halts halted halting stop stops stopped collapse collapsed break',
  ),
  ...list(
    'less',
    'breaks broke fail failed stall stalls stalled abandon avoid avoids avoided avert averted defuse',
  ),
  ...list(
    'less',
    'cool withdraw withdrew freeze frozen block blocks blocked reject rejects rejected curtail revoke',
  ),
  ...list(
    'less',
    'revoked revokes shelve shelved slash slashed trim trimmed resolve resolving exempt lapse lapsed',
  ),
  ...list(
    'less',
    'expire expired undo undermine jeopardize derail threatens threaten threatened risk deny denies',
  ),
  ...list('less', 'denied'),
  ...list(
    'up',
    'retaliate retaliates retaliated retaliatory accuse accuses accused accusing blame blames blamed',
  ),
  ...list(
    'up',
    'condemn condemns condemned slam slams slammed denounce denounced warn warns warned warning vow',
  ),
  ...list('up', 'vows vowed escalate escalates escalated escalating escalation worsen worsened hostile'),
  ...list('up', 'blacklisted unfair bullying bully blackmail provocation coercion violate violated violates'),
  ...list('up', 'violation violating oppose opposes opposed deplore deteriorate deteriorating unreliable'),
  ...list(
    'up',
    'unacceptable fears fear fight lash lashed tougher harsh aggressive unjustified wrongdoing hurt',
  ),
  ...list(
    'up',
    'damage coerce punish pressure stern resolutely firmly uncertainty barred bars clash standoff',
  ),
  ...list('up', 'espionage theft adversary crackdown targeting defy'),
  ...list(
    'down',
    'agree agrees agreed agreeing thaw constructive breakthrough optimism optimistic hopes hope',
  ),
  ...list(
    'down',
    'hopeful conciliatory productive positive goodwill concession concessions cooperate',
  ),
  ...list(
    'down',
    'de-escalation deescalation détente soften softened rally rallied rebound rebounded allowed allow allows',
  ),
  ...list(
    'down',
    'approve approved approves reaffirmed amicable friendly friendship respect successful great good',
  ),
  ...list('down', 'wonderful stabilize stable stabilise willing mutual win resolved compromise olive'),
  ...list(
    'not',
    "hasn't haven't hadn't isn't aren't wasn't weren't didn't doesn't don't won't wouldn't can't couldn't",
  ),
  ...list('not', "not n't no never without nor neither refuse refuses refused fails unlikely cannot"),
]);
