import { backoffMs } from '../backoff';
import type { Batch, ConsumerOptions, IncomingMessage, RunningConsumer } from '../transport';
import type { MemoryTopic } from './memory-topic';

interface Lane {
  offset: number;
  /** The drain under way; callers that come meanwhile wait for it and then look again. */
  busy: Promise<void> | undefined;
  failures: number;
  timer: NodeJS.Timeout | undefined;
}

/** A consumer group in memory: one reader a partition, in order; the partitions are dealt out to the members. */
export class MemoryGroup {
  private readonly lanes = new Map<string, Lane>();
  private members: MemoryMember[] = [];

  constructor(private readonly topicOf: (name: string) => MemoryTopic) {}

  join(options: ConsumerOptions): RunningConsumer {
    const member = new MemoryMember(options, (gone) => this.leave(gone));
    this.members.push(member);
    for (const topic of options.topics) {
      // What was published before anybody read: a failure is told by health and tried again.
      this.drain(new Set([topic])).catch(() => undefined);
    }
    return member;
  }

  readsAny(topics: ReadonlySet<string>): boolean {
    return this.members.some(({ options }) => options.topics.some((topic) => topics.has(topic)));
  }

  offset(topic: string, partition: number): number {
    return this.lane(topic, partition).offset;
  }

  /** Resolves when all that stands in these topics is handled; rejects with what a handler threw. */
  async drain(topics: ReadonlySet<string>): Promise<void> {
    const lanes = [...topics].flatMap((topic) =>
      this.topicOf(topic).partitions.map((_messages, partition) => this.drainLane(topic, partition)),
    );
    await Promise.all(lanes);
  }

  async stop(): Promise<void> {
    await Promise.all(this.members.map((member) => member.stop()));
  }

  private async leave(member: MemoryMember): Promise<void> {
    this.members = this.members.filter((other) => other !== member);
    for (const lane of this.lanes.values()) clearTimeout(lane.timer);
    for (const { busy } of this.lanes.values()) await busy;
  }

  private lane(topic: string, partition: number): Lane {
    const key = `${topic}/${partition}`;
    let lane = this.lanes.get(key);
    if (lane === undefined) {
      lane = { offset: 0, busy: undefined, failures: 0, timer: undefined };
      this.lanes.set(key, lane);
    }
    return lane;
  }

  private async drainLane(topic: string, partition: number): Promise<void> {
    const lane = this.lane(topic, partition);
    while (lane.busy !== undefined) await lane.busy;
    lane.busy = this.work(lane, topic, partition).finally(() => (lane.busy = undefined));
    // Those who wait want the lane free, not its error: their own turn brings it again.
    const turn = lane.busy;
    lane.busy = turn.catch(() => undefined);
    await turn;
  }

  private async work(lane: Lane, topic: string, partition: number): Promise<void> {
    for (;;) {
      const readers = this.members.filter(({ options }) => options.topics.includes(topic));
      const member = readers[partition % readers.length];
      const messages = this.topicOf(topic).from(partition, lane.offset);
      const [first] = messages;
      if (member === undefined || first === undefined) return;
      lane.offset = Math.max(lane.offset, Number(first.offset));
      const batch = new MemoryBatch({ topic, partition, messages }, member, lane);
      try {
        await member.options.onBatch(batch);
      } catch (error) {
        this.retryLater(lane, batch, member, error);
        throw error;
      }
      member.resume(batch);
      lane.failures = 0;
    }
  }

  private retryLater(lane: Lane, batch: Batch, member: MemoryMember, error: unknown): void {
    member.pause(batch, error);
    clearTimeout(lane.timer);
    lane.timer = setTimeout(() => {
      this.drainLane(batch.topic, batch.partition).catch(() => undefined);
    }, backoffMs(lane.failures));
    lane.failures += 1;
  }
}

class MemoryMember implements RunningConsumer {
  stopped = false;
  private readonly paused = new Map<string, string>();

  constructor(
    readonly options: ConsumerOptions,
    private readonly leave: (member: MemoryMember) => Promise<void>,
  ) {}

  health(): { ok: boolean; detail: string } {
    const [first] = this.paused;
    if (first !== undefined) return { ok: false, detail: `${first[0]} waits: ${first[1]}` };
    return { ok: !this.stopped, detail: this.stopped ? 'stopped' : 'member of its group' };
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.leave(this);
  }

  pause({ topic, partition }: Batch, error: unknown): void {
    const key = `${topic}/${partition}`;
    if (!this.paused.has(key)) this.options.onPause?.(topic, partition, error);
    this.paused.set(key, error instanceof Error ? error.message : String(error));
  }

  resume({ topic, partition }: Batch): void {
    if (this.paused.delete(`${topic}/${partition}`)) this.options.onResume?.(topic, partition);
  }
}

class MemoryBatch implements Batch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly IncomingMessage[];

  constructor(
    what: Pick<Batch, 'topic' | 'partition' | 'messages'>,
    private readonly member: MemoryMember,
    private readonly lane: Lane,
  ) {
    this.topic = what.topic;
    this.partition = what.partition;
    this.messages = what.messages;
  }

  resolve(message: IncomingMessage): void {
    if (!this.isStale()) this.lane.offset = Number(message.offset) + 1;
  }

  heartbeat(): Promise<void> {
    return Promise.resolve();
  }

  isStale(): boolean {
    return this.member.stopped;
  }
}
