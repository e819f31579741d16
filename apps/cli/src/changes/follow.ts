import { ApiError, ApiUnreachable, detenteApi, type Followed } from '@app/client';
import { CommandFailure, EXIT } from '../output/exit-code';
import { tell } from '../output/print';
import { addresses } from '../system/addresses';

/** Why the first connection did not come about, in the words of the other commands. */
const failure = (error: unknown): unknown => {
  if (error instanceof ApiUnreachable)
    return new CommandFailure(
      `${addresses().QUERY_URL} does not answer. Is the system running (npm start)?`,
      EXIT.unreachable,
    );
  return error instanceof ApiError ? new CommandFailure(error.message, EXIT.failed, { cause: error }) : error;
};

/** Changes as they are recorded, behind a position or from now on, without a gap across breaks. Does not end by itself. */
export async function* follow(after?: number): AsyncGenerator<Followed> {
  const { QUERY_URL, API_KEY } = addresses();
  const api = detenteApi({ baseUrl: QUERY_URL, ...(API_KEY !== undefined && { apiKey: API_KEY }) });
  // Waiting for a system that was never there helps nobody: the first answer must come.
  const { items } = await api.changes({ order: 'desc', limit: 1 }).catch((error: unknown) => {
    throw failure(error);
  });
  yield* api.follow({
    after: after ?? items[0]?.position ?? 0,
    onBreak: (_, pauseMs) => {
      tell(`The stream broke off; coming back in ${pauseMs / 1000} s …`);
    },
  });
}
