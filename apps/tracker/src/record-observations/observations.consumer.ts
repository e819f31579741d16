import { observationsExtracted, TOPICS, type ObservationsExtracted } from '@app/contracts';
import { subscribe, TRANSPORT, type Received, type RunningConsumer, type Transport } from '@app/messaging';
import { ServiceContext, withCorrelation } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Activity } from '../relation/activity';
import { TrackedRelation } from '../relation/tracked-relation';
import { observedFact } from './observed-facts';

/** Records what was observed: a batch of messages is one append. */
@Injectable()
export class ObservationsConsumer implements OnApplicationBootstrap, OnApplicationShutdown {
  private consumer: RunningConsumer | null = null;

  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport,
    private readonly relation: TrackedRelation,
    private readonly activity: Activity,
    private readonly context: ServiceContext,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { health, logger, metrics } = this.context;
    health.add('observations', () => this.consumer?.health() ?? { ok: false, detail: 'not started' });
    this.consumer = await subscribe(this.transport, {
      group: 'tracker',
      topic: TOPICS.observationsExtracted,
      parse: (json) => observationsExtracted.parse(json),
      handle: (received) => this.record(received),
      inContext: withCorrelation,
      logger,
      metrics,
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.consumer?.stop();
  }

  private async record(received: readonly Received<ObservationsExtracted>[]): Promise<void> {
    this.activity.note();
    const outcomes = await this.relation.record(received.map(observedFact));
    received.forEach(({ data, envelope }, at) => {
      const outcome = outcomes[at] ?? 'recorded';
      const observations = data.extraction.observations.length;
      this.context.metrics.count('articles_recorded_total', { outcome: outcome.replace(' ', '_') });
      this.context.logger.info(
        { articleId: data.article.id, correlationId: envelope.correlationId, observations, outcome },
        'article recorded',
      );
    });
  }
}
