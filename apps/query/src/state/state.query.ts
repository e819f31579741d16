import { RELATION } from '@app/contracts';
import { state, summarize } from '@app/domain';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { type Answer } from '../http/etag';
import { LookAtRelation } from '../relation/look';
import { toMoment, type Moments } from '../relation/moment.dto';

/** The state on the three clocks, every facet with its value and what it rests on. */
export class GetState extends Query<Answer> {
  constructor(readonly moments: Moments) {
    super();
  }
}

@QueryHandler(GetState)
export class GetStateHandler implements IQueryHandler<GetState> {
  constructor(private readonly look: LookAtRelation) {}

  async execute({ moments }: GetState): Promise<Answer> {
    const { relation, position, recordedAt } = await this.look.at(moments);
    return {
      position,
      tell: () => ({
        relation: RELATION,
        day: relation.day,
        position,
        recordedAt,
        ...state(relation, toMoment(moments)),
      }),
    };
  }
}

/** The state in four lines. */
export class GetSummary extends Query<Answer> {
  constructor(readonly moments: Moments) {
    super();
  }
}

@QueryHandler(GetSummary)
export class GetSummaryHandler implements IQueryHandler<GetSummary> {
  constructor(private readonly look: LookAtRelation) {}

  async execute({ moments }: GetSummary): Promise<Answer> {
    const { relation, position } = await this.look.at(moments);
    return { position, tell: () => summarize(state(relation, toMoment(moments))) };
  }
}
