/** What is done to the duty, as the rows of status.json name it. */
export type Act =
  'suspend' | 'schedule' | 'end' | 'threat' | 'keep' | 'stay' | 'begin' | 'announce' | 'impose';

const suspend =
  / (?:suspend(?:s|ed|ing)?|suspension|paus(?:e|es|ed|ing)|freez(?:e|es|ing)|froze|frozen|on hold|shelv(?:e|es|ed|ing)|put(?:s|ting)? off|put(?:s|ting)? aside|postpon(?:e|es|ed|ing)|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|call(?:s|ed|ing)? off|holds? back|held back|off the table|on ice|put(?:s|ting)? on ice|in the (?:freezer|deep freeze|drawer)|in cold storage|mothball(?:s|ed)|parked|(?:will|would|to) not (?:come|put|be (?:imposed|charged|collected|implemented|put))|won't (?:come|be (?:imposed|charged|collected|implemented|put|raised)|take|go|put)|hold(?:s|ing)? off|held off|in abeyance|spar(?:es|ing)|refrain(?:s|ed|ing)?(?: for now| for the time being)? from|no longer (?:expect|plan|intend|going|wants?)\w*|(?:gone|goes|went|go|going|fell|falls) away|(?:is|are|was|were) off|what did not (?:begin|start|take|come|go)|(?:was|were) all set to|(?:had been|was|were) due to (?:go|rise|climb|take|start|begin|increase)|drop(?:s|ped|ping)? (?:the|a|its|his|plans?|planned) (?:planned )?(?:increase|rise|hike|plan|tariff)|will not (?:raise|go|rise|be raised|increase|take)|does not go|not go ahead|(?:was|were|been|be) dropped|set aside|scrap(?:s|ped|ping)? (?:a|the|its|his|plans?)? ?(?:planned|increase|plan|threatened)|avert(?:s|ed|ing)?|averting|cancel(?:s|led|ed|ling|ing)? (?:the |a |its |his )?(?:planned|scheduled|increase|hike|rise)) /;
const end =
  / (?:no longer (?:appl(?:y|ies)|charged|collected|levied|due|in (?:force|effect)|paid)|(?:was|is|are|were|has been|have been) (?:now )?(?:gone|history)|has gone|have gone|ceas(?:e|es|ed) to|(?:was|is|has been|have been|are|were) (?:scrapped|dropped|withdrawn|rescinded)|lift(?:s|ed|ing)? (?:the |its |all |a )?(?:extra |additional |retaliatory |punitive )?(?:dut|tariff|lev)\w+|end(?:s|ed|ing)? (?:the|its|his|all)|repeal(?:s|ed|ing)?|remov(?:e|es|ed|ing)|d(?:o|id|oes|one|oing) away with|stop(?:s|ped)? (?:collecting|charging)|struck down|strikes? down|was struck|terminat(?:e|es|ed|ing)|kill(?:s|ed)|void(?:s|ed)|nullif(?:ies|ied)|wip(?:es|ed) out|overturn(?:s|ed|ing)?|peaked|(?:climbed|risen|rose|gone|reached|been|was|were|hit) as high as|drop(?:s|ped)? (?:its|the|their) (?:\d+|tariff\w*|dut\w+|extra|additional)|cancel(?:s|led|ed)?|ran out|until now|used to|(?:earlier|before|previously) the total was|came to|scrap(?:s|ped|ping)?|abolish(?:es|ed|ing)?|withdr(?:aw|ew|awn|aws)|eliminat(?:e|es|ed|ing)|revok(?:e|es|ed)|invalidated|threw out|drove|lapsed|expired|ran out|before the truce) /;
/** "announced plans to raise": decided, unlike "plans to raise". */
const decided =
  / (?:announc|unveil|outlin|confirm|detail|finali[sz])\w* (?:\w+ )?(?:plans?|a plan|a decision) (?:to|for) /;
const threat =
  / (?:threaten(?:s|ed|ing)?|claim(?:s|ed|ing)? (?:to|it (?:will|would)|that it (?:will|would)) (?:impose|raise|levy|add|increase)|(?:not|\w*n't) (?:yet )?decided (?:about|on|whether)|undecided|potential|possible|prospect of|threats? (?:of|to)|tariff threats?|probably|review(?:ed)? for|warn(?:s|ed|ing)?|float(?:s|ed|ing)?|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)?(?! on )|ponder(?:s|ed|ing)?|propos(?:e|es|ed|ing|al)|campaign(?:ed)?|as a candidate|vow(?:s|ed|ing)?|in preparation|prepar(?:e|es|ed|ing)|in reserve|lined up|identify|process for|in the works|would consider|suggest(?:s|ed|ing)?|has promised|have promised|raised the possibility|about right|'d like|would like|cannot be ruled out|talks often of|draft|had the|looms?|looming|talked of|talks of|spoke of|planned to|plans? to|planning to|eye(?:s|d|ing)|study|studying) /;
const keep =
  / (?:stay(?:s|ed|ing)?|remain(?:s|ed)?|keep(?:s|ing)?|kept|continu(?:e|es|ed|ing)|stands? at|stood at|standing at|still|in force|in effect|in place|already|currently|so far|since|now (?:taxed|charged|levied|subject|stands?|pays?|faces?|carr\w+|at|charges?|takes?|totals?)|left in place|maintain(?:s|ed|ing)?|retain(?:s|ed|ing)?|leav(?:es|ing) (?:in place|alone)|have been|has been charging|has been collecting|go on being|holds?|consists? of|made up of|amounts? to|not reduced|unchanged|not touched|not change) /;
/** What is not taken off stays. */
const stay =
  / (?:(?:won't|will not|wouldn't|would not|not going to|hasn't|refus\w+ to|declin\w+ to|did not|does not|do not|without|rather than|instead of|(?:not|n't|never) (?:yet )?(?:agreed|promised|decided|planned|committed|planning|going|intend|plan|want) to) (?:be )?(?:lift(?:ed|ing)?|remov(?:e|ed|ing)|drop(?:ped|ping)?|roll(?:ed|ing)? back|eas(?:e|ed|ing)|reduc(?:e|ed|ing)|scrap(?:ped|ping)?|withdraw\w*|cut|lower(?:ed|ing)?|cancel\w*|end(?:ed|ing)?)(?! (?:a |the |its |his )?(?:planned|increase|rise|plan))|leav(?:e|es|ing) (?:the |its |his |all |existing |those |these |us |american )*(?:tariffs?|duties|levy|levies|rates?)|(?:remain|stay)(?:s|ed)? (?:\w+ )?(?:in (?:effect|force|place)|at \d+|unchanged|where)) /;
/** "leave the other 24 points suspended", "remain on hold": before "leaves its tariffs" is read as keeping. */
const rest =
  / (?:leav\w+|left|keep\w*|kept|remain\w*|stay\w*)(?: [\w$%.,'-]+){0,12} (?:suspended|paused|parked|on hold|frozen|on ice|shelved) /;
/** What was on hold comes back. */
const back =
  / (?:(?:are|is|was|were|will|would|to|could) (?:also )?(?:to )?(?:return|resume|snap back|be reinstated)|take up .* again|snaps? back|the start of(?! (?:his|her|(?:a|the) (?:\w+ )?(?:year|week|month|talks|term|trade)))|(?:is|are) (?:due |set |scheduled |expected )?to (?:be (?:cut|raised|lowered|halved|doubled|increased|charged|put|imposed)|rise|go|climb|fall|drop|increase|double|pay)) /;
const begin =
  / (?:reached|(?:took|takes|taken|taking|take|came|comes|come|coming|went|goes|entered|enters|put|puts|putting) (?:\w+ )?(?:in)?to (?:effect|force)|(?:took|takes|taken|taking|take|takes) (?:\w+ )?effect|kick(?:s|ed)? in|began|begins|begun|begin|starts?(?! of )|started|starting to|collect(?:s|ed|ing)?|is charging|is collecting|carried out|now pays?|now faces?|go(?:es)? live|hit(?:s)? on|is charged|are charged) /;
const announce =
  / (?:announc(?:e|es|ed|ing|ement)|order(?:s|ed|ing)|unveil(?:s|ed|ing)?|approv(?:e|es|ed|ing)|sign(?:s|ed|ing)?|set to|to be|is to|are to|due to|due|will|\w*'ll|would|nam(?:ed|ing)|declar(?:e|es|ed|ing)|decid(?:e|es|ed)|scheduled|planned|going to|publish(?:es|ed)|retaliat(?:e|es) with|promis(?:e|es|ed|ing)|agreed to|intends? to|expected to|ready to|listed|plan (?:had )?(?:put|set)|(?:was|is|been) set at|deadline for|ahead of|direct(?:s|ed)|instruct(?:s|ed)|(?:is|are) (?:also )?(?:imposing|implementing|placing|slapping|putting|increasing|adding|levying|applying|hiking|doubling)) /;

/** Stronger acts first: a suspended increase that "could" return is suspended still. */
const acts: readonly (readonly [Act, RegExp])[] = [
  ['suspend', rest],
  ['keep', stay],
  ['suspend', suspend],
  ['schedule', back],
  ['announce', decided],
  ['threat', threat],
  ['end', end],
  ['keep', keep],
  ['begin', begin],
  ['announce', announce],
];

/** What may be done away with is still there: "weighs dropping some tariffs", "should cancel all tariffs", "asked for the tariffs to go". */
const removal =
  / (?:weigh|consider|mull|lean|review|debat|discuss|whether|call|urg|demand|ask|want|press|push|hop|seek|should|must|need|ought|open|willing|anticipat|could|may|might|would|to see|promis|ask|will (?:china|beijing|washington|trump|you|they|the)|process)\w*(?: [\w'-]+){0,6} (?:(?:drop|lift|scrap|remov|eas|cut|lower|reduc|cancel|eliminat|abolish|end|withdraw|repeal|rescind|revok|exempt|spar)(?:e|es|ed|s|ing|ping|ting|ling|al|ped|ions?)?|roll(?:ing|ed)? back|rollback|tak(?:e|ing) off|go(?! (?:ahead|forward|through|on|up|to|beyond|into|higher))) | (?:be|are|were|is|was) (?:spared|exempt|exempted|excluded) /;

/** What a law lets a president do is done by nobody yet. */
const allowed =
  / (?:allow|let|permit|empower|enabl|entitl)\w* (?:the |a |him|his |us )?(?:us )?(?:president|presidents|trump|him|administration|white house|government)?(?: [\w'-]+)? ?to (?:impose|raise|levy|set|charge|put) | (?:power|authority|right) to (?:impose|raise|levy|set|charge) /;
export const isOnlyAllowed = (text: string): boolean => allowed.test(text);

/** Is the removal of duties only spoken of? */
export const isRemovalTalk = (text: string): boolean => removal.test(text);

/** "Retain 10 percent during the pause": a time, and nothing that is done. */
const spell =
  / (?:during|under|until|after|before|for|of|with|since) (?:the|this|that|their|a)(?: [\w-]+){0,4} (?:pause|suspension)(?! of) /g;

/** The strongest act that the words tell, or null. */
export const actIn = (text: string): Act | null => {
  const told = text.includes('paus') || text.includes('suspension') ? text.replace(spell, ' ') : text;
  return acts.find(([, pattern]) => pattern.test(told))?.[0] ?? null;
};
