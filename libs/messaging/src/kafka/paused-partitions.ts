import { backoffMs } from '../backoff';
import type { Batch, ConsumerOptions } from '../transport';

interface Pause {
  readonly attempt: number;
  readonly reason: string;
  readonly timer: NodeJS.Timeout;
}

/** Partitions whose handler threw: each waits for a growing while and is then read again from where it stood. */
export class PausedPartitions {
  private readonly pauses = new Map<string, Pause>();

  constructor(private readonly options: Pick<ConsumerOptions, 'onPause' | 'onResume'>) {}

  pause(batch: Batch, resume: () => void, error: unknown): void {
    const key = `${batch.topic}/${batch.partition}`;
    const attempt = (this.pauses.get(key)?.attempt ?? -1) + 1;
    const timer = setTimeout(resume, backoffMs(attempt));
    this.pauses.set(key, { attempt, reason: error instanceof Error ? error.message : String(error), timer });
    if (attempt === 0) this.options.onPause?.(batch.topic, batch.partition, error);
  }

  /** A batch of the partition went through: the trouble is over. */
  worked(topic: string, partition: number): void {
    if (this.pauses.delete(`${topic}/${partition}`)) this.options.onResume?.(topic, partition);
  }

  describe(): string | null {
    const [first] = this.pauses;
    return first === undefined ? null : `${first[0]} waits: ${first[1].reason}`;
  }

  clear(): void {
    for (const { timer } of this.pauses.values()) clearTimeout(timer);
    this.pauses.clear();
  }
}
