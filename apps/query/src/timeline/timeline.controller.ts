import { timeline } from '@app/domain';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { type Request, type Response } from 'express';
import { isUnchanged } from '../http/etag';
import { LookAtRelation } from '../relation/look';
import { TimelineAnswer, TimelineQuery } from './timeline.dto';

@ApiTags('changes')
@Controller('v1/relations/us-cn/timeline')
export class TimelineController {
  constructor(private readonly look: LookAtRelation) {}

  @Get()
  @ApiOperation({
    summary: 'What a careful reader would have seen change from day to day',
    description:
      'The difference of each day (as of it, as known on it) to the day before: a pure function of the articles, whatever the order of their arrival.',
  })
  @ApiResponse({ status: 200, type: TimelineAnswer })
  async timeline(
    @Query(new ZodValidationPipe(TimelineQuery)) query: TimelineQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { relation, position } = await this.look.fold({});
    if (isUnchanged(request, response, position)) return;
    const { from, facet } = query;
    const to = query.to ?? relation.day;
    const changes = timeline(relation, { from, to }).filter(
      (change) => facet === undefined || change.facet === facet || change.facet.startsWith(`${facet}/`),
    );
    response.json({ from, to, position, changes });
  }
}
