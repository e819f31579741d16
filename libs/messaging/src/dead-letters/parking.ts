import { TransportUnavailable, type Batch, type IncomingMessage, type Transport } from '../transport';
import {
  deadLetterTopic,
  letterId,
  letterToMessage,
  resolutionToMessage,
  RETRY_HEADER,
  withoutOurs,
  type DeadLetter,
} from './dead-letter';
import { ensureDeadLetterTopic } from './operate';
import { Parked } from './parked';

export interface ParkingOptions {
  readonly transport: Transport;
  readonly topic: string;
  readonly group: string;
  /** More keys than that are no longer single bad messages: the consumer waits for an operator instead. */
  readonly maxKeys: number;
}

type Why = Pick<DeadLetter, 'reason' | 'error' | 'attempts'>;

/** How old the picture may be when a message of a parked key comes: an operator may have dropped the one before it. */
const FRESH_MS = 2000;

/** What one consumer knows of its dead letters, and how it adds to them. */
export class Parking {
  private parked = new Parked();
  private readAt = 0;
  private ready = false;
  private readonly expected = new Map<number, bigint>();

  constructor(private readonly options: ParkingOptions) {}

  /** Call with each batch: reads the dead letters anew when another member may have had the partition meanwhile. */
  async follow(batch: Batch): Promise<void> {
    const [first] = batch.messages;
    const last = batch.messages.at(-1);
    if (first === undefined || last === undefined) return;
    const seamless = this.expected.get(batch.partition) === BigInt(first.offset);
    this.expected.set(batch.partition, BigInt(last.offset) + 1n);
    if (!seamless) await this.reload();
  }

  /** Whether a message must not be handled now: an earlier one of its key is parked, or it is itself, for good. */
  async holds(message: IncomingMessage): Promise<boolean> {
    const retryOf = message.headers[RETRY_HEADER];
    if (retryOf === undefined) {
      if (this.parked.firstOf(message.key) === undefined) return this.parked.knows(letterId(message));
      if (Date.now() - this.readAt > FRESH_MS) await this.reload();
      return this.parked.firstOf(message.key) !== undefined || this.parked.knows(letterId(message));
    }
    // Retries are rare, and an operator may have dropped what stood before this one: look anew when it is not its turn.
    if (!this.isItsTurn(retryOf)) await this.reload();
    return !this.isItsTurn(retryOf);
  }

  /** Open, and the first of its key. One that was dropped or retried meanwhile is none any more: nothing is left to do. */
  private isItsTurn(id: string): boolean {
    const letter = this.parked.get(id);
    if (letter === undefined) return false;
    return letter.key === null || this.parked.firstOf(letter.key)?.id === id;
  }

  /** Whether an earlier message of this key is parked, by what is known now. */
  blocks(message: IncomingMessage): boolean {
    return this.parked.firstOf(message.key) !== undefined;
  }

  /**
   * Parks a message; afterwards it counts as dealt with. One that is parked already is not parked twice, unless it is a
   * retry that failed.
   */
  async park(message: IncomingMessage, why: Why): Promise<void> {
    const id = letterId(message);
    const known = this.parked.get(id);
    const isRetry = message.headers[RETRY_HEADER] !== undefined;
    if (why.reason === 'behind' && (isRetry || this.parked.knows(id))) return;
    if (known === undefined && this.parked.keys() >= this.options.maxKeys) {
      throw new TransportUnavailable(
        `${this.options.maxKeys} keys of ${this.options.topic} are parked: this is no single bad message; see the dead letters`,
      );
    }
    const letter = this.toLetter(message, known, why);
    await this.options.transport.publishBatch([letterToMessage(letter)]);
    this.parked.park(letter);
  }

  /** A retry that fails keeps what its letter said of the first delivery. */
  private toLetter(message: IncomingMessage, known: DeadLetter | undefined, why: Why): DeadLetter {
    return {
      ...why,
      id: letterId(message),
      group: this.options.group,
      topic: this.options.topic,
      attempts: why.attempts + (known?.attempts ?? 0),
      value: message.value,
      headers: withoutOurs(message.headers),
      parkedAt: new Date().toISOString(),
      ...(known === undefined
        ? {
            partition: message.partition,
            offset: message.offset,
            key: message.key,
            producedAt: new Date(message.timestamp).toISOString(),
          }
        : {
            partition: known.partition,
            offset: known.offset,
            key: known.key,
            producedAt: known.producedAt,
          }),
    };
  }

  /** Notes that a retry went through. */
  async release(message: IncomingMessage): Promise<void> {
    const id = message.headers[RETRY_HEADER];
    if (id === undefined) return;
    const { topic, group, transport } = this.options;
    const key = this.parked.get(id)?.key ?? message.key;
    await transport.publishBatch([
      resolutionToMessage(topic, key, { id, group, outcome: 'retried', note: '' }),
    ]);
    this.parked.resolve({ id });
  }

  openKeys(): number {
    return this.parked.keys();
  }

  private async reload(): Promise<void> {
    const { transport, topic, group } = this.options;
    if (!this.ready) await ensureDeadLetterTopic(transport, topic);
    this.ready = true;
    const parked = new Parked(group);
    await transport.readTopic(deadLetterTopic(topic), parked.apply);
    this.parked = parked;
    this.readAt = Date.now();
  }
}
