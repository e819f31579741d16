import { InvalidConfiguration, type PlatformEnv } from '../config/env';

/** Names and addresses that only this machine reaches. An empty one is a client without a Host header: no browser. */
export const isLoopback = (host: string | undefined): boolean =>
  host === undefined || /^(|localhost|\[?::1\]?|127(\.\d{1,3}){3})$/.test(host);

/**
 * Others can reach anything but loopback: then keys are asked for, or the service does not start.
 * @throws InvalidConfiguration
 */
export const refuseOpenDoor = (env: Pick<PlatformEnv, 'HOST' | 'API_KEYS'>): void => {
  if (isLoopback(env.HOST) || env.API_KEYS.length > 0) return;
  throw new InvalidConfiguration([
    `HOST=${env.HOST} can be reached from other machines, so API_KEYS must be set: API_KEYS=write:$(printf %s "$KEY" | sha256sum | cut -d' ' -f1)`,
  ]);
};
