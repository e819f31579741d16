import { currentCorrelation, ENV, ProblemException } from '@app/platform';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { type TrackerEnv } from '../tracker.env';
import { AdoptPolicy } from './adopt-policy';
import { AdoptionAnswerDto, AdoptionRequestDto } from './adopt-policy.dto';
import { adoptionOf } from './adoption-of';

@ApiTags('operators')
@Controller('v1/relations/us-cn/policy')
export class AdoptPolicyController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(ENV) private readonly env: TrackerEnv,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Read everything under another policy from now on; with who and why' })
  @ApiBody({ type: AdoptionRequestDto })
  @ApiResponse({ status: 201, type: AdoptionAnswerDto })
  @ApiResponse({ status: 409, description: 'The version names another policy, or POLICY_FILE decides here.' })
  async adopt(@Body() body: unknown): Promise<z.infer<typeof AdoptionAnswerDto.schema>> {
    const request = adoptionOf(body);
    if (this.env.POLICY !== undefined && !request.dryRun)
      throw new ProblemException(409, {
        title: 'This tracker reads its policy from POLICY_FILE',
        detail: 'Change that file and start it anew.',
      });
    const { version } = request.policy;
    const command = new AdoptPolicy(request, currentCorrelation()?.correlationId);
    const { outcome, changes } = await this.commands.execute(command);
    if (outcome === 'version is taken')
      throw new ProblemException(409, {
        title: `Another policy has the version ${version}`,
        detail: 'Give it a version of its own: values tell under which one they were read.',
      });
    const shown = changes.map(({ facet, kind, fromStatus, toStatus, standing, effective, until }) => ({
      ...{ facet, kind, fromStatus, toStatus, standing, effective, until },
    }));
    return { version, outcome, changes: shown };
  }
}
