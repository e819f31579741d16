import { type ServerResponse } from 'node:http';

/**
 * Writes a piece of a long answer and waits until its reader takes more; a slow reader holds only itself up. False: the reader is
 * gone, also when it left while we were reading for it, and there is nobody to write for.
 */
export const send = (response: ServerResponse, text: string): Promise<boolean> => {
  if (response.destroyed) return Promise.resolve(false);
  if (response.write(text)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = (): void => {
      response.off('drain', settle);
      response.off('close', settle);
      resolve(!response.destroyed);
    };
    response.on('drain', settle);
    response.on('close', settle);
  });
};
