import { ENV, ServiceContext, type CheckResult } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { TrackedRelation } from '../relation/tracked-relation';
import { type TrackerEnv } from '../tracker.env';
import { AdoptPolicy } from './adopt-policy';

/** How long it waits before it tries again: the database may be away at the start. */
const EVERY_MS = 5000;
const WHY = { reason: 'the tracker was started with it', by: 'POLICY_FILE', dryRun: false };

/**
 * Adopts the policy that the tracker was started with, once. From then on it is not ready while another one is in force: a second
 * tracker that was started with another file shows, instead of the two taking turns.
 */
@Injectable()
export class AdoptPolicyJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  /** Null: it was adopted. */
  private fault: string | null = 'not adopted yet';

  constructor(
    private readonly commands: CommandBus,
    private readonly relation: TrackedRelation,
    private readonly context: ServiceContext,
    @Inject(ENV) private readonly env: TrackerEnv,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.POLICY === undefined) return;
    this.context.health.add('policy', () => this.check());
    void this.adopt();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  /** Until it is adopted, or refused. Never rejects. */
  async adopt(): Promise<void> {
    const { POLICY } = this.env;
    if (POLICY === undefined) return;
    try {
      const { outcome } = await this.commands.execute(new AdoptPolicy({ policy: POLICY, ...WHY }));
      this.fault = outcome === 'version is taken' ? `another policy was adopted as ${POLICY.version}` : null;
      if (this.fault !== null) this.context.logger.error({ policy: POLICY.version }, this.fault);
    } catch (error) {
      this.context.logger.warn({ err: error }, 'the policy could not be adopted: trying again soon');
      this.timer = setTimeout(() => void this.adopt(), EVERY_MS);
    }
  }

  check(): CheckResult {
    const own = this.env.POLICY?.version;
    const inForce = this.relation.policyInForce();
    if (this.fault !== null) return { ok: false, detail: `${own}: ${this.fault}` };
    const isOwn = inForce === null || inForce === own;
    return { ok: isOwn, detail: isOwn ? `${own}` : `${inForce} is in force, POLICY_FILE has ${own}` };
  }
}
