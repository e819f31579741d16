/** What the pact's noun is subject or object of, by base form: a class of `status.json`. */
export const asSubject: readonly (readonly [string, RegExp])[] = [
  ['break', /^(?:collapse|unravel|die|crumble|fail|break|fall|founder)$/],
  ['expire', /^(?:expire|lapse|end)$/],
  ['strain', /^(?:fray|teeter|wobble|falter)$/],
  ['start', /^(?:take|enter|come|start|begin)$/],
  ['extend', /^(?:extend|prolong|renew)$/],
  ['seek', /^(?:negotiate|discuss|draft)$/],
  [
    'reach',
    /^(?:reach|strike|sign|agree|conclude|clinch|seal|finalize|finalise|settle|announce|declare|proclaim|make|do|hammer)$/,
  ],
  [
    'keep',
    /^(?:run|hold|remain|stand|continue|last|stay|survive|apply|cover|lower|reduce|suspend|bring|keep|cut|include|call|provide|pause|halt|require|allow)$/,
  ],
];
export const asObject: readonly (readonly [string, RegExp])[] = [
  ['extend', /^(?:extend|prolong|renew|lengthen|stretch|stretched)$/],
  [
    'break',
    /^(?:end|cancel|scrap|terminate|kill|abandon|ditch|tear|rip|wreck|torpedo|sink|quit|upend|shatter)$/,
  ],
  [
    'endanger',
    /^(?:threaten|jeopardize|jeopardise|imperil|endanger|strain|test|risk|undermine|rattle|shake|derail)$/,
  ],
  [
    'reach',
    /^(?:reach|strike|sign|conclude|agree|clinch|seal|finalize|finalise|settle|hammer|announce|declare|proclaim|ink|get|have|make|forge|secure|unveil|nail|broker)$/,
  ],
  [
    'seek',
    /^(?:near|approach|inch|edge|want|seek|hope|negotiate|pursue|work|discuss|draft|need|offer|propose|prepare|eye|expect|push|consider|aim|look|complete|turn|await|envision|envisage)$/,
  ],
  [
    'keep',
    /^(?:keep|honor|honour|uphold|respect|implement|maintain|preserve|observe|carry|safeguard|stick|abide|call|describe|welcome|hail|review)$/,
  ],
];

export const classOf = (rows: readonly (readonly [string, RegExp])[], lemma: string): string =>
  rows.find(([, lemmas]) => lemmas.test(lemma))?.[0] ?? '';

const STRAINED =
  / (?:fragile|shaky|uneasy|tenuous|strained|brittle|delicate|frail|precarious|wobbly|fraying|teetering|battered) /;
const UNDER_STRAIN =
  / (?:under (?:\w+ )?strain|under pressure|at risk|in doubt|in jeopardy|in danger|in peril|on shaky ground|in question|fragile|shaky|unraveling|unravelling|in tatters) /;
/** "Extension of the truce", "another 90 days for the truce", "gave the truce another 90 days". */
const EXTENSION =
  / (?:extension of|prolongation of|(?:days|months|year) (?:for|to)|extension to|renewal of|continuation of) /;
/** "Gave the truce another 90 days". */
const GIVEN =
  / (?:gave|giv(?:e|es|en|ing)|grant(?:s|ed|ing)?|bought|buys?) (?:[\w'-]+ ){1,6}(?:another|a further|an extra|a second|more time|\d+ more) /;
/** "Hopes of a trade pact", "optimism for a deal". */
const HOPE =
  / (?:hopes? (?:of|for)|optimism (?:for|about|over|on)|prospects? (?:of|for)|odds (?:of|for)|signs? of|chances? (?:of|for)|talk of|progress (?:on|toward|towards)|closer? to|working (?:on|toward|towards)|(?:deadline|timetable|contours|outlines?|shape|talks|bid|push|road|path) (?:for|of|to|on|toward|towards)) /;
/** "Is not near", "draws near", "is a long way off". */
const NEARING =
  / (?:(?:not|nowhere|far from|still) (?:\w+ )?(?:near|close|imminent|ready|done|in sight)|(?:draws?|drew|drawing|getting) (?:near|nearer|close|closer)|a long way off|far off|in the (?:offing|making|works)|around the corner|on the cards|within reach|(?:may|might|could|would|will) (?:yet )?(?:look like|be possible|come together)) /;
/** "Would not last", "looked like breaking". */
const DOUBTED =
  / (?:(?:may|might|would|could|will) not (?:last|hold|survive|endure)|(?:looks?|looked|seems?|seemed|appears?|appeared) (?:like |to be |set to |about to |close to |on the (?:verge|brink|point) of )?(?!holding|hold|lasting|surviving)(?:shaky|fragile|wobbly|doubtful|collaps\w+|break\w+|fall\w+ apart|crumbl\w+|unravel\w*|over|dead|dying|finished|cark\w+)) /;
const UNSURE = / (?:further|possible|potential|any) (?:extension|prolongation) /;
export const ANOTHER = / (?:another|more time) /;
const DEAD_BEFORE =
  / (?:put an end to|puts an end to|pulled out of|walked away from|backed out of|(?<! (?:its|their|his|our|'s|s) )end of|collapse of) /;
export const DEAD =
  / (?:is dead|was dead|is toast|is history|in tatters|is over|was over|dead|broke down|broken down|fell apart|fallen apart|put an end to|puts an end to|came to an end|pulled out of|walked away from|backed out of|in ruins|lasted) /;
const RAN_OUT = / (?:ran out|has run out|have run out|has expired|expired|lapsed) /;

/** Set phrases around the noun: how many words before or behind it they may stand, and what they make of it. */
export const PHRASES: readonly {
  readonly class: string;
  readonly words: RegExp;
  readonly back?: number;
  readonly ahead?: number;
  readonly own?: boolean;
  /** Only where a verb follows: "is under strain". */
  readonly verb?: boolean;
}[] = [
  { class: 'strain', words: STRAINED, own: true },
  { class: 'none', words: / (?:fell|falls|fall|stopped|stops|stop) short of /, back: 6 },
  {
    class: 'keep',
    words:
      / (?:status of|implementation of|implementing|implement|compliance with|commitments under|adherence to|enforc\w+) /,
    back: 4,
  },
  { class: 'seek', words: HOPE, back: 6 },
  { class: 'keep', words: UNSURE, back: 7 },
  { class: 'extend', words: EXTENSION, back: 5 },
  { class: 'extend', words: GIVEN, back: 4, ahead: 6 },
  { class: 'strain', words: DOUBTED, ahead: 10 },
  {
    class: 'strain',
    words:
      / (?:at risk|in jeopardy|in doubt|into doubt|into question|threaten\w* to (?:unravel|upend|undo|break|wreck|sink|blow up)) /,
    back: 4,
    ahead: 0,
  },
  { class: 'seek', words: NEARING, ahead: 8 },
  { class: 'extend', words: / (?:extending|prolonging|renewing) /, own: true },
  { class: 'extend', words: / (?:alive|going) (?:until|till|through|for|past|into|to|by|,|\.) /, ahead: 6 },
  { class: 'keep', words: / back on track /, ahead: 5 },
  {
    class: 'seek',
    words:
      / (?:is|was|are|looks|seems|be) (?:still |now |very )?(?:possible|likely|close|near|within reach|in sight) /,
    ahead: 12,
    verb: true,
  },
  { class: 'strain', words: UNDER_STRAIN, back: 4 },
  { class: 'strain', words: UNDER_STRAIN, ahead: 12, verb: true },
  { class: 'break', words: DEAD_BEFORE, back: 6 },
  { class: 'start', words: / (?:in force|in effect|still running) /, ahead: 5 },
  { class: 'break', words: DEAD, ahead: 16 },
  { class: 'expire', words: RAN_OUT, ahead: 5, verb: true },
  { class: 'expire', words: / (?:has|have) (?:now )?(?:run out|expired|lapsed) /, ahead: 12, verb: true },
];

export const SEEKS =
  /^(?:seek|discuss|consider|push|pursue|want|propose|hope|weigh|explore|mull|debate|float|ask|negotiate)$/;
