export interface CheckResult {
  readonly ok: boolean;
  readonly detail: string;
}
export type Check = () => Promise<CheckResult> | CheckResult;

/** What `/health/ready` asks: each part of a service adds its own check (inject this class). */
export class HealthRegistry {
  private readonly checks = new Map<string, Check>();
  private stopping = false;

  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  /** From now on not ready: the first step of a shutdown. */
  stop(): void {
    this.stopping = true;
  }

  /** Runs all checks; each has two seconds. Never rejects. */
  async report(): Promise<{ readonly ok: boolean; readonly checks: Readonly<Record<string, CheckResult>> }> {
    const entries = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await bounded(check)] as const),
    );
    if (this.stopping) entries.push(['service', { ok: false, detail: 'shutting down' }]);
    return { ok: entries.every(([, result]) => result.ok), checks: Object.fromEntries(entries) };
  }
}

const CHECK_DEADLINE_MS = 2000;

const bounded = async (check: Check): Promise<CheckResult> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CheckResult>((resolve) => {
    timer = setTimeout(() => {
      resolve({ ok: false, detail: `no answer in ${CHECK_DEADLINE_MS} ms` });
    }, CHECK_DEADLINE_MS);
  });
  try {
    return await Promise.race([Promise.resolve().then(check), late]);
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
};
