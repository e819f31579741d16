import { type Engine } from '@app/contracts';

/** The engine's name and version, stored with everything that it read. Raise it with the first change of an output after a release. */
export const ENGINE: Engine = { id: 'rules', version: '1.1.0' };
