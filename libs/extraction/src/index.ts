export { type ArticleInput } from './article';
export { ENGINE } from './engine';
export { explain } from './explain';
export { extract } from './extract';
export { toSchemaForm, type SchemaForm } from './schema-form';
