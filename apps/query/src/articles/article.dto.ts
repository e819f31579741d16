import { direction, engine, observation } from '@app/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { askedText } from '../http/asked';

export const articleParams = z.object({ id: askedText });
export class ArticleParams extends createZodDto(articleParams) {}

const reading = z.object({
  engine,
  relevant: z.boolean(),
  direction,
  observations: z.array(observation),
});

export class ArticleAnswer extends createZodDto(
  z.object({
    id: z.uuid(),
    externalId: z.string().describe('The name that its sender gave it.').nullable(),
    revisions: z.array(
      z.object({
        revision: z.string(),
        url: z.string().nullable(),
        publisher: z.string(),
        publishedAt: z.string(),
        title: z.string(),
        receivedAt: z.string(),
        position: z.int(),
        readings: z.array(reading),
      }),
    ),
    retractions: z.array(z.object({ at: z.string(), reason: z.string(), by: z.string() })),
  }),
) {}
