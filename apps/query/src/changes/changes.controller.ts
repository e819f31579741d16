import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { ChangesAnswer, ChangesQueryDto } from './changes.dto';
import { ReadChanges, type ChangeItem } from './changes.query';

@ApiTags('changes')
@Controller('v1/relations/us-cn/changes')
export class ChangesController {
  constructor(private readonly changes: ReadChanges) {}

  @Get()
  @ApiOperation({ summary: 'The change log: what this system learned, in the order in which it did' })
  @ApiResponse({ status: 200, type: ChangesAnswer })
  list(
    @Query(new ZodValidationPipe(ChangesQueryDto)) query: ChangesQueryDto,
  ): Promise<{ items: ChangeItem[]; next: string | null }> {
    return this.changes.page(query);
  }
}
