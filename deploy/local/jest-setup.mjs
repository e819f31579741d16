// Jest's globalSetup of the projects that need servers: use what is up, else start some for this run.
import { keptServices, startTestServices } from './test-services.mjs';

export default async () => {
  if (process.env.TEST_DATABASE_URL) return;
  const kept = keptServices();
  if (kept) return void Object.assign(process.env, kept);
  const services = await startTestServices();
  Object.assign(process.env, services.env);
  globalThis.__testServices = services;
};
