/** Forms of a regular verb: exploit, exploits, exploited, exploiting. */
const forms = (base: string): string[] => {
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  return [base, `${base}s`, `${stem}ed`, `${stem}ing`];
};

/** What one side says that the other does, when it blames it. */
export const blamed: ReadonlySet<string> = new Set([
  ...'exploit cheat plunder coerce weaponize weaponise undermine endanger distort flood flout violate renege abuse evade circumvent meddle interfere smear sabotage intimidate harm'
    .split(' ')
    .flatMap(forms),
  ...'steal steals stole stolen stealing rob robs robbed robbing bully bullies bullied bullying suppress suppresses suppressed suppressing'.split(
    ' ',
  ),
]);

/** Forms that blame only with an infinitive behind them: "has failed to act". */
export const failing: ReadonlySet<string> = new Set(
  'failed fails failing refused refuses refusing'.split(' '),
);

/** Words for the other's conduct that blame it: "China's unfair practices". */
const blaming: ReadonlySet<string> = new Set(
  'illicit abusive predatory wrongful reckless unjustified coercive hostile provocative malign dishonest bullying theft coercion aggression cheating suppression provocation provocations hegemony abuses meddling interference misconduct wrongdoing intimidation blackmail'.split(
    ' ',
  ),
);

/** The same, said more often without heat. */
const mild: ReadonlySet<string> = new Set(
  'unfair unlawful illegal discriminatory aggressive overcapacity unilateral excessive unreasonable'.split(
    ' ',
  ),
);

/** Does the word call conduct bad? */
export const isBlaming = (word: string): boolean => blaming.has(word) || mild.has(word);

export const mildWords: readonly string[] = [...mild];
/** All other words that may blame. */
export const blameWords: readonly string[] = [...new Set([...blamed, ...failing, ...blaming])];
