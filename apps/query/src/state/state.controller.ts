import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { type Request, type Response } from 'express';
import { send } from '../http/etag';
import { MomentQuery } from '../relation/moment.dto';
import { StateAnswer, SummaryAnswer } from './state.dto';
import { GetState, GetSummary } from './state.query';

const asked = new ZodValidationPipe(MomentQuery);

@ApiTags('state')
@Controller('v1/relations/us-cn')
export class StateController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'The state: every facet with its value and the sentences it rests on' })
  @ApiResponse({ status: 200, type: StateAnswer })
  @ApiResponse({ status: 304, description: 'Nothing was recorded since (If-None-Match).' })
  async state(
    @Query(asked) moments: MomentQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.queries.execute(new GetState(moments)));
  }

  @Get('summary')
  @ApiOperation({
    summary: 'Four lines: truce, tariffs both ways, planned meetings, last contact of the leaders',
  })
  @ApiResponse({ status: 200, type: SummaryAnswer })
  async summary(
    @Query(asked) moments: MomentQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.queries.execute(new GetSummary(moments)));
  }
}
