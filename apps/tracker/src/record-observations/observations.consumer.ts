import { observationsExtracted, TOPICS, topicSettings, type ObservationsExtracted } from '@app/contracts';
import {
  startConsumer,
  TRANSPORT,
  type Received,
  type RunningConsumer,
  type Transport,
} from '@app/messaging';
import { ENV, ServiceContext, withCorrelation } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type TrackerEnv } from '../tracker.env';
import { RecordObservations } from './record-observations';

/** Records what was observed: a batch of messages is one append. */
@Injectable()
export class ObservationsConsumer implements OnApplicationBootstrap, OnApplicationShutdown {
  private consumer: RunningConsumer | null = null;

  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport,
    private readonly commands: CommandBus,
    private readonly context: ServiceContext,
    @Inject(ENV) private readonly env: TrackerEnv,
  ) {}

  onApplicationBootstrap(): void {
    const { health, logger, metrics } = this.context;
    health.add('observations', () => this.consumer?.health() ?? { ok: false, detail: 'not started' });
    this.consumer = startConsumer(
      this.transport,
      {
        group: 'tracker',
        topic: TOPICS.observationsExtracted,
        parse: (json) => observationsExtracted.parse(json),
        handle: (received) => this.record(received),
        inContext: withCorrelation,
        logger,
        metrics,
      },
      topicSettings(this.env.TOPIC_PARTITIONS),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.consumer?.stop();
  }

  private async record(received: readonly Received<ObservationsExtracted>[]): Promise<void> {
    const outcomes = await this.commands.execute(new RecordObservations(received));
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
