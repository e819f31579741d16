import { LOG_EVENTS, loggedChange } from '@app/contracts';
import { type HandlerContext, type Projection, type RecordedEvent } from '@app/event-store';

const INSERT = `
insert into query.change (version, position, message_id, facet, effective, recorded_at, change)
select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::date[], $6::timestamptz[], $7::json[])
on conflict do nothing`;

/** The change log by position and facet. */
export const changesProjection: Projection = {
  name: 'query-changes',
  handles: [LOG_EVENTS.relationChanged],
  tables: ['query.change'],
  async handle(events: readonly RecordedEvent[], { tx, version }: HandlerContext): Promise<void> {
    const changes = events.map(({ data }) => loggedChange.parse(data));
    await tx.query(INSERT, [
      version,
      events.map(({ position }) => position),
      events.map((event) => `${event.stream}/${event.version}`),
      changes.map(({ facet }) => facet),
      changes.map(({ effective }) => effective),
      events.map(({ recordedAt }) => recordedAt),
      events.map(({ data }) => JSON.stringify(data)),
    ]);
  },
};
