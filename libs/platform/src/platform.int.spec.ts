import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import { Body, Controller, Get, Inject, Module, Post, type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import request from 'supertest';
import type { Pool } from 'pg';
import { z } from 'zod';
import { useDatabase } from '@app/testing';
import {
  currentCorrelation,
  DatabaseModule,
  migrate,
  platformEnv,
  PlatformModule,
  POOL,
  serveDocs,
} from './index';

class CreateThings1700000000000 implements MigrationInterface {
  name = 'CreateThings1700000000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table things (id int)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table things');
  }
}

@Controller('things')
class ThingsController {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  @Get()
  async list(): Promise<{ count: number; correlation: unknown }> {
    const { rowCount } = await this.pool.query('select from things');
    return { count: rowCount ?? -1, correlation: currentCorrelation() };
  }

  @Post()
  add(@Body() body: unknown): unknown {
    return z.object({ items: z.array(z.object({ name: z.string() })) }).parse(body);
  }

  @Get('away')
  away(): never {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  }

  @Get('broken')
  broken(): never {
    throw new Error('secret detail');
  }
}

const env = (url: string, apiKeys: readonly string[]): z.ZodObject =>
  z.object({
    ...platformEnv.shape,
    DATABASE_URL: z.string().default(url),
    LOG_LEVEL: z.enum(['silent']).catch('silent'),
    API_KEYS: z.array(z.string()).default([...apiKeys]),
  });

const isOutage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '57P01';

describe('a service on the platform', () => {
  const database = useDatabase();
  let app: INestApplication<Server>;

  const start = async (apiKeys: readonly string[] = []): Promise<INestApplication<Server>> => {
    @Module({
      imports: [
        PlatformModule.forRoot({ name: 'things', env: env(database.url, apiKeys), isOutage }),
        DatabaseModule.forRoot({ name: 'things', migrations: [CreateThings1700000000000] }),
      ],
      controllers: [ThingsController],
    })
    class ThingsModule {}
    const module = await Test.createTestingModule({ imports: [ThingsModule] }).compile();
    app = module.createNestApplication<INestApplication<Server>>();
    serveDocs(app);
    return app.init();
  };

  afterEach(() => app.close());

  it('has its tables, and answers with the correlation id that the caller sent', async () => {
    await start();

    const answer = await request(app.getHttpServer())
      .get('/things')
      .set('x-correlation-id', 'abc')
      .expect(200);

    expect(answer.body).toEqual({ count: 0, correlation: { correlationId: 'abc' } });
    expect(answer.headers['x-correlation-id']).toBe('abc');
  });

  it('migrates once when several start at the same time', async () => {
    const options = {
      databaseUrl: database.url,
      table: 'once_migrations',
      migrations: [
        class Once1700000000001 implements MigrationInterface {
          name = 'Once1700000000001';
          up = (runner: QueryRunner): Promise<void> => runner.query('create table once (id int)');
          down = (runner: QueryRunner): Promise<void> => runner.query('drop table once');
        },
      ],
    };
    await start();

    const ran = await Promise.all([migrate(options), migrate(options), migrate(options)]);

    expect(ran.flat()).toEqual(['Once1700000000001']);
  });

  it('names every fault of a body by its path, as problem+json', async () => {
    await start();

    const answer = await request(app.getHttpServer())
      .post('/things')
      .send({ items: [{ name: 1 }, {}] })
      .expect(422)
      .expect('content-type', /^application\/problem\+json/);

    expect(answer.body).toMatchObject({
      status: 422,
      instance: '/things',
      errors: [{ path: '/items/0/name' }, { path: '/items/1/name' }],
    });
  });

  it('answers broken JSON with 400 and an unknown path with 404, both as problems', async () => {
    await start();

    const broken = await request(app.getHttpServer())
      .post('/things')
      .type('json')
      .send('{"items":')
      .expect(400);
    const unknown = await request(app.getHttpServer()).get('/nothing').expect(404);

    expect(broken.body).toMatchObject({ title: 'Bad Request', status: 400 });
    expect(unknown.body).toMatchObject({ title: 'Not Found', status: 404 });
  });

  it('answers an outage with 503 and our own errors with 500, without telling what broke', async () => {
    await start();

    const away = await request(app.getHttpServer())
      .get('/things/away')
      .expect(503)
      .expect('retry-after', '2');
    const broken = await request(app.getHttpServer()).get('/things/broken').expect(500);

    expect(away.body).toMatchObject({ title: 'Service Unavailable' });
    expect(JSON.stringify(broken.body)).not.toContain('secret');
  });

  it('is ready while the database answers, and serves Prometheus metrics', async () => {
    await start();

    const ready = await request(app.getHttpServer()).get('/health/ready').expect(200);
    const metrics = await request(app.getHttpServer()).get('/metrics').expect(200);

    expect(ready.body).toEqual({ status: 'ok', checks: { database: { ok: true, detail: 'answers' } } });
    expect(metrics.text).toMatch(/^detente_database_connections\{service="things"\} \d/m);
  });

  it('answers no foreign name while it asks for no key, so that no web page can lead a browser here', async () => {
    await start();
    const server = app.getHttpServer();

    await request(server).get('/things').set('host', 'localhost:8080').expect(200);
    await request(server).get('/things').set('host', 'evil.example').expect(403);
    await request(server).get('/things').set('host', '127.evil.example').expect(403);
    await request(server).get('/health/live').set('host', 'evil.example').expect(200);
  });

  it('asks for a key once keys are set: read keys may not write, health stays open', async () => {
    const sha = (key: string): string => createHash('sha256').update(key).digest('hex');
    await start([`read:${sha('r')}`, `write:${sha('w')}`]);
    const server = app.getHttpServer();
    const body = { items: [] };

    await request(server).get('/health/ready').expect(200);
    await request(server).get('/things').expect(401);
    await request(server).get('/things').set('x-api-key', 'wrong').expect(401);
    await request(server).get('/things').set('authorization', 'Bearer r').expect(200);
    await request(server).post('/things').set('x-api-key', 'r').send(body).expect(403);
    await request(server).post('/things').set('x-api-key', 'w').send(body).expect(201);
    await request(server).get('/things').set('x-api-key', 'w').expect(200);
  });

  it('shows what it answers, and how, to those whom it answers', async () => {
    const sha = (key: string): string => createHash('sha256').update(key).digest('hex');
    await start();
    await request(app.getHttpServer()).get('/docs/openapi.json').expect(200);
    await request(app.getHttpServer()).get('/docs').set('host', 'evil.example').expect(403);
    await app.close();

    await start([`read:${sha('r')}`]);
    const pages = [
      '/docs',
      '/docs/',
      '/docs/index.html',
      '/DOCS/openapi.json',
      '/docs/openapi.json',
      '/docs-json',
      '/docs-yaml',
      '/docs/openapi.yaml',
    ];
    for (const page of pages) {
      const { status } = await request(app.getHttpServer()).get(page);
      expect({ page, open: status === 200 }).toEqual({ page, open: false });
    }
    await request(app.getHttpServer())
      .get('/docs/openapi.json')
      .expect(401)
      .expect('content-type', /^application\/problem\+json/);
    await request(app.getHttpServer()).get('/docs/openapi.json').set('x-api-key', 'r').expect(200);
  });
});
