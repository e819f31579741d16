// Tests are told apart by cost, in the file name: .spec (pure), .int.spec (real PostgreSQL or Kafka), .e2e.spec (all services).
const { readFileSync } = require('node:fs');
const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));

const project = (displayName, testRegex, more = {}) => ({
  displayName,
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/deploy'],
  testEnvironment: 'node',
  testRegex,
  moduleFileExtensions: ['ts', 'js', 'json'],
  moduleNameMapper: { '^@app/([^/]+)$': '<rootDir>/libs/$1/src' },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, sourceMaps: 'inline', swcrc: false }] },
  ...more,
});

// PostgreSQL and Kafka: those that are up, else started for this run.
const servers = {
  globalSetup: '<rootDir>/deploy/local/jest-setup.mjs',
  globalTeardown: '<rootDir>/deploy/local/jest-teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/deploy/local/jest-timeout.cjs'],
};

module.exports = {
  projects: [
    project('unit', '(?<![.](int|e2e))[.]spec[.]ts$'),
    project('int', '[.]int[.]spec[.]ts$', servers),
    project('e2e', '[.]e2e[.]spec[.]ts$', servers),
  ],
};
