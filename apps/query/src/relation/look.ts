import { Injectable } from '@nestjs/common';
import { type Folded } from './fold';
import { type Moments } from './moment.dto';
import { RelationView } from './relation-view';

/** The relation as it is recorded now or, for audit, as this system had recorded it at a moment (`recordedAt`). */
@Injectable()
export class LookAtRelation {
  constructor(private readonly view: RelationView) {}

  at({ recordedAt }: Pick<Moments, 'recordedAt'>): Promise<Folded> {
    return recordedAt === undefined ? this.view.current() : this.view.recordedAt(recordedAt);
  }
}
