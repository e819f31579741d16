import { type EventStore, type Projection } from '@app/event-store';
import { Module } from '@nestjs/common';
import { articlesProjection } from './articles/articles.projection';
import { changesProjection } from './changes/changes.projection';
import { FactsProjection } from './facts/facts.projection';
import { RelationView } from './relation/relation-view';

/** Every read model that is kept from the log; the cli rebuilds them through this door. */
@Module({})
export class ProjectionsModule {
  static all(store: EventStore, view = new RelationView(store)): readonly Projection[] {
    return [changesProjection, articlesProjection, new FactsProjection(view)];
  }
}
