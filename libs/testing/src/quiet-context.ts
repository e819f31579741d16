import { createLogger, HealthRegistry, Metrics, ServiceContext, type Clock } from '@app/platform';

/** What a service hands its parts, with a log that says nothing. */
export const quietContext = (clock: Clock): ServiceContext =>
  new ServiceContext(createLogger('spec', 'silent'), new Metrics('spec'), new HealthRegistry(), clock);
