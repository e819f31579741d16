import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { type z } from 'zod';
import { type Answer } from '../http/etag';
import { LookAtRelation } from '../relation/look';
import { type PolicyAnswer, type PolicyQuery } from './policy.dto';

/** The policy under which everything is read, and who adopted it. */
export class GetPolicy extends Query<Answer> {
  constructor(readonly asked: PolicyQuery) {
    super();
  }
}

@QueryHandler(GetPolicy)
export class GetPolicyHandler implements IQueryHandler<GetPolicy> {
  constructor(private readonly look: LookAtRelation) {}

  async execute({ asked }: GetPolicy): Promise<Answer> {
    const { relation, adopted, position } = await this.look.at(asked);
    return {
      position,
      tell: (): z.infer<typeof PolicyAnswer.schema> => ({
        version: relation.policy.version,
        adopted: adopted && {
          by: adopted.by,
          reason: adopted.reason,
          recordedAt: adopted.recordedAt,
          position: adopted.position,
        },
        policy: relation.policy,
      }),
    };
  }
}
