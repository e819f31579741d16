import { type MentionKind, type Side } from '../doc';

/** One row: what it is, whose, its canonical name, and the ways it is written, lower case, `|` between them. */
export interface ActorRow {
  readonly kind: MentionKind;
  readonly side: Side | null;
  readonly name: string;
  readonly forms: string;
  readonly role?: 'official' | 'media';
  /** The word must be written with a capital (or all in capitals) to count: US and us. */
  readonly exact?: boolean;
}

const row = (kind: MentionKind, side: Side | null, name: string, forms: string): ActorRow => ({ kind, side, name, forms });

export const actors: readonly ActorRow[] = [
  { ...row('country', 'US', 'United States', 'us|usa|u s|united states|united states of america|america|uncle sam'), exact: true },
  { ...row('country', 'CN', 'China', 'china|prc|people\'s republic of china|mainland china|communist china'), exact: true },
  { ...row('capital', 'US', 'Washington', 'washington|washington dc|american capital|us capital'), exact: true },
  { ...row('capital', 'CN', 'Beijing', 'beijing|bejing|chinese capital'), exact: true },
  { ...row('people', 'US', 'American', 'american|americans'), exact: true },
  { ...row('people', 'CN', 'Chinese', 'chinese'), exact: true },
  row('people', 'both', 'Sino-American', 'sino american|sino us|us china|china us|us chinese|chinese american'),
  { ...row('institution', 'US', 'White House', 'white house|oval office'), role: 'official' },
  { ...row('institution', 'US', 'US government', 'trump administration|biden administration|obama administration|us administration|us government|the administration|u s government|us side|american side|trump team|biden team|us delegation|american delegation'), role: 'official' },
  { ...row('institution', 'US', 'Commerce Department', 'commerce department|department of commerce|us commerce|bureau of industry and security|bis|commerce dept'), role: 'official', exact: true },
  { ...row('institution', 'US', 'Treasury', 'treasury|treasury department|us treasury|department of the treasury|ofac'), role: 'official', exact: true },
  { ...row('institution', 'US', 'USTR', 'ustr|us trade representative|office of the us trade representative|office of the united states trade representative|united states trade representative|office of the trade representative|trade representative\'s office|us trade office'), role: 'official' },
  { ...row('institution', 'US', 'State Department', 'state department|department of state'), role: 'official' },
  { ...row('institution', 'US', 'Justice Department', 'justice department|department of justice'), role: 'official' },
  { ...row('institution', 'US', 'Defense Department', 'pentagon|defense department|department of defense|department of war'), role: 'official' },
  { ...row('institution', 'US', 'Homeland Security', 'homeland security|customs and border protection|us customs|department of homeland security'), role: 'official' },
  { ...row('institution', 'US', 'Federal Communications Commission', 'federal communications commission|fcc'), role: 'official', exact: true },
  { ...row('institution', 'US', 'Congress', 'congress|us senate|senate|house of representatives|us lawmakers|capitol hill|us congress|house select committee'), exact: true },
  { ...row('institution', 'US', 'Supreme Court', 'supreme court|court of international trade|us court of international trade|us supreme court|federal appeals court') },
  { ...row('institution', 'CN', 'Commerce Ministry', 'commerce ministry|ministry of commerce|mofcom|moc'), role: 'official' },
  { ...row('institution', 'CN', 'Foreign Ministry', 'foreign ministry|ministry of foreign affairs|mfa'), role: 'official' },
  { ...row('institution', 'CN', 'Finance Ministry', 'finance ministry|ministry of finance'), role: 'official' },
  { ...row('institution', 'CN', 'State Council', 'state council|state council tariff commission|customs tariff commission|tariff commission|state council information office|politburo|communist party|chinese communist party|ccp|central committee'), role: 'official' },
  { ...row('institution', 'CN', 'Chinese customs', 'general administration of customs|chinese customs|china\'s customs|gacc|customs administration'), role: 'official' },
  { ...row('institution', 'CN', 'NDRC', 'national development and reform commission|ndrc'), role: 'official' },
  { ...row('institution', 'CN', 'SAMR', 'state administration for market regulation|samr|market regulator|cyberspace administration of china|cyberspace administration|cac'), role: 'official' },
  { ...row('institution', 'CN', 'Chinese government', 'chinese government|chinese side|chinese delegation|chinese authorities|chinese embassy|china\'s embassy|chinese leadership|people\'s bank of china|national people\'s congress|npc'), role: 'official' },
  { ...row('institution', 'CN', 'Chinese state media', 'xinhua|people\'s daily|global times|china daily|cctv|cgtn|yuyuan tantian|chinese state media|chinese media|state news agency'), role: 'media' },
  row('country', 'other', 'European Union', 'european union|eu|european commission|brussels|bloc|europe|european'),
  row('country', 'other', 'Canada', 'canada|canadian|canadians|ottawa|trudeau|carney'),
  row('country', 'other', 'Mexico', 'mexico|mexican|mexicans|sheinbaum|mexico city'),
  row('country', 'other', 'Japan', 'japan|japanese|tokyo|abe|ishiba|takaichi|kishida'),
  row('country', 'other', 'India', 'india|indian|new delhi|modi|narendra modi'),
  row('country', 'other', 'Britain', 'britain|british|uk|united kingdom|starmer|boris johnson|theresa may'),
  row('country', 'other', 'Germany', 'germany|german|berlin|merkel|merz|scholz'),
  row('country', 'other', 'France', 'france|french|paris government|macron'),
  row('country', 'other', 'Russia', 'russia|russian|moscow|kremlin|putin|vladimir putin'),
  row('country', 'other', 'South Korea', 'south korea|south korean|korea|korean|lee jae myung|moon jae in'),
  row('country', 'other', 'North Korea', 'north korea|north korean|pyongyang|kim jong un|kim'),
  row('country', 'other', 'Taiwan', 'taiwan|taiwanese|taipei'),
  row('country', 'other', 'Australia', 'australia|australian|canberra|albanese'),
  row('country', 'other', 'Brazil', 'brazil|brazilian|lula|bolsonaro'),
  row('country', 'other', 'Vietnam', 'vietnam|vietnamese|hanoi'),
  row('country', 'other', 'Switzerland', 'switzerland|swiss|bern'),
  row('country', 'other', 'Turkey', 'turkey|turkish|ankara|erdogan'),
  row('country', 'other', 'Iran', 'iran|iranian|tehran'),
  row('country', 'other', 'Israel', 'israel|israeli|hamas|gaza|netanyahu|hezbollah|lebanon'),
  row('country', 'other', 'Ukraine', 'ukraine|ukrainian|kyiv|kiev|zelensky|zelenskyy|zelenskiy'),
  row('country', 'other', 'Indonesia', 'indonesia|indonesian|jakarta|prabowo'),
  row('country', 'other', 'Pakistan', 'pakistan|pakistani|islamabad'),
  row('country', 'other', 'Netherlands', 'netherlands|dutch'),
  row('country', 'other', 'Malaysia', 'malaysian|malaysia\'s government'),
  row('country', 'other', 'Thailand', 'thai|cambodia|cambodian'),
  row('country', 'other', 'Afghanistan', 'afghanistan|afghan|taliban'),
  row('country', 'other', 'Venezuela', 'venezuela|venezuelan'),
  row('country', 'other', 'ASEAN', 'asean|brics|mercosur|african union|southeast asian nations'),
  row('country', 'other', 'Philippines', 'philippines|philippine|manila|filipino|marcos'),
  row('country', 'other', 'Saudi Arabia', 'saudi arabia|saudi|riyadh|uae|united arab emirates|qatar'),
  row('country', 'other', 'New Zealand', 'new zealand|wellington'),
  row('country', 'other', 'Lithuania', 'lithuania|lithuanian|vilnius|poland|polish|hungary|hungarian|norway|norwegian'),
  row('country', 'other', 'South Africa', 'south africa|south african|pretoria|nigeria|nigerian|kenya|kenyan|ethiopia'),
  row('country', 'other', 'Colombia', 'colombia|colombian|ecuador|panama'),
  row('country', 'other', 'Bangladesh', 'bangladesh|bangladeshi|sri lanka|nepal|kazakhstan|mongolia'),
  row('firm', null, 'Bank of America', 'bank of america'),
  row('country', 'other', 'WTO', 'wto|world trade organization|world trade organisation|imf|international monetary fund|world bank|oecd|opec'),
];
