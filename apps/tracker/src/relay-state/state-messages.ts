import { EVENT_TYPES, RELATION, RELATION_STREAM, SOURCES, TOPICS } from '@app/contracts';
import { type FacetState } from '@app/domain';
import { toMessage, type OutgoingMessage } from '@app/messaging';
import { type Tracked } from '../relation/fold';

export type Where = Pick<Tracked, 'version' | 'position'> & {
  /** Of the last event that was considered. */
  readonly recordedAt: string;
  /** The relation's day. */
  readonly day: string;
  readonly dataSchema: string;
};

/** What a facet reads now, whole; no reading makes a tombstone. */
export const stateMessage = (facet: string, reading: FacetState | null, where: Where): OutgoingMessage => {
  const { position, recordedAt, day } = where;
  return toMessage({
    topic: TOPICS.relationsState,
    key: `${RELATION}/${facet}`,
    data: reading === null ? null : { relation: RELATION, position, recordedAt, day, ...reading },
    id: `${RELATION_STREAM}/${where.version}/${facet}`,
    source: SOURCES.tracker,
    type: EVENT_TYPES.facetState,
    time: recordedAt,
    subject: `${RELATION}/${facet}`,
    dataSchema: where.dataSchema,
  });
};
