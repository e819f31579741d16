import { ReadModels1764012000000 } from './1764012000000-read-models';
import { Facts1764012000001 } from './1764012000001-facts';

export const QUERY_MIGRATIONS = [ReadModels1764012000000, Facts1764012000001];
