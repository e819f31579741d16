const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that open a clause. */
export const openers = set(
  'that which who whom whose if unless whether while although though because since after before when where once as until till but and or so lest whereas however failing provided',
);
export const conditions = set('if unless should provided failing lest otherwise');
export const adverbs = set(
  'also already still now then again just even only recently previously currently formally officially immediately temporarily effectively reportedly repeatedly sharply further soon so far once later earlier meanwhile never ever always all both each jointly simply largely publicly quickly swiftly likely not yet long first finally actually indefinitely provisionally fully partially virtually probably possibly presumably certainly definitely',
);
export const negators = set("not never no neither nor n't without");
export const determiners = set('the a an this that these those its their his her our my your any some no every each such new more further additional other many several two three');
export const prepositions = set('in on at of for from to by with about over under into between against amid during after before since until without within through towards toward upon than per via');

/** The verb that governs an infinitive says what became of it. */
export const threatVerbs = set('threaten warn menace');
export const planVerbs = set('plan intend prepare aim schedule slate set due expect agree decide promise pledge vow commit mean undertake oblige bind move');
export const possibleVerbs = set('consider mull weigh float study ponder explore propose suggest examine want seek hope ask urge demand push call try request like look');
export const negativeVerbs = set('refuse decline fail stop cease avoid reject drop cancel scrap abandon deny');
