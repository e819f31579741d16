import { LOG_EVENTS, STATE_EVENTS } from '@app/contracts';
import { factRows, facetsOf, TENSION, type FactRow } from '@app/domain';
import { type HandlerContext, type Projection, type RecordedEvent } from '@app/event-store';
import { type Folded } from '../relation/fold';
import { type RelationView } from '../relation/relation-view';

const DELETE = 'delete from query.fact where version = $1 and facet = any ($2)';
const DELETE_ALL = 'delete from query.fact where version = $1';
const INSERT = `
insert into query.fact (version, facet, valid, known, status, standing, confidence, reading, because)
select $1, facet, daterange(valid_from, valid_to), tstzrange(known_from, known_to), status, standing, confidence, reading,
       array(select json_array_elements_text(because))
  from unnest($2::text[], $3::date[], $4::date[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::text[], $9::real[],
              $10::json[], $11::json[])
       as row (facet, valid_from, valid_to, known_from, known_to, status, standing, confidence, reading, because)`;

const insert = async (rows: readonly FactRow[], { tx, version }: HandlerContext): Promise<void> => {
  if (rows.length === 0) return;
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

/** What was handled last, and how far the relation was then: no row is older. */
interface Written extends Pick<HandlerContext, 'version' | 'epoch'> {
  readonly handledTo: number;
  readonly writtenTo: number;
}

/** Rows written in one statement: about as many, for a facet's are written together. */
const AT_ONCE = 1000;

/**
 * A facet's rows are a pure function of its ledger: where one was touched since its rows were written, they are written anew. The relation
 * that they are read from may be further than the page; then so are the rows, and later pages find them written. See
 * docs/adr/0012-one-relation-in-memory.md.
 */
export class FactsProjection implements Projection {
  readonly name = 'query-facts';
  readonly handles = STATE_EVENTS;
  readonly tables = ['query.fact'];
  private written: Written | null = null;

  constructor(private readonly view: RelationView) {}

  async handle(events: readonly RecordedEvent[], context: HandlerContext): Promise<void> {
    const [first, last] = [events[0], events.at(-1)];
    if (first === undefined || last === undefined) return;
    const before = this.goingOn(first, context);
    // Whatever goes wrong from here on, this page's rows may not be there.
    this.written = null;
    const folded = await (before === null ? this.view.current() : this.view.upTo(events, before.handledTo));
    const { version, epoch } = context;
    const written = { version, epoch, handledTo: last.position, writtenTo: folded.position };
    const isAdoption = events.some(({ type }) => type === LOG_EVENTS.policyAdopted);
    if (isAdoption) await this.writeAll(folded, context);
    else await this.writeSince(before?.writtenTo ?? first.position - 1, folded, context);
    this.written = written;
  }

  /**
   * Null at a start, under a new lease, and for a page that comes again: then somebody else may have been at work, or nobody, and the
   * relation is brought to the end of the log, so that no row becomes older than it is.
   */
  private goingOn(first: RecordedEvent, { version, epoch }: HandlerContext): Written | null {
    const { written } = this;
    const isSame = written?.version === version && written.epoch === epoch;
    return isSame && written.handledTo < first.position ? written : null;
  }

  private async writeSince(since: number, folded: Folded, context: HandlerContext): Promise<void> {
    const touched = [...folded.touched].filter(([, at]) => at > since).map(([facet]) => facet);
    if (touched.length === 0) return;
    // What happens on any facet moves the tension.
    const facets = [...touched, TENSION];
    await context.tx.query(DELETE, [context.version, facets]);
    await this.write(facets, folded, context);
  }

  /** Under another policy every row may be another. */
  private async writeAll(folded: Folded, context: HandlerContext): Promise<void> {
    await context.tx.query(DELETE_ALL, [context.version]);
    await this.write([...facetsOf(folded.relation), TENSION], folded, context);
  }

  private async write(
    facets: readonly string[],
    { relation }: Folded,
    context: HandlerContext,
  ): Promise<void> {
    let rows: FactRow[] = [];
    for (const facet of facets) {
      rows = [...rows, ...factRows(relation, facet)];
      if (rows.length < AT_ONCE) continue;
      await insert(rows, context);
      rows = [];
    }
    await insert(rows, context);
  }
}
