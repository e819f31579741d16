export { CLOCK, systemClock, type Clock } from './clock/clock';
export {
  bytesOf,
  ENV,
  InvalidConfiguration,
  loadEnv,
  platformEnv,
  portOf,
  redactEnv,
  type PlatformEnv,
} from './config/env';
export { currentCorrelation, withCorrelation, type Correlation } from './correlation/correlation';
export { DatabaseModule, type DatabaseOptions } from './database/database.module';
export { migrate, type MigrationClass, type MigrationOptions } from './database/migrate';
export { createPool, POOL, type PoolOptions } from './database/pool';
export { HealthRegistry, type Check, type CheckResult } from './health/health';
export { RequireScope, type Scope } from './http/api-key.guard';
export { openApi, serveDocs } from './http/open-api';
export { pointer, ProblemException, type Fault, type Problem } from './http/problem';
export { send } from './http/send';
export { createLogger, LOGGER, type Logger } from './logging/logger';
export { Metrics } from './metrics/metrics';
export { PlatformModule, type PlatformOptions } from './platform.module';
export { ScratchFile } from './scratch/scratch-file';
export { runService, type ServiceOptions } from './service/run-service';
export { ServiceContext } from './service/service-context';
