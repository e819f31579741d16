import { z } from 'zod';

// What the specs read of the answers: no more than they check.

export const accepted = z.object({
  status: z.enum(['accepted', 'duplicate']),
  id: z.uuid(),
  revision: z.string(),
});

export const stateAnswer = z.looseObject({
  day: z.string(),
  position: z.int(),
  facets: z.array(
    z.looseObject({
      facet: z.string(),
      value: z.looseObject({ type: z.string() }),
      status: z.string(),
      evidence: z.array(z.looseObject({ observationId: z.string(), sentence: z.string() })),
    }),
  ),
});

const observation = z.looseObject({
  id: z.string(),
  type: z.string(),
  sentence: z.object({ text: z.string() }),
});
export type ObservationShown = z.infer<typeof observation>;

export const articleAnswer = z.looseObject({
  id: z.string(),
  revisions: z.array(
    z.looseObject({
      revision: z.string(),
      readings: z.array(
        z.looseObject({
          observations: z.array(observation),
        }),
      ),
    }),
  ),
});

export const changesAnswer = z.object({
  items: z.array(z.looseObject({ id: z.string(), position: z.int(), facet: z.string() })),
  next: z.string().nullable(),
});

export const problem = z.looseObject({
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});
