import { AHEAD } from '@app/contracts';
import { currentCorrelation, ProblemException } from '@app/platform';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { RetractArticle } from './retract-article';
import { retractionRequest, RetractionAnswerDto, RetractionRequestDto } from './retract.dto';

@ApiTags('operators')
@Controller('v1/articles')
export class RetractController {
  constructor(private readonly commands: CommandBus) {}

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
    const correlationId = currentCorrelation()?.correlationId ?? articleId;
    const command = new RetractArticle(articleId, retractionRequest.parse(body), correlationId);
    const outcome = await this.commands.execute(command);
    if (outcome === 'no such article')
      throw new ProblemException(404, { title: `There is no article ${articleId}` });
    if (outcome === 'ahead of time') {
      throw new ProblemException(422, {
        title: 'The content is not valid',
        errors: [{ path: '/at', message: AHEAD }],
      });
    }
    return { articleId, outcome };
  }
}
