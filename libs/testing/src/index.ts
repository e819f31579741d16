export { eventually } from './eventually';
export { describeWithKafka, testKafka, whyNoKafka, type TestKafka } from './kafka';
export { sampleMessages } from './sample-messages';
export { createTestDatabase, testServerUrl, useDatabase, type TestDatabase } from './postgres';
