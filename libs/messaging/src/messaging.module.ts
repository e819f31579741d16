import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type TransportOptions } from './create-transport';
import { TRANSPORT, type Transport } from './transport';

export interface MessagingModuleOptions {
  readonly inject: readonly (symbol | string | (abstract new (...args: never[]) => unknown))[];
  readonly useFactory: (...injected: never[]) => TransportOptions;
}

/** Gives an app its transport by the token `TRANSPORT`, and closes it when the app shuts down. */
@Module({})
export class MessagingModule implements OnApplicationShutdown {
  constructor(@Inject(TRANSPORT) private readonly transport: Transport) {}

  static forRootAsync(options: MessagingModuleOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        {
          provide: TRANSPORT,
          inject: [...options.inject],
          useFactory: (...injected: never[]) => createTransport(options.useFactory(...injected)),
        },
      ],
      exports: [TRANSPORT],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.transport.close();
  }
}
