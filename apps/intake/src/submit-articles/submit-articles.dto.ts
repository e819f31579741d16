import { articleSubmission } from '@app/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export class ArticleSubmissionDto extends createZodDto(articleSubmission) {}

export class SubmissionAnswerDto extends createZodDto(
  z.object({
    status: z.enum(['accepted', 'duplicate']),
    id: z.uuid().describe('The same article always gets the same.'),
    revision: z.string().describe('Hash of what it says.'),
  }),
) {}
