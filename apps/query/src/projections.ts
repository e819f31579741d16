import { type Projection } from '@app/event-store';
import { articlesProjection } from './articles/articles.projection';
import { changesProjection } from './changes/changes.projection';

/** Every read model that is kept from the log. */
export const PROJECTIONS: readonly Projection[] = [changesProjection, articlesProjection];
