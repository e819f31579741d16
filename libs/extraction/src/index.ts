export { type ArticleInput } from './article';
export { ENGINE } from './engine';
export { explain } from './explain';
export { decide, type CueWeights, type Signals } from './direction';
export { directionSignals, extract } from './extract';
export { toSchemaForm, type SchemaForm } from './schema-form';
