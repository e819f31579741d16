import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { ChangesAnswer, ChangesQueryDto } from './changes.dto';
import { GetChanges, type ChangesPage } from './changes.query';

@ApiTags('changes')
@Controller('v1/relations/us-cn/changes')
export class ChangesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'The change log: what this system learned, in the order in which it did' })
  @ApiResponse({ status: 200, type: ChangesAnswer })
  list(@Query(new ZodValidationPipe(ChangesQueryDto)) asked: ChangesQueryDto): Promise<ChangesPage> {
    return this.queries.execute(new GetChanges(asked));
  }
}
