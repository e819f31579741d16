import { tension } from '@app/domain';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { type Answer } from '../http/etag';
import { LookAtRelation } from '../relation/look';
import { toMoment, type Moments } from '../relation/moment.dto';

/** The tension index with every number that it rests on. */
export class GetTension extends Query<Answer> {
  constructor(readonly moments: Moments) {
    super();
  }
}

@QueryHandler(GetTension)
export class GetTensionHandler implements IQueryHandler<GetTension> {
  constructor(private readonly look: LookAtRelation) {}

  async execute({ moments }: GetTension): Promise<Answer> {
    const { relation, position } = await this.look.at(moments);
    const asOf = moments.asOf ?? relation.day;
    return { position, tell: () => ({ asOf, position, ...tension(relation, toMoment(moments)) }) };
  }
}
