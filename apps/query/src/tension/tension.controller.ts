import { tension } from '@app/domain';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ZodValidationPipe } from 'nestjs-zod';
import { type Request, type Response } from 'express';
import { isUnchanged } from '../http/etag';
import { LookAtRelation } from '../relation/look';
import { MomentQuery, toMoment } from '../relation/moment.dto';
import { TensionAnswer } from './tension.dto';

@ApiTags('state')
@Controller('v1/relations/us-cn/tension')
export class TensionController {
  constructor(private readonly look: LookAtRelation) {}

  @Get()
  @ApiOperation({ summary: 'The tension index with every number that it rests on, newest first' })
  @ApiResponse({ status: 200, type: TensionAnswer })
  async tension(
    @Query(new ZodValidationPipe(MomentQuery)) query: MomentQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { relation, position } = await this.look.fold(query);
    if (isUnchanged(request, response, position)) return;
    const asOf = query.asOf ?? relation.day;
    response.json({ asOf, position, ...tension(relation, toMoment(query)) });
  }
}
