// Where the running system is, for the command line: so that `npm run -s detente -- …` reaches what `npm start` brought up.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA } from './paths.mjs';

const FILE = path.join(DATA, 'addresses.json');

/** The database's password is in it: for this user only. */
export const noteAddresses = ({ urls, broker, database }) => {
  const env = {
    INTAKE_URL: urls.intake,
    EXTRACTOR_URL: urls.extractor,
    QUERY_URL: urls.query,
    TRACKER_URL: urls.tracker,
    PUBLIC_URL: urls.query,
    DATABASE_URL: database.url,
    ...(broker && { KAFKA_BROKERS: broker.brokers.join(',') }),
  };
  writeFileSync(FILE, JSON.stringify(env), { mode: 0o600 });
};

export const forgetAddresses = () => rmSync(FILE, { force: true });

/** What stands in the environment wins. */
export const useAddresses = () => {
  let noted = {};
  try {
    noted = JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return; // nothing runs here: the defaults, or what the environment says
  }
  for (const [name, value] of Object.entries(noted)) process.env[name] ??= value;
};
