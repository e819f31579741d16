import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { type Request, type Response } from 'express';
import { send } from '../http/etag';
import { MomentQuery } from '../relation/moment.dto';
import { TensionAnswer } from './tension.dto';
import { GetTension } from './tension.query';

@ApiTags('state')
@Controller('v1/relations/us-cn/tension')
export class TensionController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'The tension index with every number that it rests on, newest first' })
  @ApiResponse({ status: 200, type: TensionAnswer })
  async tension(
    @Query(new ZodValidationPipe(MomentQuery)) moments: MomentQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, await this.queries.execute(new GetTension(moments)));
  }
}
