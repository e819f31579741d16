import type { Clock } from '../clock/clock';
import type { HealthRegistry } from '../health/health';
import type { Logger } from '../logging/logger';
import type { Metrics } from '../metrics/metrics';

/** What nearly every part of a service needs besides its own: injected as one, so that constructors stay short. */
export class ServiceContext {
  constructor(
    readonly logger: Logger,
    readonly metrics: Metrics,
    readonly health: HealthRegistry,
    readonly clock: Clock,
  ) {}
}
