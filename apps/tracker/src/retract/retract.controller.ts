import { AHEAD, articleStream, eventIds, isAhead } from '@app/contracts';
import { EVENT_STORE, type EventStore } from '@app/event-store';
import { CLOCK, currentCorrelation, ProblemException, type Clock } from '@app/platform';
import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type z } from 'zod';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { TrackedRelation } from '../relation/tracked-relation';
import { retractionRequest, RetractionAnswerDto, RetractionRequestDto } from './retract.dto';

@ApiTags('operators')
@Controller('v1/articles')
export class RetractController {
  constructor(
    private readonly relation: TrackedRelation,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':id/retraction')
  @HttpCode(201)
  @ApiOperation({ summary: 'Take an article back: from now on it says nothing; with who and why' })
  @ApiBody({ type: RetractionRequestDto })
  @ApiResponse({ status: 201, type: RetractionAnswerDto })
  @ApiResponse({ status: 404, description: 'The log holds no such article.' })
  @ApiResponse({ status: 422, description: 'A fault in the body, or `at` lies in the future.' })
  async retract(
    @Param('id', ParseUUIDPipe) articleId: string,
    @Body() body: unknown,
  ): Promise<z.infer<typeof RetractionAnswerDto.schema>> {
    const { reason, by, at } = retractionRequest.parse(body);
    const now = this.clock.now();
    if (at !== undefined && isAhead(at, now)) {
      throw new ProblemException(422, {
        title: 'The content is not valid',
        errors: [{ path: '/at', message: AHEAD }],
      });
    }
    if ((await this.store.streamVersion(articleStream(articleId))) === 0) {
      throw new ProblemException(404, { title: `There is no article ${articleId}` });
    }
    const correlationId = currentCorrelation()?.correlationId ?? articleId;
    const when = at ?? now.toISOString();
    const [outcome] = await this.relation.record([
      {
        id: eventIds.articleRetracted(articleId, when),
        input: { type: 'ArticleRetracted', articleId, reason, by, at: when },
        origin: { correlationId, causationId: correlationId },
      },
    ]);
    return { articleId, outcome: outcome ?? 'recorded' };
  }
}
