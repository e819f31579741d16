export { BreakingStore } from './breaking-store';
export { eventually } from './eventually';
export { freePort } from './free-port';
export { describeWithKafka, testKafka, whyNoKafka, type TestKafka } from './kafka';
export { quietContext } from './quiet-context';
export { sampleMessages } from './sample-messages';
export { createTestDatabase, testServerUrl, useDatabase, type TestDatabase } from './postgres';
