import { type Policy } from '@app/domain';
import { z } from 'zod';
import { toldPolicy } from '../relation/read-policy';
import { adoptionRequest, type AdoptionRequest } from './adopt-policy.dto';

/** A request with its policy made whole. Throws a ZodError, told as 422, that names each field that is wrong by its place in the request. */
export const adoptionOf = (body: unknown): Omit<AdoptionRequest, 'policy'> & { readonly policy: Policy } => {
  const request = adoptionRequest.parse(body);
  const read = toldPolicy.safeParse(request.policy);
  if (read.success) return { ...request, policy: read.data };
  throw new z.ZodError(read.error.issues.map((issue) => ({ ...issue, path: ['policy', ...issue.path] })));
};
