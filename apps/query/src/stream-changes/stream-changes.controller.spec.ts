import { LOG_EVENTS, RELATION_STREAM } from '@app/contracts';
import { EVENT_STORE, MemoryEventStore, type Head, type Page, type ReadAll } from '@app/event-store';
import { ENV } from '@app/platform';
import { eventually } from '@app/testing';
import { type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import { type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Bell } from '../events/bell';
import { StreamChanges } from './stream-changes';
import { StreamChangesController } from './stream-changes.controller';

const PATH = '/v1/relations/us-cn/changes/stream';
/** More than a socket takes at once. */
const LARGE = 'x'.repeat(4 << 20);
const CLIENTS = 3;

/** A store of which one kind of question waits for its door to open. */
class GatedStore extends MemoryEventStore {
  asked = 0;
  shut: 'head' | 'readAll' | null = null;
  private readonly waiting: (() => void)[] = [];

  open(): void {
    this.shut = null;
    for (const go of this.waiting) go();
  }
  override async head(): Promise<Head> {
    await this.door('head');
    return super.head();
  }
  override async readAll(query: ReadAll): Promise<Page> {
    await this.door('readAll');
    return super.readAll(query);
  }
  private door(kind: 'head' | 'readAll'): Promise<void> {
    if (kind === 'readAll' || this.shut === 'head') this.asked += 1;
    return this.shut !== kind ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }
}

describe('streams of changes', () => {
  let store: GatedStore;
  let changes: StreamChanges;
  let app: INestApplication<Server>;
  const readers: Socket[] = [];

  beforeEach(async () => {
    store = new GatedStore();
    const event = { type: LOG_EVENTS.relationChanged, schemaVersion: 1, data: { LARGE }, metadata: {} };
    const events = [{ id: randomUUID(), ...event }];
    await store.append([{ stream: RELATION_STREAM, expected: 'any', events }]);
    const module = await Test.createTestingModule({
      controllers: [StreamChangesController],
      providers: [
        Bell,
        StreamChanges,
        { provide: EVENT_STORE, useValue: store },
        { provide: ENV, useValue: { SSE_CLIENTS: CLIENTS } },
      ],
    }).compile();
    app = module.createNestApplication<INestApplication<Server>>();
    changes = module.get(StreamChanges);
    await app.listen(0, '127.0.0.1');
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.destroy();
    await app.close();
  });

  /** A client that asks for everything, and reads nothing. */
  const ask = async (): Promise<Socket> => {
    const reader = connect(Number(new URL(await app.getUrl()).port), '127.0.0.1').pause();
    readers.push(reader);
    reader.write(`GET ${PATH}?after=0 HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    return reader;
  };
  const connections = (): Promise<number> =>
    new Promise((resolve, reject) => {
      app.getHttpServer().getConnections((error, count) => {
        if (error === null) resolve(count);
        else reject(error);
      });
    });
  const gone = (): Promise<void> =>
    eventually(async () => {
      expect(await connections()).toBe(0);
    });
  const nobodyCounted = (): Promise<void> =>
    eventually(() => {
      expect(changes.open).toBe(0);
    });

  it.each(['head' as const, 'readAll' as const])('end for clients that leave during %s', async (shut) => {
    store.shut = shut;
    for (let nth = 0; nth < CLIENTS; nth += 1) await ask();
    await eventually(() => {
      expect([store.asked, changes.open]).toEqual([CLIENTS, CLIENTS]);
    });
    for (const reader of readers) reader.destroy();
    await gone();
    store.open();
    await nobodyCounted();
  });

  it('end for clients that leave while they are behind', async () => {
    for (let nth = 0; nth < CLIENTS; nth += 1) await ask();
    await eventually(() => {
      expect(store.asked).toBe(CLIENTS);
    });
    for (const reader of readers) reader.destroy();
    await nobodyCounted();
  });

  it('are no more than may be open, however many come at once', async () => {
    store.shut = 'head';
    for (let nth = 0; nth < CLIENTS; nth += 1) await ask();
    await eventually(() => {
      expect(store.asked).toBe(CLIENTS);
    });
    const answer = await fetch(`${await app.getUrl()}${PATH}`);
    expect(answer.status).toBe(503);
    expect(changes.open).toBe(CLIENTS);
  });
});
