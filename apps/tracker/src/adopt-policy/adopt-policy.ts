import { randomUUID } from 'node:crypto';
import { type Policy } from '@app/domain';
import { CLOCK, type Clock } from '@app/platform';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Adoption } from '../relation/policy-adoption';
import { TrackedRelation } from '../relation/tracked-relation';
import { type AdoptionRequest } from './adopt-policy.dto';

/** Read the log under another policy from now on; or, for a dry run, find out what that would change. */
export class AdoptPolicy extends Command<Adoption> {
  constructor(
    readonly request: Omit<AdoptionRequest, 'policy'> & { readonly policy: Policy },
    readonly correlationId?: string,
  ) {
    super();
  }
}

@CommandHandler(AdoptPolicy)
export class AdoptPolicyHandler implements ICommandHandler<AdoptPolicy> {
  constructor(
    private readonly relation: TrackedRelation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ request, correlationId: told }: AdoptPolicy): Promise<Adoption> {
    const { policy, reason, by, dryRun } = request;
    const correlationId = told ?? randomUUID();
    return this.relation.adopt({
      ...{ policy, reason, by, at: this.clock.now().toISOString(), isRehearsal: dryRun },
      origin: { correlationId, causationId: correlationId },
    });
  }
}
