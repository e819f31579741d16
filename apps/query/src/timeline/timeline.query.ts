import { timeline } from '@app/domain';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { type Answer } from '../http/etag';
import { LookAtRelation } from '../relation/look';
import { type TimelineQuery } from './timeline.dto';

/** What a careful reader would have seen change from day to day. */
export class GetTimeline extends Query<Answer> {
  constructor(readonly asked: TimelineQuery) {
    super();
  }
}

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(private readonly look: LookAtRelation) {}

  async execute({ asked: { from, to: asked, facet } }: GetTimeline): Promise<Answer> {
    const { relation, position } = await this.look.at({});
    const to = asked ?? relation.day;
    const isAsked = (one: string): boolean =>
      facet === undefined || one === facet || one.startsWith(`${facet}/`);
    return {
      position,
      tell: () => ({
        from,
        to,
        position,
        changes: timeline(relation, { from, to }).filter((change) => isAsked(change.facet)),
      }),
    };
  }
}
