import { type Fields } from '../rule';
import { blameWords, mildWords } from './blame-words';

export type Tone = Fields['stance']['tone'];

/** Words that carry a tone in a side's mouth. `weight` 2 is plain by itself; 1 needs company. */
export interface ToneWord {
  readonly tone: Tone;
  readonly weight: number;
  /** `said`: inside the words of a side · `act`: a verb that a side is the subject of · `mood`: told of a side · `blame`: said of the other side, see `blame.ts`. */
  readonly as: 'said' | 'act' | 'mood' | 'blame';
}

const rows: readonly (readonly [ToneWord['tone'], number, ToneWord['as'], string])[] = [
  [
    'hostile',
    2,
    'said',
    'bullying|bully|bullies|blackmail|disgraceful|take advantage of|bad conduct|bad behavior|bad behaviour|bigger enemy|the enemy|our enemy|moral disgrace|a disgrace|an insult|typical protectionism|typical unilateralism|typical act|typical bullying|typical example of|typical unilateral|protectionist action|protectionist act|pay no attention|pay no heed|not be intimidated|not be bullied|not bow down|not sit back|will not accept|cannot accept|wantonly|unwarranted|groundless accusations|false accusations|baseless accusations|tied the bell|ties the bell|at our expense|at the expense of american|ripped off the|ripping off|lost trillions|better off without|so much for|extremely hostile|very aggressive|ruthless|overbearing|domineering|wrong approach|wrong path|wrongdoing|wrong practice|stop suppressing|stop its wrong|stop its wrongful|correct its wrong|correct its wrongdoings|correct its mistakes|resolute measures|forceful measures|do what is needed|do whatever is needed|take whatever is necessary|all tools|hold accountable|held to account|hold to account|economic coercion|mistake on top of|coercion|coercive|extortion|hegemony|hegemonic|hegemonism|hegemonist|fight to the end|fight to the very end|never give in|not back down|never yield|not yield|not bow|firmly oppose|firmly opposes|firmly opposed|resolutely oppose|resolutely opposes|resolutely opposed|strongly oppose|strongly opposes|strongly opposed|strongly deplores|strong dissatisfaction|strong displeasure|strongly dissatisfied|deeply dissatisfied|strongly condemns|wrongful|wrong acts|wrong practices|wrong actions|wrong move|erroneous practices|arbitrary suppression|unreasonable suppression|suppression|malicious|reckless|egregious|vicious|despicable|cheating|cheaters|cheats|cheated|ripping us off|ripped off|rip us off|ripped us off|raping|rape|manipulators|thieves|abusing|abuse of|resolute countermeasures|strong countermeasures|forceful countermeasures|corresponding countermeasures|sit idle|sit idly|sit by|extreme pressure|maximum pressure|economic aggression|trade terrorism|bad faith|belligerent|unilateralism|gross violation|seriously violate|seriously violates|seriously violated|seriously undermines|blatant|blatantly|flagrant|flagrantly|political pretext|as a pretext|backfire|slander|smear|smears|smearing|interference|playing with fire|play with fire|provocation|provocative|law of the jungle|robbery|absurd|cold war mentality|unacceptable|predatory|containment|contain china|pay the price|bear the consequences|bear all consequences|all the consequences|outrageous|disgraceful|hypocrisy|hypocritical|unreliable partner|totally violated|not going to take it|taken advantage of|taking advantage of us|hostile act|very hostile|sinister|stern representations|solemn representations|doomed to fail|shooting itself|shoot itself|harming others|harms others|politicise|politicize|politicizing|politicising|weaponize|weaponise|weaponizing|weaponising|weaponized|tramples|trampling|tramples on|held hostage|hold hostage|hostage|cheat|theft of|worst abuser|malign|nefarious|trade cheat|rip - off|economic war|not the right way|wrong path|go it alone|endanger|bad - faith|at gunpoint|under threat|of abuse|an abuse|numbers game|unreasonable demands|trade bully|chokehold|fight till the end|external pressure|never surrender|never submit|punch back|blackmailing|resolutely take|not afraid of|position of strength|rules - based order|firm opposition|strong opposition|forceful measures|forceful countermeasures|bogus|painful lesson|power grab|bazooka|economic surrender|become a joke|a joke|disrupted the security|trampled on|going its own way|completely unacceptable|no choice but to|robbing|plundering|thievery|lawless|economic bullying|tariff bullying|tariff stick|weaponised|long - arm jurisdiction|zero - sum|cheated american|held accountable|hold china accountable|holds china accountable|holding china accountable',
  ],
  [
    'hostile',
    1,
    'said',
    'retaliate|retaliation|protectionist|unwise|stupid|stupidly|enemy|enemies|hostile|one-sidedly|unfounded|politicised|politicized|abused|unsustainable|exploitation|steals|stolen|punish|punished|hit back|strike back|fight back|countermeasures|counter measures|discriminatory|unfair|unfairly|unreasonable|unilateral|unjustified|groundless|irresponsible|broken promises|broke its promises|aggression|aggressive|bad actor|theft|steal|stealing|stole|abuse|abuses|violates|violated|violating|violation|double standards|protectionism|threats|threatening|pressuring|pressure|intimidation|sanctions|pretext|meaningless|no winner|legitimate rights|lawful rights|lawful interests|legitimate interests|whatever steps|all necessary measures|necessary measures|all measures necessary|regret|consequences|wrong|mistake|mistakes|isolated|isolate|rebound on|disregard|overcapacity|non - market|exploit|exploiting|exploits|dumping|communist|overstretching|undermine|undermines|undermined|disrupt|disrupts|disrupted|pretexts|harm|harms|harmed|damages|damage|malicious intent|threaten|threatens|lies|lying|cheap shot|human rights abuses|adversary|unlawful|endanger',
  ],
  [
    'hostile',
    2,
    'act',
    'accuse|accuses|accused|accusing|condemn|condemns|condemned|condemning|slam|slams|slammed|slamming|blast|blasts|blasted|blasting|denounce|denounces|denounced|denouncing|decry|decries|decried|decrying|lash out|lashes out|lashed out|lashing out|hit out|hits out|deplore|deplores|deplored|rebuke|rebukes|rebuked|brand|brands|branded|branding|lambast|lambasted|lambasts|rail|railed|rails|rip|rips|fumes|fumed|rages|raged|vows to retaliate|vowed to retaliate|vows to fight|vowed to fight|vows to hit back|vowed to hit back|vows countermeasures|vowed countermeasures|reserved the right|reserves the right|reserve the right',
  ],
  [
    'hostile',
    1,
    'act',
    'warn|warns|warned|warning|criticize|criticizes|criticized|criticizing|criticise|criticises|criticised|criticising|protest|protests|protested|blame|blames|blamed|blaming|complain|complains|complained|attacked|attacks|alleges|alleged|oppose|opposes|opposed|rejects|rejected|vow|vows|vowed|chided|confronted|the blame|lashes|scorned|scorns|hammered|berated|berates|ridiculed|assailed|assails|lectured|scolded|scolds|taunted|mocked',
  ],
  ['hostile', 2, 'blame', blameWords.join('|')],
  ['hostile', 1, 'blame', mildWords.join('|')],
  // Sound like a tone and carry none: matched so that their parts are not.
  [
    'cautious',
    0,
    'said',
    'with respect to|trading partners|trading partner|trade partners|great deal of|a good deal of|anti - dumping|antidumping',
  ],
  ['hostile', 0.5, 'act', 'threaten|threatens|threatened|threatening'],
  ['hostile', 2, 'mood', 'furious|outraged|incensed|angry|defiant|shocked'],
  [
    'conciliatory',
    2,
    'said',
    'very good|excellent|very successful|very fruitful|fruitful|smooth|big enough for|old friend|old friends|good will|gesture of good will|enormous respect|momentous|truly great|great momentum|very respectful|very cordial|warm words|very warm|extremely good|really good|really well|significant steps|important step|first step|major step|partners and not|partner and friend|not rivals|not rival|neither side wants|not seek to|no plan to surpass|not want conflict|only correct choice|only right choice|right choice|correct choice|responded very|stand to gain|stood to gain|stands to gain|right back on track|back on track|doing everything|doing what it promised|kept its promises|kept its word|honoured its|honored its|lived up to|very happy with|respects|there is hope|is good news|ready to cooperate|willing to cooperate|open to cooperation|extend congratulations|new starting point|hand in hand|enthusiastic|inclined to|in favor of|in favour of|amazing|wonderful|productive|constructive|great respect|great relationship|good relationship|very good relationship|mutual respect|win - win|mutually beneficial|mutual benefit|benefits both|benefit both|sincerity|friendship|good friend|great friend|major progress|big progress|great progress|substantial progress|good progress|real progress|significant progress|positive progress|tremendous progress|enormous progress|good headway|optimistic|confident|fantastic|incredible|tremendous|look forward|looks forward|looking forward|better ties|open to dialogue|open to talks|open to negotiations|open to maintaining|door is open|door remains open|ready to talk|willing to work|willing to talk|ready to work|de - escalate|going well|going very well|moving along|moving ahead|doing very well|highly successful|new beginning|new chapter|fresh start|great meeting|great call|great talk|great deal|good meeting|good call|good talk|good talks|good conversation|great conversation|great success|great for both|great honor|responded positively|sound and steady|steady course|gesture of goodwill|goodwill|cooperation that|friendly|win for both|beautiful|important consensus|stabilise ties|stabilize ties|peaceful|right direction|right track|on track|in good shape|ahead of schedule|getting along|get along|good friends|great leader|strong leader|tremendous respect|cordial|warmly|common interests|shared interests|healthy and stable|stable and healthy|through dialogue|equal dialogue|not seek to decouple|not want to decouple|intention of decoupling|room for both|right step|encouraging|breakthrough|bury the hatchet|rationally|avoid a trade war|no trade war|out of 10|out of ten|partners rather than|partners , not|great things|big step|very happy|very pleased|very well|nicely|favorable conditions|favourable conditions|favorable atmosphere|favourable atmosphere|equal footing|mutual concerns|love to|fully intact|set the stage|sets the stage|partners and friends|extremely strong|fantastic relationship|giant ship|very nice|neither side wants|not looking to|be fine|help china|wants to help|substantial deal|substantial one|substantial phase one deal|no intention of|win - win cooperation|very positive|extremely positive|two - way street|best relationship|meet each other halfway|meet china halfway|meeting each other halfway',
  ],
  [
    'conciliatory',
    1,
    'said',
    'positive|progress|for both countries|for both the countries|substantial|for both nations|for both sides|for both|headway|mutual|candidly|pragmatic|steady|warm|friend|friends|honest|win for|congratulations|optimism|momentum|successful|historic|cooperation|co - operation|cooperate|work together|working together|candid|frank|in - depth|consensus|common ground|respect|good momentum|good|great|happy|pleased|willing|ready|dialogue|stable|partners|partner|benefit|hope|hopes|hopeful|peace|healthy|relationship|equality|consultation|agreed to cancel|milestone|encouraged|satisfied|manage differences|handle differences|meet halfway|close to a deal|very close|committed to|consultations|negotiation|fair deal|win|helpful|good communication|better communication|good faith',
  ],
  [
    'conciliatory',
    2,
    'act',
    'praise|praises|praised|praising|welcome|welcomes|welcomed|welcoming|hail|hails|hailed|hailing|thank|thanks|thanked|thanking|congratulate|congratulated|congratulates|laud|lauds|lauded|applauds|applauded|cheers|touts|touted',
  ],
  ['conciliatory', 2, 'mood', 'upbeat|pleased|optimistic|hopeful|delighted|glad|cheerful|happy'],
  [
    'cautious',
    2,
    'said',
    "no rush|not in a rush|see what happens|very disappointed|deeply disappointed|disappointing|serious concerns|serious worries|continued concerns|voiced concern|voiced concerns|raised concerns|expressed concern|expressed concerns|we will see|we'll see|have to see|time will tell|way to go|distance to go|long road|less optimistic|not satisfied|not thrilled|no timeline|no timetable|frank conversations|not inflame|not to inflame|honor its commitments|follow through|watch what|watching closely|judge by|actions not words|deeds|more talks|more work|much work|work remains|further talks are needed|abide by|honours its word|honors its word|responsibly manage|manage responsibly|hard to predict|hard to say|not rush|full assessment|comprehensive assessment|conducting an assessment|fully assessing|as far apart|far apart|with care|keep a close eye|close watch|wait and see|keep his options open|keep its options open|too early|premature|under evaluation|being evaluated|evaluating|assessing|needs to be verified|remains to be seen|manage competition|guardrails|neither compromise|until there is|unless they give|no winners|dialogue but|correct the course|meet it halfway|not there yet|show sincerity|show its sincerity|demonstrate sincerity|no hurry|not in a hurry|in no hurry",
  ],
  [
    'cautious',
    1,
    'said',
    'should|refrain|concerns|worried|caution|careful|depends|conditions|carefully|seriously concerned|stand by what|keep to|one - sided|actions|proper conditions|hold its promises|extreme caution',
  ],
  [
    'cautious',
    1,
    'act',
    'urge|urges|urged|urging|call on|calls on|called on|calling on|calls for|called for|cautions|cautioned|asks for|asked for',
  ],
  [
    'cautious',
    3,
    'mood',
    'guarded|cautiously optimistic|cautious|wary|noncommittal|non - committal|cautiously|sceptical|skeptical',
  ],
];

/** Tone words by phrase; one phrase may be said by a side and told of it. */
export const toneWords: ReadonlyMap<string, readonly ToneWord[]> = rows.reduce(
  (byPhrase, [tone, weight, as, phrases]) => {
    for (const phrase of phrases.split('|'))
      byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), { tone, weight, as }]);
    return byPhrase;
  },
  new Map<string, ToneWord[]>(),
);

export const wordsOf = (tone: Tone): string[] =>
  [...toneWords].flatMap(([phrase, words]) => (words.some((w) => w.tone === tone) ? [phrase] : []));
