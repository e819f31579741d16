import { type Side } from '../doc';

/** Who spoke for whom, and since when. `leader` holds from each first day to the last, exclusive; null is open. */
export interface PersonRow {
  readonly side: Side;
  readonly name: string;
  /** Ways of writing, `|` between; the surname alone counts only with a capital. */
  readonly forms: string;
  readonly leader?: readonly (readonly [string, string | null])[];
}

const us = (name: string, forms: string): PersonRow => ({ side: 'US', name, forms });
const cn = (name: string, forms: string): PersonRow => ({ side: 'CN', name, forms });

export const persons: readonly PersonRow[] = [
  // President-elect counts: his calls are leaders' calls.
  { ...us('Donald Trump', 'trump|donald trump|donald j trump|mr trump'), leader: [['2016-11-09', '2021-01-20'], ['2024-11-06', null]] },
  { ...us('Joe Biden', 'biden|joe biden|joseph biden|mr biden'), leader: [['2020-11-08', '2025-01-20']] },
  { ...us('Barack Obama', 'obama|barack obama'), leader: [['2008-11-05', '2017-01-20']] },
  { ...cn('Xi Jinping', 'xi|xi jinping|jinping'), leader: [['2012-11-15', null]] },
  us('Scott Bessent', 'bessent|scott bessent'),
  us('Jamieson Greer', 'greer|jamieson greer'),
  us('Howard Lutnick', 'lutnick|howard lutnick'),
  us('Marco Rubio', 'rubio|marco rubio'),
  us('JD Vance', 'vance|jd vance|j d vance'),
  us('Peter Navarro', 'navarro|peter navarro'),
  us('Kevin Hassett', 'hassett|kevin hassett'),
  us('Karoline Leavitt', 'leavitt|karoline leavitt'),
  us('David Perdue', 'perdue|david perdue'),
  us('Steven Mnuchin', 'mnuchin|steven mnuchin|steven t mnuchin|steve mnuchin'),
  us('Robert Lighthizer', 'lighthizer|robert lighthizer|robert e lighthizer|bob lighthizer'),
  us('Wilbur Ross', 'ross|wilbur ross|wilbur l ross'),
  us('Larry Kudlow', 'kudlow|larry kudlow'),
  us('Mike Pence', 'pence|mike pence'),
  us('Mike Pompeo', 'pompeo|mike pompeo'),
  us('Jeffrey Gerrish', 'gerrish|jeffrey gerrish'),
  us('Sarah Sanders', 'sarah sanders|sarah huckabee sanders'),
  us('Terry Branstad', 'branstad|terry branstad'),
  us('Janet Yellen', 'yellen|janet yellen'),
  us('Gina Raimondo', 'raimondo|gina raimondo'),
  us('Katherine Tai', 'katherine tai'),
  us('Antony Blinken', 'blinken|antony blinken'),
  us('Jake Sullivan', 'jake sullivan|sullivan'),
  us('Nicholas Burns', 'nicholas burns'),
  us('Kamala Harris', 'kamala harris'),
  us('Wendy Sherman', 'wendy sherman'),
  us('Kurt Campbell', 'kurt campbell'),
  us('Wally Adeyemo', 'wally adeyemo|adeyemo'),
  us('Jay Shambaugh', 'jay shambaugh|shambaugh'),
  us('Sarah Bianchi', 'sarah bianchi'),
  us('Marisa Lago', 'marisa lago'),
  us('David Malpass', 'david malpass|malpass'),
  us('Alan Estevez', 'alan estevez|estevez'),
  us('Jeffrey Kessler', 'jeffrey kessler'),
  us('Daniel Kritenbrink', 'daniel kritenbrink|kritenbrink'),
  us('Mike Waltz', 'mike waltz|waltz'),
  us("Robert O'Brien", "robert o'brien"),
  us('John Bolton', 'john bolton|bolton'),
  us('Jared Kushner', 'jared kushner|kushner'),
  us('Sonny Perdue', 'sonny perdue'),
  us('Tom Vilsack', 'tom vilsack|vilsack'),
  us('Brooke Rollins', 'brooke rollins|rollins'),
  us('Steve Daines', 'steve daines|daines'),
  us('Rex Tillerson', 'rex tillerson|tillerson'),
  us('Pete Hegseth', 'pete hegseth|hegseth'),
  us('Lloyd Austin', 'lloyd austin'),
  cn('He Lifeng', 'he lifeng|vice premier he|vice premier he lifeng|mr he'),
  cn('Liu He', 'liu he|mr liu|vice premier liu|vice premier liu he|liu'),
  cn('Li Chenggang', 'li chenggang'),
  cn('Wang Wentao', 'wang wentao'),
  cn('Wang Yi', 'wang yi'),
  cn('Li Qiang', 'premier li qiang|premier li'),
  cn('Li Keqiang', 'li keqiang'),
  cn('Wang Qishan', 'wang qishan'),
  cn('Han Zheng', 'han zheng'),
  cn('Zhong Shan', 'zhong shan'),
  cn('Wang Shouwen', 'wang shouwen'),
  cn('Gao Feng', 'gao feng|gao'),
  cn('Geng Shuang', 'geng shuang|geng'),
  cn('Lu Kang', 'lu kang'),
  cn('Hua Chunying', 'hua chunying|hua'),
  cn('Zhao Lijian', 'zhao lijian'),
  cn('Wang Wenbin', 'wang wenbin'),
  cn('Mao Ning', 'mao ning'),
  cn('Lin Jian', 'lin jian'),
  cn('Guo Jiakun', 'guo jiakun'),
  cn('He Yadong', 'he yadong'),
  cn('He Yongqian', 'he yongqian'),
  cn('Shu Jueting', 'shu jueting'),
  cn('Liu Pengyu', 'liu pengyu'),
  cn('Yang Jiechi', 'yang jiechi'),
  cn('Wang Yang', 'wang yang'),
  cn('Liao Min', 'liao min'),
  cn('Yi Gang', 'yi gang'),
  cn('Pan Gongsheng', 'pan gongsheng'),
  cn('Zhu Guangyao', 'zhu guangyao'),
  cn('Ma Zhaoxu', 'ma zhaoxu'),
  cn('Zheng Zeguang', 'zheng zeguang'),
  cn('Ning Jizhe', 'ning jizhe'),
  cn('Wang Xiaohong', 'wang xiaohong'),
  cn('Ling Ji', 'ling ji'),
  cn('Zhao Leji', 'zhao leji'),
  cn('Dong Jun', 'dong jun'),
  cn('Xie Feng', 'xie feng'),
  cn('Qin Gang', 'qin gang'),
  cn('Cui Tiankai', 'cui tiankai'),
  cn('Lan Foan', 'lan foan'),
  cn('Hu Xijin', 'hu xijin'),
  cn('Wang Hejun', 'wang hejun'),
  cn('Chen Deming', 'chen deming'),
];

/** Nouns for people who speak for the side named before them: "Chinese officials", "US negotiators". */
export const personNouns: ReadonlySet<string> = new Set(
  'official officials negotiator negotiators envoy envoys diplomat diplomats minister ministers spokesman spokeswoman spokesperson spokespeople leader leaders president presidents premier secretary ambassador counterpart counterparts authority authorities regulator regulators government governments administration side team teams delegation delegates representative representatives lawmakers senator senators trade-representative ministry department embassy'.split(
    ' ',
  ),
);

/** Titles between a nationality and a name, and before a name: part of the phrase, no actor by themselves. */
export const titles: ReadonlySet<string> = new Set(
  'president vice premier minister prime foreign commerce finance treasury trade secretary of state the representative deputy top chief senior chinese american us leader economic adviser negotiator spokesman spokeswoman spokesperson ministry ambassador mr ms mrs then former press national security'.split(
    ' ',
  ),
);
