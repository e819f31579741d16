import { currentCorrelation } from '@app/platform';
import { Body, Controller, HttpCode, NotFoundException, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { CorrectReading } from './correct-reading';
import { CorrectionAnswerDto, correctionRequest, CorrectionRequestDto } from './correct.dto';

@ApiTags('operators')
@Controller('v1/relations/us-cn/corrections')
export class CorrectController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Void a misread statement, or give one of your own; with who and why' })
  @ApiBody({ type: CorrectionRequestDto })
  @ApiResponse({ status: 201, type: CorrectionAnswerDto })
  async correct(@Body() body: unknown): Promise<z.infer<typeof CorrectionAnswerDto.schema>> {
    const request = correctionRequest.parse(body);
    const command = new CorrectReading(request, currentCorrelation()?.correlationId);
    const { id, outcome } = await this.commands.execute(command);
    if (outcome === 'no such observation')
      throw new NotFoundException(`There is no observation ${'void' in request ? request.void : id}`);
    return { id, outcome };
  }
}
