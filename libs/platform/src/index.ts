export { CLOCK, systemClock, type Clock } from './clock/clock';
export {
  ENV,
  InvalidConfiguration,
  loadEnv,
  platformEnv,
  portOf,
  redactEnv,
  type PlatformEnv,
} from './config/env';
export { currentCorrelation, withCorrelation, type Correlation } from './correlation/correlation';
export { migrate, type MigrationClass, type MigrationOptions } from './database/migrate';
export { createPool, POOL, type PoolOptions } from './database/pool';
export { HealthRegistry, type Check, type CheckResult } from './health/health';
export { ProblemException, type Fault, type Problem } from './http/problem';
export { Metrics } from './metrics/metrics';
export { DatabaseModule, PlatformModule, type PlatformOptions } from './platform.module';
export { runService, type ServiceOptions } from './service/run-service';
