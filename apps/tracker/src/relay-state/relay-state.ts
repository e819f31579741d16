import { EVENT_TYPES, INPUT_EVENTS, schemaPath } from '@app/contracts';
import { state } from '@app/domain';
import { type Handler, type RecordedEvent } from '@app/event-store';
import { TRANSPORT, type OutgoingMessage, type Transport } from '@app/messaging';
import { ENV, Metrics } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { TrackedRelation, type Tracked } from '../relation/tracked-relation';
import { type TrackerEnv } from '../tracker.env';
import { stateMessage } from './state-messages';

/**
 * Keeps the compacted topic at what each facet reads: after each page of the log, the facets that read differently than
 * published. What was published before a restart, or while another process had the lease, is not known: then the next
 * page publishes all of them, tombstones too.
 */
@Injectable()
export class RelayState implements Handler {
  readonly name = 'relay-state';
  readonly handles = INPUT_EVENTS;
  readonly emits = true;
  /** Every page compares the whole state: in a stream of articles ten times a second is enough. */
  readonly restMs = 100;
  private published = new Map<string, string>();
  /** Position of the last event that this process handled. */
  private handled = 0;
  private readonly dataSchema: string;

  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport,
    @Inject(ENV) env: TrackerEnv,
    private readonly relation: TrackedRelation,
    private readonly metrics: Metrics,
  ) {
    this.dataSchema = new URL(schemaPath(EVENT_TYPES.facetState), env.PUBLIC_URL).href;
  }

  /** In memory nobody else could read it; a Kafka that comes later shall get all of it, from where the relay stands. */
  reachesOthers(): boolean {
    return this.transport.kind !== 'memory';
  }

  async handle(events: readonly RecordedEvent[]): Promise<void> {
    const [first, last] = [events[0], events.at(-1)];
    if (first === undefined || last === undefined) return;
    // Another process had the lease meanwhile: what it published last is not known here.
    if (await this.relation.hasInputsBetween(this.handled, first.position)) this.published = new Map();
    const { recordedAt } = last;
    const { messages, next } = await this.relation.read((tracked) => this.differences(tracked, recordedAt));
    await this.transport.publishBatch(messages);
    this.published = next;
    this.handled = last.position;
    this.metrics.count('facets_published_total', {}, messages.length);
  }

  private differences(
    tracked: Tracked,
    recordedAt: string,
  ): { messages: OutgoingMessage[]; next: Map<string, string> } {
    const { relation } = tracked;
    const where = { ...tracked, recordedAt, day: relation.day, dataSchema: this.dataSchema };
    const readings = new Map(state(relation).facets.map((reading) => [reading.facet, reading]));
    const next = new Map<string, string>();
    const messages: OutgoingMessage[] = [];
    for (const facet of new Set([...relation.facets.keys(), ...readings.keys()])) {
      const reading = readings.get(facet) ?? null;
      const bytes = JSON.stringify(reading);
      next.set(facet, bytes);
      if (this.published.get(facet) !== bytes) messages.push(stateMessage(facet, reading, where));
    }
    return { messages, next };
  }
}
