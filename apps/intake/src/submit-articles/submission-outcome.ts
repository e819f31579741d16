import { type Fault } from '@app/platform';

/** What became of one article that was sent in. */
export type SubmissionOutcome =
  | {
      readonly status: 'accepted' | 'duplicate';
      /** The id that the same article always gets. */
      readonly id: string;
      readonly revision: string;
    }
  | { readonly status: 'invalid'; readonly errors: readonly Fault[] };
