import { randomUUID } from 'node:crypto';
import { eventIds } from '@app/contracts';
import { CLOCK, currentCorrelation, type Clock } from '@app/platform';
import { evidenceOf } from '@app/domain';
import { Body, Controller, HttpCode, Inject, NotFoundException, Post } from '@nestjs/common';
import { type z } from 'zod';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { TrackedRelation } from '../relation/tracked-relation';
import { CorrectionAnswerDto, correctionRequest, CorrectionRequestDto } from './correct.dto';
import { correctionInput } from './correction-input';

@ApiTags('operators')
@Controller('v1/relations/us-cn/corrections')
export class CorrectController {
  constructor(
    private readonly relation: TrackedRelation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Void a misread statement, or give one of your own; with who and why' })
  @ApiBody({ type: CorrectionRequestDto })
  @ApiResponse({ status: 201, type: CorrectionAnswerDto })
  async correct(@Body() body: unknown): Promise<z.infer<typeof CorrectionAnswerDto.schema>> {
    const request = correctionRequest.parse(body);
    if ('void' in request && !(await this.isRecorded(request.void)))
      throw new NotFoundException(`There is no observation ${request.void}`);
    const id = request.id ?? randomUUID();
    const correlationId = currentCorrelation()?.correlationId ?? id;
    const [outcome] = await this.relation.record([
      {
        id: eventIds.operatorCorrected(id),
        input: correctionInput(request, id, this.clock.now().toISOString()),
        origin: { correlationId, causationId: correlationId },
      },
    ]);
    return { id, outcome: outcome ?? 'recorded' };
  }

  /** Does the relation hold this observation? A void of what was never read is a slip of the pen. */
  private isRecorded(observationId: string): Promise<boolean> {
    return this.relation.read(({ relation }) => evidenceOf(relation, observationId) !== null);
  }
}
