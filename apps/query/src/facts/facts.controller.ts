import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { FactsAnswer, FactsQueryDto } from './facts.dto';
import { GetFacts, type FactsPage } from './facts.query';

@ApiTags('state')
@Controller('v1/relations/us-cn/facts')
export class FactsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    summary: 'What was believed about a facet: on which days, by what was known when',
    description: 'Kept from the event log by a projection: a moment behind it.',
  })
  @ApiResponse({ status: 200, type: FactsAnswer })
  async list(
    @Query(new ZodValidationPipe(FactsQueryDto)) asked: FactsQueryDto,
  ): Promise<{ facet: string } & FactsPage> {
    return { facet: asked.facet, ...(await this.queries.execute(new GetFacts(asked))) };
  }
}
