import { type Engine } from '@app/contracts';

/** The engine's name and version, stored with everything that it read. Raise the version when an output changes. */
export const ENGINE: Engine = { id: 'rules', version: '1.0.0' };
