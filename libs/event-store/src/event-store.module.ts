import { Inject, Logger, Module, type DynamicModule, type BeforeApplicationShutdown } from '@nestjs/common';
import { EventLog, type EventLogOptions } from './event-log';
import { EVENT_STORE } from './event-store';

/** Injection token of the `EventLog`; `EVENT_STORE` is its `store`. */
export const EVENT_LOG = Symbol('EventLog');

export interface EventStoreModuleOptions {
  readonly imports?: NonNullable<DynamicModule['imports']>;
  /** Tokens handed to `useFactory`, in order: the pool's, the configuration's. */
  readonly inject?: readonly (symbol | string | (new (...args: never[]) => unknown))[];
  readonly useFactory: (...injected: never[]) => EventLogOptions;
}

/** The event log as Nest providers, closed on shutdown before the pool is. */
@Module({})
export class EventStoreModule implements BeforeApplicationShutdown {
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  static forRoot({ imports = [], inject = [], useFactory }: EventStoreModuleOptions): DynamicModule {
    const logger = new Logger('EventLog');
    const onTrouble = (message: string, error: unknown): void => {
      logger.warn(message, error);
    };
    return {
      module: EventStoreModule,
      global: true,
      imports,
      providers: [
        {
          provide: EVENT_LOG,
          inject: [...inject],
          useFactory: (...injected: never[]): EventLog =>
            new EventLog({ onTrouble, ...useFactory(...injected) }),
        },
        { provide: EVENT_STORE, inject: [EVENT_LOG], useFactory: (log: EventLog) => log.store },
      ],
      exports: [EVENT_LOG, EVENT_STORE],
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.log.close();
  }
}
