import { EVENT_TYPES, RELATION, schemaPath, STATE_EVENTS } from '@app/contracts';
import { followState, type FacetState, type Relation } from '@app/domain';
import { type Handler, type HandlerContext, type RecordedEvent } from '@app/event-store';
import { TRANSPORT, type OutgoingMessage, type SolePublisher, type Transport } from '@app/messaging';
import { ENV, Metrics } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type Tracked } from '../relation/fold';
import { TrackedRelation } from '../relation/tracked-relation';
import { type TrackerEnv } from '../tracker.env';
import { stateMessage } from './state-messages';

/** Nobody else writes to the topic under this name; see docs/adr/0009-who-leads-writes-alone.md. */
const WRITER = `state-of-${RELATION}`;

interface Published {
  readonly reading: FacetState | null;
  readonly bytes: string;
}

/** What holds as long as the lease does. */
interface Held {
  /** Of the lease. */
  readonly epoch: number;
  readonly publisher: SolePublisher;
  readonly follow: (relation: Relation) => ReadonlyMap<string, FacetState>;
  /** By facet; empty until the first page: what an earlier holder published last is not known. */
  readonly published: ReadonlyMap<string, Published>;
}

/**
 * Keeps the compacted topic at what each facet reads: after each page of the log, the facets that read differently than
 * published. Whoever gets the lease takes the topic over, so that nothing of an earlier holder's can land behind it, and begins
 * with all of them, tombstones too. So does a process whose publish failed.
 */
@Injectable()
export class RelayState implements Handler {
  readonly name = 'relay-state';
  readonly handles = STATE_EVENTS;
  readonly emits = true;
  /** A page is a transaction, here and in Kafka: in a stream of articles ten a second are enough. */
  readonly restMs = 100;
  private held: Held | null = null;
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

  async handle(events: readonly RecordedEvent[], context: HandlerContext): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return;
    const held = await this.take(context);
    const { recordedAt } = last;
    const { messages, next } = await this.relation.read((tracked) =>
      this.differences(tracked, recordedAt, held),
    );
    this.held = null;
    await held.publisher.publishBatch(messages);
    this.held = { ...held, published: next };
    this.metrics.count('facets_published_total', {}, messages.length);
  }

  private async take({ tx, epoch }: HandlerContext): Promise<Held> {
    if (this.held?.epoch === epoch) return this.held;
    await this.held?.publisher.close();
    this.held = null;
    const held = {
      epoch,
      publisher: await this.transport.takeOver(WRITER),
      follow: followState(),
      published: new Map<string, Published>(),
    };
    this.held = held;
    // Had this process slept until now, somebody else might have the lease, and the topic would have been taken from him: then
    // the transaction that locks the checkpoint has ended, and this throws. If it sleeps from now on, his taking over is later.
    await tx.query('select 1');
    return held;
  }

  private differences(
    tracked: Tracked,
    recordedAt: string,
    { follow, published }: Held,
  ): { messages: OutgoingMessage[]; next: Map<string, Published> } {
    const { relation } = tracked;
    const where = { ...tracked, recordedAt, day: relation.day, dataSchema: this.dataSchema };
    const readings = follow(relation);
    const next = new Map<string, Published>();
    const messages: OutgoingMessage[] = [];
    // One that another policy had, and this one has not, is published still.
    for (const facet of new Set([...published.keys(), ...relation.facets.keys(), ...readings.keys()])) {
      const reading = readings.get(facet) ?? null;
      const before = published.get(facet);
      // The very same object: nothing was learned of the facet, and it need not be written out to be compared.
      const bytes = before?.reading === reading ? before.bytes : JSON.stringify(reading);
      next.set(facet, { reading, bytes });
      if (before?.bytes !== bytes) messages.push(stateMessage(facet, reading, where));
    }
    return { messages, next };
  }
}
