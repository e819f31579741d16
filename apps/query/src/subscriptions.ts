import { EVENT_LOG, type EventLog, type Projection } from '@app/event-store';
import { ServiceContext } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Bell } from './events/bell';
import { ProjectionsModule } from './projections.module';
import { RelationView } from './relation/relation-view';

/** In a stream of articles the read models are written ten times a second at most; each write waits for the disk, as appends do. */
const REST_MS = 100;
/** States in which a projection is kept, here or by another process. */
const WELL = new Set(['catching-up', 'caught-up', 'standby']);

/** Keeps the read models from the log, and says how far they are. */
@Injectable()
export class Subscriptions implements OnApplicationBootstrap {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly bell: Bell,
    private readonly view: RelationView,
    private readonly context: ServiceContext,
  ) {}

  onApplicationBootstrap(): void {
    for (const projection of ProjectionsModule.all(this.log.store, this.view)) {
      const subscription = this.log.subscribe(this.withBell(projection));
      this.context.health.add(projection.name, () => {
        const { state, position, lastError } = subscription.status();
        const detail = `${state} at ${position}${WELL.has(state) ? '' : `: ${lastError ?? ''}`}`;
        return { ok: WELL.has(state), detail };
      });
      this.context.metrics.sample(
        `position_of_${projection.name.replaceAll('-', '_')}`,
        () => subscription.status().position,
      );
    }
  }

  /** What a projection is given is in the log: whoever follows the log may look. */
  private withBell(projection: Projection): Projection {
    const { name, handles, tables } = projection;
    return {
      ...{ name, handles, tables, restMs: REST_MS },
      handle: async (events, context) => {
        await projection.handle(events, context);
        this.bell.ring();
      },
    };
  }
}
