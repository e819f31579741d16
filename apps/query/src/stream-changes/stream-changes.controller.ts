import { type RecordedEvent } from '@app/event-store';
import { ENV, ProblemException, send } from '@app/platform';
import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { type QueryEnv } from '../query.env';
import { StreamChanges } from './stream-changes';

/** Proxies close what is silent for longer. */
const HEARTBEAT_MS = 15_000;
const RETRY_MS = 2000;

const fields = (data: unknown): object => (typeof data === 'object' && data !== null ? data : {});

const toText = ({ position, stream, version, recordedAt, data }: RecordedEvent): string =>
  `id: ${position}\nevent: change\ndata: ${JSON.stringify({
    id: `${stream}/${version}`,
    position,
    recordedAt,
    ...fields(data),
  })}\n\n`;

@ApiTags('changes')
@Controller('v1/relations/us-cn/changes/stream')
export class StreamChangesController {
  constructor(
    private readonly changes: StreamChanges,
    @Inject(ENV) private readonly env: QueryEnv,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Changes as they are recorded, as server-sent events',
    description:
      'Every event has its position as id: a client that comes back with Last-Event-ID (or ?after=) gets what it missed from the log. An id that the log does not have is answered by one `reset` event; read the state anew.',
  })
  @ApiQuery({ name: 'after', required: false, description: 'Start behind this position; default: now.' })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, description: 'A stream of events `change`, data as on Kafka.' })
  @ApiResponse({ status: 503, description: 'Too many streams are open.' })
  async stream(
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query('after') after: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const leave = this.changes.enter(this.env.SSE_CLIENTS);
    if (leave === null) {
      throw new ProblemException(503, { title: 'Too many streams are open: come again later' });
    }
    const gone = new AbortController();
    response.on('close', () => {
      gone.abort();
    });
    try {
      await this.follow(lastEventId ?? after, response, gone.signal);
    } finally {
      leave();
    }
  }

  private async follow(after: string | undefined, response: Response, gone: AbortSignal): Promise<void> {
    const asked = await this.changes.start(after);
    const from = asked ?? (await this.changes.start(undefined)) ?? 0;
    if (response.destroyed) return;
    this.begin(response, asked === null);
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    try {
      for await (const events of this.changes.follow(from, gone)) {
        if (!(await send(response, events.map(toText).join('')))) return;
      }
    } finally {
      clearInterval(heartbeat);
      response.end();
    }
  }

  private begin(response: Response, isReset: boolean): void {
    response.status(200).setHeader('content-type', 'text/event-stream');
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-accel-buffering', 'no');
    response.flushHeaders();
    response.write(`retry: ${RETRY_MS}\n\n`);
    if (isReset) response.write('event: reset\ndata: {}\n\n');
  }
}
