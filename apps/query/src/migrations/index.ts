import { ReadModels1764012000000 } from './1764012000000-read-models';

export const QUERY_MIGRATIONS = [ReadModels1764012000000];
