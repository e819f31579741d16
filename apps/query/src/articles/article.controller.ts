import { ProblemException } from '@app/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { GetArticles } from './article.query';
import { ArticleAnswer, ArticleParams } from './article.dto';

@ApiTags('articles')
@Controller('v1/articles')
export class ArticleController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id')
  @ApiOperation({ summary: 'An article: its revisions, and what each states, with the sentences' })
  @ApiParam({ name: 'id', description: 'Its id, or the name that its sender gave it' })
  @ApiResponse({ status: 200, type: ArticleAnswer })
  @ApiResponse({ status: 404, description: 'No such article, or not recorded yet.' })
  @ApiResponse({ status: 409, description: 'Several articles have this name: ask by id.' })
  async article(@Param(new ZodValidationPipe(ArticleParams)) { id }: ArticleParams): Promise<object> {
    const [found, ...others] = await this.queries.execute(new GetArticles(id));
    if (found === undefined) throw new ProblemException(404, { title: `There is no article ${id}` });
    if (others.length > 0) {
      throw new ProblemException(409, { title: `${others.length + 1} articles have the name ${id}` });
    }
    return found;
  }
}
