import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { type Request, type Response } from 'express';
import { send } from '../http/etag';
import { TimelineAnswer, TimelineQuery } from './timeline.dto';
import { GetTimeline } from './timeline.query';

@ApiTags('changes')
@Controller('v1/relations/us-cn/timeline')
export class TimelineController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    summary: 'What a careful reader would have seen change from day to day',
    description:
      'The difference of each day (as of it, as known on it) to the day before: a pure function of the articles, whatever the order of their arrival.',
  })
  @ApiResponse({ status: 200, type: TimelineAnswer })
  async timeline(
    @Query(new ZodValidationPipe(TimelineQuery)) asked: TimelineQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.queries.execute(new GetTimeline(asked)));
  }
}
