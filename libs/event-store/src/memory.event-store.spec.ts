import { describeEventStore } from './conformance/event-store.conformance';
import { MemoryEventStore, MemoryLog } from './memory.event-store';

describeEventStore('the store in memory', () => {
  const log = new MemoryLog();
  return Promise.resolve({ open: (types) => new MemoryEventStore({ types, log }) });
});
