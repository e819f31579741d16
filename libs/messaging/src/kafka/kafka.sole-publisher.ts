import { Partitioners, type Kafka, type Producer } from 'kafkajs';
import { InvalidMessage } from '../failure';
import type { MessagingLogger } from '../observer';
import { TransportUnavailable, type OutgoingMessage, type SolePublisher } from '../transport';
import { refusalOfMessage } from './producer-errors';
import { byTopic, parts } from './requests';

export interface SolePublisherOptions {
  readonly kafka: Kafka;
  /** One at a time writes under it. */
  readonly transactionalId: string;
  readonly toWire: (topic: string) => string;
  readonly deadlineMs: number;
  readonly logger: MessagingLogger;
}

const soleProducer = ({ kafka, transactionalId, deadlineMs }: SolePublisherOptions): Producer =>
  kafka.producer({
    transactionalId,
    // If nobody takes over, readers of what is committed wait so long for a transaction that its writer left open.
    transactionTimeout: deadlineMs * 2,
    maxInFlightRequests: 1,
    retry: { initialRetryTime: 50, maxRetryTime: 1000, retries: 5 },
    allowAutoTopicCreation: false,
    // Java's own choice of partition for a key, so that producers in other languages agree with ours.
    createPartitioner: Partitioners.DefaultPartitioner,
  });

/**
 * Each batch is one transaction under one transactional id. Taking over raises the id's epoch: the broker ends the transaction that
 * an earlier holder left open and refuses everything else of that holder's, also what stood in its sockets when it died.
 */
export class KafkaSolePublisher implements SolePublisher {
  private constructor(
    private readonly producer: Producer,
    private readonly options: SolePublisherOptions,
  ) {}

  static async takeOver(options: SolePublisherOptions): Promise<KafkaSolePublisher> {
    const publisher = new KafkaSolePublisher(soleProducer(options), options);
    await publisher.inTime(() => publisher.raiseEpoch());
    return publisher;
  }

  async publishBatch(messages: readonly OutgoingMessage[]): Promise<void> {
    if (messages.length > 0) await this.inTime(() => this.send(messages));
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }

  /** kafkajs does so with the first transaction; one without messages ends without a request. */
  private async raiseEpoch(): Promise<void> {
    await this.producer.connect();
    const empty = await this.producer.transaction();
    await empty.abort();
  }

  private async send(messages: readonly OutgoingMessage[]): Promise<void> {
    const transaction = await this.producer.transaction();
    for (const part of parts(messages))
      await transaction.sendBatch({ acks: -1, topicMessages: byTopic(part, this.options.toWire) });
    await transaction.commit();
  }

  /** Now, and once more when kafkajs is through with its repetitions, for these connect anew. */
  private letGo(doing: Promise<void>): void {
    for (const moment of [Promise.resolve(), doing.catch(() => undefined)]) {
      moment
        .then(() => this.producer.disconnect())
        .catch((error: unknown) => {
          this.options.logger.debug({ err: error }, 'a producer that failed did not close');
        });
    }
  }

  /** What fails leaves the producer in the middle of a transaction: it is let go of, and the next holder's epoch ends that. */
  private async inTime(work: () => Promise<void>): Promise<void> {
    const { deadlineMs, transactionalId } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new TransportUnavailable(`Kafka took nothing of ${transactionalId} in ${deadlineMs} ms`));
      }, deadlineMs);
    });
    const doing = work();
    try {
      await Promise.race([doing, deadline]);
    } catch (error) {
      this.letGo(doing);
      throw wrapped(error);
    } finally {
      clearTimeout(timer);
    }
  }
}

const wrapped = (error: unknown): Error => {
  if (error instanceof TransportUnavailable) return error;
  const type = refusalOfMessage(error);
  if (type !== undefined) return new InvalidMessage(`Kafka refuses a message: ${type}`, { cause: error });
  return new TransportUnavailable('Kafka refused a transaction', { cause: error });
};
