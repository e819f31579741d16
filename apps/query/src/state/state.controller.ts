import { RELATION } from '@app/contracts';
import { summarize } from '@app/domain';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { type Request, type Response } from 'express';
import { isUnchanged } from '../http/etag';
import { LookAtRelation, type Look } from '../relation/look';
import { MomentQuery, type Moments } from '../relation/moment.dto';
import { StateAnswer, SummaryAnswer } from './state.dto';

const asked = new ZodValidationPipe(MomentQuery);

@ApiTags('state')
@Controller('v1/relations/us-cn')
export class StateController {
  constructor(private readonly look: LookAtRelation) {}

  @Get()
  @ApiOperation({ summary: 'The state: every facet with its value and the sentences it rests on' })
  @ApiResponse({ status: 200, type: StateAnswer })
  @ApiResponse({ status: 304, description: 'Nothing was recorded since (If-None-Match).' })
  state(@Query(asked) query: MomentQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answer(query, { request, response }, ({ state, folded }) => ({
      relation: RELATION,
      day: folded.relation.day,
      position: folded.position,
      recordedAt: folded.recordedAt,
      ...state,
    }));
  }

  @Get('summary')
  @ApiOperation({
    summary: 'Four lines: truce, tariffs both ways, planned meetings, last contact of the leaders',
  })
  @ApiResponse({ status: 200, type: SummaryAnswer })
  summary(
    @Query(asked) query: MomentQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.answer(query, { request, response }, ({ state }) => summarize(state));
  }

  private async answer(
    moments: Moments,
    { request, response }: { readonly request: Request; readonly response: Response },
    body: (look: Look) => object,
  ): Promise<void> {
    const look = await this.look.at(moments);
    if (!isUnchanged(request, response, look.folded.position)) response.json(body(look));
  }
}
