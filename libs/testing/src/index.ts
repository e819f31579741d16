export { eventually } from './eventually';
export { describeWithKafka, testKafka, whyNoKafka, type TestKafka } from './kafka';
export { createTestDatabase, testServerUrl, useDatabase, type TestDatabase } from './postgres';
