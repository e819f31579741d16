import { type State, state } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { type Folded } from './fold';
import { toMoment, type Moments } from './moment.dto';
import { RelationView } from './relation-view';

/** A state and the place in the log that it was folded to: asking again for that place gives the same. */
export interface Look {
  readonly state: State;
  readonly folded: Folded;
}

/** Answers on the three clocks: how things were (asOf), by what was published (knownAt), as recorded (recordedAt). */
@Injectable()
export class LookAtRelation {
  constructor(private readonly view: RelationView) {}

  fold({ recordedAt }: Pick<Moments, 'recordedAt'>): Promise<Folded> {
    return recordedAt === undefined ? this.view.current() : this.view.recordedAt(recordedAt);
  }

  async at(moments: Moments): Promise<Look> {
    const folded = await this.fold(moments);
    return { state: state(folded.relation, toMoment(moments)), folded };
  }
}
