import { tokenAt, type Token } from '../doc';
import { wordTable } from '../vocabulary';

/**
 * Verbs of trade news by base form. Regular forms are derived; irregular ones are written `base past participle`.
 * Words that are as often nouns stand in `nounVerbs`: they are verbs only where their neighbours say so.
 */
const regular =
  'impose levy test jeopardize jeopardise imperil endanger derail torpedo scupper wreck rip proclaim stumble tack pile heap clap assess attract incur owe shoulder clobber whack wallop smack retort raise increase lower reduce lift slash trim halve double triple quadruple suspend delay postpone pause defer cancel retain implement scrap drop remove repeal revoke waive exempt exclude extend prolong renew apply collect charge tax slap hike target hit retaliate respond announce declare unveil publish release introduce start launch begin open close end conclude finish complete expire lapse resume restart reopen continue remain stay last stand stop halt block ban bar prohibit restrict limit curb tighten loosen ease relax add list blacklist sanction punish penalize penalise investigate probe examine review order sign approve authorize authorise issue grant license allow permit let accuse blame allege claim say state add note tell report confirm affirm acknowledge admit deny reject dismiss refute dispute contradict refuse decline describe call post write tweet quote cite argue insist maintain stress emphasize emphasise underline reiterate repeat warn caution threaten vow pledge promise commit agree accept offer propose suggest float consider mull weigh plan intend aim prepare seek want hope wish expect look urge demand press push ask request require need try attempt fail manage negotiate talk discuss consult confer meet greet host visit travel arrive land fly phone telephone converse speak exchange invite reciprocate attend convene reconvene gather sit shake hold reach strike clinch seal finalize finalise ratify implement honor honour comply observe respect breach break violate undermine breach renege flout collapse unravel falter fray strain buy purchase import export order ship sell supply face pay carry bear total amount cover affect exceed climb rise jump soar surge fall sink shrink decline slip plunge grow go come return bring take put set fix keep leave give get make do become seem appear turn move change use work run serve help hurt harm protect defend safeguard condemn criticize criticise denounce slam blast oblige rescind expand oppose protest object regret deplore welcome praise hail support back thank express voice signal indicate show reveal disclose clarify explain believe think know see understand hear feel fear worry learn find follow lead cause spark trigger prompt escalate deescalate intensify worsen improve stabilize stabilise calm cool resolve settle solve address tackle file sue rule strike uphold overturn refund enter leave reflect replace roll scale step match mirror answer counter revise adjust amend restore reinstate reimpose impose phase schedule slate due set tip poise cross pass vote enact create form establish designate determine investigate initiate trap hammer decide choose choose opt figure total target benefit estimate calculate compare estimate forecast predict trade deal visit plan boycott dump detain arrest seize fine withdraw pull unwind undo revert abandon ditch backtrack backpedal climb soften harden resist yield concede compromise fulfil fulfill deliver meet spare subject stockpile embargo choke squeeze throttle stem stall bog overcome drag rattle roil shelve freeze mothball air urge lash hit fire wage escalate embark kick usher pave hinge depend rest base fine-tune link tie relate concern involve include contain entail comprise consist constitute represent mean imply spell amount equal tout boast brag trumpet play downplay laud eliminate terminate blacklist delist divest invest obtain receive shun label brand bypass near approach inch edge instruct yank axe dangle conduct deploy overhaul ramp rein unleash brandish scold chide lambast mock taunt lecture readmit outlaw'
    .split(' ')
    .filter((v) => !v.includes('-'));

const irregular =
  'be was been|begin began begun|break broke broken|bring brought brought|buy bought bought|choose chose chosen|come came come|cut cut cut|deal dealt dealt|do did done|draw drew drawn|fall fell fallen|feel felt felt|fight fought fought|find found found|fly flew flown|freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|hear heard heard|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lead led led|leave left left|let let let|make made made|mean meant meant|meet met met|overcome overcame overcome|pay paid paid|put put put|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|set set set|shake shook shaken|shrink shrank shrunk|sink sank sunk|sit sat sat|speak spoke spoken|spread spread spread|stand stood stood|strike struck struck|take took taken|tell told told|think thought thought|understand understood understood|undo undid undone|uphold upheld upheld|overturn overturned overturned|wind wound wound|tear tore torn|shoot shot shot|throw threw thrown|drive drove driven|sweep swept swept|stick stuck stuck|swear swore sworn|withdraw withdrew withdrawn|undertake undertook undertaken|bind bound bound|forbid forbade forbidden|write wrote written|undergo underwent undergone|mislead misled misled|rebuild rebuilt rebuilt|spend spent spent|send sent sent|lay laid laid|lose lost lost|win won won|show showed shown|fulfil fulfilled fulfilled|bear bore borne|cast cast cast|unwind unwound unwound';

/** Also nouns: read as verbs only next to an actor, a modal, "to", or in a past form. */
export const nounVerbs: ReadonlySet<string> = new Set(
  'near approach approaches inch edge increase cut talk talks call calls plan plans visit visits deal deals ban bans bar list lists probe probes order orders review reviews license trade trades tax taxes levy levies charge charges import imports export exports purchase purchases hike hikes pause pauses delay delays halt halts move moves rise rises fall falls jump drop drops decline target targets sanction sanctions report reports claim claims dispute disputes threat pledge pledges promise promises demand demands request requests offer offers press push start end close stop change changes use work works run help step steps match answer counter vote form benefit estimate forecast boycott fine fines subject strain need state states note notes post quote start open respect harm hope hopes wish wishes fear fears worry concern concerns surge limit limits curb curbs release question host return turn signal signals breach block support back protest protests object welcome praise strike exchange air fire stem show lead rule play cause market share supply supplies ship waiver reprieve embargo result results set due retreat bar phone phones last tie ties issue issues attempt attempts face faces aim aims fund land post posts order file files sue state wage wages influence finance balance measure measures trigger spark tackle clinch voice need needs spell air group approach level grow-up dump link links fix bog detail details value price prices export cost costs profit issue license licenses licence licences permit permits rules blacklist blacklists label labels brand brands'.split(
    ' ',
  ),
);

type VerbForm = 'base' | 's' | 'past' | 'ing' | 'be' | 'have' | 'do' | 'modal';
export interface VerbEntry {
  readonly lemma: string;
  readonly form: VerbForm;
}

const forms = new Map<string, VerbEntry>();
const put = (word: string, lemma: string, form: VerbForm): void => {
  if (!forms.has(word)) forms.set(word, { lemma, form });
};
const stem = (base: string): string => (base.endsWith('e') ? base.slice(0, -1) : base);
/** Doubles the last consonant: planned, cutting. */
const doubled: ReadonlySet<string> = new Set(
  'plan cut hit put set get let run sit drop ban bar slip trim scrap slap stop step ship commit permit admit begin refer defer confer tip roil spur win fulfil bog drag stem slam dump cancel travel'.split(' '),
);
doubled.forEach((base) => {
  const last = base.slice(-1);
  put(`${base}${last}ed`, base, 'past');
  put(`${base}${last}ing`, base, 'ing');
});
const past = (base: string): string => {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return `${stem(base)}ed`;
};
const third = (base: string): string => {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
};
for (const word of ['is', 'are', 'am', 'was', 'were', 'be', 'been', 'being', "isn't", "aren't", "wasn't", "weren't"]) put(word, 'be', 'be');
for (const word of ['has', 'have', 'had', 'having', "hasn't", "haven't", "hadn't"]) put(word, 'have', 'have');
for (const word of ['does', 'do', 'did', "doesn't", "don't", "didn't"]) put(word, 'do', 'do');
for (const word of 'will would could can may might must shall should cannot'.split(' ')) put(word, word, 'modal');
for (const word of ["won't", "wouldn't", "couldn't", "can't", "shouldn't", "mustn't"]) {
  put(word, word === "won't" ? 'will' : word === "can't" ? 'can' : word.slice(0, -3), 'modal');
}
put("'ll", 'will', 'modal');
put("'ve", 'have', 'have');
put("'re", 'be', 'be');
put('says', 'say', 's');
for (const row of irregular.split('|')) {
  const [base = '', preterite = '', participle = ''] = row.split(' ');
  put(preterite, base, 'past');
  put(participle, base, 'past');
  put(base, base, 'base');
  put(third(base), base, 's');
  put(`${stem(base)}ing`, base, 'ing');
}
for (const base of regular) {
  put(base, base, 'base');
  put(third(base), base, 's');
  put(past(base), base, 'past');
  put(`${stem(base)}ing`, base, 'ing');
}

/** Words in -ed that are no past forms. */
const noPast: ReadonlySet<string> = new Set('united limited hundred indeed sacred kindred naked related unrelated so-called advanced armed beloved'.split(' '));

/** An unknown word in -ed is taken for a past form of itself ("swirled"). */
const unknownForm = (word: string): VerbEntry | undefined => {
  if (word.length < 6 || !word.endsWith('ed')) return undefined;
  return word.endsWith('eed') || word.startsWith('un') || noPast.has(word) ? undefined : { lemma: word, form: 'past' };
};

/** What a word is as a verb. */
export const verbForm = (word: string): VerbEntry | undefined => forms.get(word) ?? unknownForm(word);

const byNumber = wordTable(forms);
/** What the word at a token is as a verb. */
export const verbFormAt = (tokens: readonly Token[], i: number): VerbEntry | undefined => {
  const token = tokenAt(tokens, i);
  return byNumber[token.word] ?? unknownForm(token.lower);
};

/** Words in -ing that are nouns, but after a form of "be". */
export const ingNouns: ReadonlySet<string> = new Set(
  'meeting meetings trading ruling filing building listing dumping briefing hearing spending manufacturing shipping farming mining banking funding warning opening beginning standing understanding pricing wrongdoing'.split(' '),
);

/** A word that is a verb whatever stands beside it. */
export const isFinite = (word: string): boolean => {
  const entry = forms.get(word);
  return entry !== undefined && entry.form !== 'ing' && !nounVerbs.has(word);
};
