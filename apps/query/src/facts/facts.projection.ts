import { LOG_EVENTS, readFoldedEvent, STATE_EVENTS } from '@app/contracts';
import { factRows, facetsOf, record, TENSION, type FactRow } from '@app/domain';
import { type EventStore, type HandlerContext, type Projection, type RecordedEvent } from '@app/event-store';
import { fold, type Folded } from '../relation/fold';

const DELETE = 'delete from query.fact where version = $1 and facet = any ($2)';
const DELETE_ALL = 'delete from query.fact where version = $1';
const INSERT = `
insert into query.fact (version, facet, valid, known, status, standing, confidence, reading, because)
select $1, facet, daterange(valid_from, valid_to), tstzrange(known_from, known_to), status, standing, confidence, reading,
       array(select json_array_elements_text(because))
  from unnest($2::text[], $3::date[], $4::date[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::text[], $9::real[],
              $10::json[], $11::json[])
       as row (facet, valid_from, valid_to, known_from, known_to, status, standing, confidence, reading, because)`;

const write = async (rows: readonly FactRow[], { tx, version }: HandlerContext): Promise<void> => {
  await tx.query(INSERT, [
    version,
    rows.map(({ facet }) => facet),
    rows.map(({ validFrom }) => validFrom),
    rows.map(({ validTo }) => validTo),
    rows.map(({ knownFrom }) => knownFrom),
    rows.map(({ knownTo }) => knownTo),
    rows.map(({ reading }) => reading.status),
    rows.map(({ reading }) => reading.standing),
    rows.map(({ reading }) => reading.confidence),
    rows.map(({ reading }) => JSON.stringify(reading)),
    rows.map(({ because }) => JSON.stringify(because)),
  ]);
};

/**
 * A facet's rows are a pure function of its ledger: when a page touches a ledger, its rows are written anew, once a page. The
 * ledgers are kept in memory between pages; where that is not what the page follows (a start, a rollback), they are folded
 * from the log.
 */
export class FactsProjection implements Projection {
  readonly name = 'query-facts';
  readonly handles = STATE_EVENTS;
  readonly tables = ['query.fact'];
  private kept: Folded | null = null;
  /** What is folded of a relation that is not complete yet. */
  private begun: Folded | null = null;

  constructor(private readonly store: EventStore) {}

  async handle(events: readonly RecordedEvent[], context: HandlerContext): Promise<void> {
    if (events.some(({ type }) => type === LOG_EVENTS.policyAdopted)) return this.readAnew(events, context);
    const before = await this.before(events[0]?.position ?? 1);
    this.kept = null;
    const touched = new Set<string>();
    for (const { data } of events) {
      for (const facet of record(before.relation, readFoldedEvent(data)).facets) touched.add(facet);
    }
    // What happens on any facet moves the tension.
    const facets = touched.size === 0 ? [] : [...touched, TENSION];
    await context.tx.query(DELETE, [context.version, facets]);
    await write(
      facets.flatMap((facet) => factRows(before.relation, facet)),
      context,
    );
    this.kept = { ...before, position: events.at(-1)?.position ?? before.position };
  }

  /** Under another policy every row may be another: facet by facet, for together they are many. */
  private async readAnew(events: readonly RecordedEvent[], context: HandlerContext): Promise<void> {
    this.kept = null;
    const position = events.at(-1)?.position ?? 0;
    const folded = await this.foldAnew(position);
    await context.tx.query(DELETE_ALL, [context.version]);
    for (const facet of [...facetsOf(folded.relation), TENSION])
      await write(factRows(folded.relation, facet), context);
    this.kept = { ...folded, position };
  }

  /** The relation as it was before a position: what is kept, if nothing lies between. */
  private async before(position: number): Promise<Folded> {
    const kept = this.kept;
    if (kept !== null && kept.position === position - 1) return kept;
    if (kept !== null && kept.position < position) {
      const between = await this.store.readAll({
        after: kept.position,
        limit: position - 1 - kept.position,
        types: this.handles,
      });
      if (between.events.length === 0) return kept;
    }
    return this.foldAnew(position - 1);
  }

  /** From the beginning, or from where the last attempt broke off. */
  private async foldAnew(upTo: number): Promise<Folded> {
    const begun = this.begun !== null && this.begun.position <= upTo ? this.begun : null;
    const folded = await fold(this.store, begun, {
      upTo,
      onPage: (page) => {
        this.begun = page;
      },
    });
    this.begun = null;
    return folded;
  }
}
