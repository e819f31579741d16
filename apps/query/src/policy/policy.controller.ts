import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { type Request, type Response } from 'express';
import { send } from '../http/etag';
import { PolicyAnswer, PolicyQuery } from './policy.dto';
import { GetPolicy } from './policy.query';

@ApiTags('state')
@Controller('v1/relations/us-cn/policy')
export class PolicyController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'The policy under which everything is read, whole, and who adopted it' })
  @ApiResponse({ status: 200, type: PolicyAnswer })
  async policy(
    @Query(new ZodValidationPipe(PolicyQuery)) asked: PolicyQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.queries.execute(new GetPolicy(asked)));
  }
}
