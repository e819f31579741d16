import { bytesOf, currentCorrelation, ENV, ProblemException } from '@app/platform';
import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { type Request, type Response } from 'express';
import { type IntakeEnv } from '../intake.env';
import { SubmitArticles } from './submit-articles';
import { ArticleSubmissionDto, SubmissionAnswerDto } from './submit-articles.dto';
import { submitMany, type ManyOptions } from './submit-many';

@ApiTags('articles')
@Controller('v1/articles')
export class SubmitArticlesController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(ENV) private readonly env: IntakeEnv,
  ) {}

  /** Answers once Kafka has the article on all replicas. */
  @Post()
  @ApiOperation({
    summary: 'Hand in an article, or many',
    description:
      'One as application/json, many as application/x-ndjson: a line an article, answered by a line each (`{"line":1,"status":"accepted",…}`) with status 200. A line may be as long as a body.',
  })
  @ApiBody({ type: ArticleSubmissionDto })
  @ApiResponse({ status: 202, type: SubmissionAnswerDto, description: 'Accepted: it is on its way.' })
  @ApiResponse({ status: 200, type: SubmissionAnswerDto, description: 'A duplicate: it is known already.' })
  @ApiResponse({ status: 422, description: 'Not an article: every fault with its path, as problem+json.' })
  @ApiResponse({ status: 503, description: 'Kafka is away: nothing was taken, send it again.' })
  async submitArticles(
    @Req() request: Request,
    @Res() response: Response,
    @Body() body: unknown,
  ): Promise<void> {
    const correlationId = currentCorrelation()?.correlationId ?? randomUUID();
    if (request.is(['application/x-ndjson', 'application/ndjson', 'application/jsonl'])) {
      const lineBytes = bytesOf(this.env.BODY_LIMIT);
      const submit: ManyOptions['submit'] = (lines) => this.commands.execute(new SubmitArticles(lines));
      await submitMany(request, response, { submit, correlationId, lineBytes });
      return;
    }
    if (!request.is('application/json')) {
      throw new ProblemException(415, {
        title: 'Send application/json for one article, application/x-ndjson for many',
      });
    }
    await this.submitOne(body, correlationId, response);
  }

  private async submitOne(json: unknown, correlationId: string, response: Response): Promise<void> {
    const [outcome] = await this.commands.execute(new SubmitArticles([{ json, correlationId }]));
    if (outcome === undefined) throw new Error('one article in, no outcome out');
    if (outcome.status === 'invalid') {
      throw new ProblemException(422, { title: 'This is not an article', errors: outcome.errors });
    }
    response.status(outcome.status === 'accepted' ? 202 : 200);
    response.location(`/v1/articles/${outcome.id}`);
    response.json(outcome);
  }
}
