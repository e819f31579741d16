import { EVENT_TYPES, LOG_EVENTS, schemaPath } from '@app/contracts';
import { type Handler, type RecordedEvent } from '@app/event-store';
import { TRANSPORT, type Transport } from '@app/messaging';
import { ENV, Metrics } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type TrackerEnv } from '../tracker.env';
import { changeMessage } from './change-message';

/** Publishes recorded changes in the order of the log: the log is the outbox, the checkpoint says how far it has come. */
@Injectable()
export class RelayChanges implements Handler {
  readonly name = 'relay-changes';
  readonly handles = [LOG_EVENTS.relationChanged];
  readonly emits = true;
  private readonly dataSchema: string;

  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport,
    @Inject(ENV) env: TrackerEnv,
    private readonly metrics: Metrics,
  ) {
    this.dataSchema = new URL(schemaPath(EVENT_TYPES.relationChanged), env.PUBLIC_URL).href;
  }

  /** In memory nobody else could read it; a Kafka that comes later shall get all of it, from where the relay stands. */
  reachesOthers(): boolean {
    return this.transport.kind !== 'memory';
  }

  async handle(events: readonly RecordedEvent[]): Promise<void> {
    await this.transport.publishBatch(events.map((event) => changeMessage(event, this.dataSchema)));
    this.metrics.count('changes_published_total', {}, events.length);
  }
}
