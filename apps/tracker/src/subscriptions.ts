import { EVENT_LOG, type EventLog } from '@app/event-store';
import { ServiceContext } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { RelayChanges } from './relay-changes/relay-changes';
import { RelayState } from './relay-state/relay-state';

/** States in which a subscription does its work, or another process does. */
const WELL = new Set(['catching-up', 'caught-up', 'standby']);

/** Starts what follows the log, and says how it does. */
@Injectable()
export class Subscriptions implements OnApplicationBootstrap {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly changes: RelayChanges,
    private readonly state: RelayState,
    private readonly context: ServiceContext,
  ) {}

  onApplicationBootstrap(): void {
    for (const handler of [this.changes, this.state]) {
      if (!handler.reachesOthers()) continue;
      const subscription = this.log.subscribe(handler);
      this.context.health.add(handler.name, () => {
        const { state, position, lastError } = subscription.status();
        const detail = `${state} at ${position}${WELL.has(state) ? '' : `: ${lastError ?? ''}`}`;
        return { ok: WELL.has(state), detail };
      });
      this.context.metrics.sample(
        `position_of_${handler.name.replaceAll('-', '_')}`,
        () => subscription.status().position,
      );
    }
  }
}
