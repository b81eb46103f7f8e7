import type { EntityRow } from '../../ledger/ledger.js';
import { speakerTypes } from '../../terms/vocabulary.js';
import { Choice, Field } from '../parts/field.js';
import { AsKnownField, AsKnownNotice } from '../parts/known.js';
import { Table } from '../parts/table.js';
import type { EntityQuery } from '../search-query.js';

interface EntitiesProps {
  readonly query: EntityQuery;
  /** Most statements first. */
  readonly rows: readonly EntityRow[];
}

/** Entities shown at once; the filter finds the rest. */
export const mostEntities = 150;
/** Names told that are shown of each. */
const mostNames = 4;

/** What the list is, and its filters. */
export function EntitiesOpening({ query }: Pick<EntitiesProps, 'query'>) {
  return (
    <>
      <h1>People and bodies</h1>
      <p class="lead">
        One line for each, over all articles and outlets, whatever the spelling. Who speaks under which name,
        name by name, is in <a href="/speakers">speakers by name</a>.
      </p>
      <form class="filters" aria-label="Filters">
        <Field name="name" label="Any part of a name" value={query.name} />
        <Choice name="type" label="Type" value={query.type} options={speakerTypes} none="any" />
        <Choice name="speaking" label="Who speaks" value={query.speaking} options={['yes']} none="all" />
        <AsKnownField value={query.asKnown} />
        <button type="submit">Show</button> <a href="/entities">Clear</a>
      </form>
      <AsKnownNotice day={query.asKnown} now="/entities" />
    </>
  );
}

/** People, bodies and places over all articles, whatever each article calls them. */
export function EntitiesFound({ query, rows }: EntitiesProps) {
  return (
    <>
      {rows.length === 0 ? (
        <p class="empty">
          Nobody on record fits. Try a shorter part of the name, or see <a href="/entities">everybody</a>.
        </p>
      ) : (
        <>
          <Table
            caption="People, bodies and places, most statements first"
            rows={rows}
            columns={[
              { head: 'Name', cell: ({ id, name }) => <a href={entityPath(id, query.asKnown)}>{name}</a> },
              { head: 'Type', cell: ({ type }) => type ?? '–' },
              { head: 'Statements', look: 'count', cell: ({ statements }) => statements.toLocaleString('en') },
              { head: 'Articles', look: 'count', cell: ({ articles }) => articles.toLocaleString('en') },
              { head: 'Also told as', cell: ({ name, told }) => <span class="soft">{othersOf(name, told)}</span> },
            ]}
          />
          {rows.length < mostEntities ? null : (
            <p class="facts">The first {mostEntities} are shown; give a part of a name to find others.</p>
          )}
        </>
      )}
    </>
  ); // prettier-ignore
}

/** Address of an entity's page. */
export function entityPath(id: string, asKnown?: string): string {
  return `/entities/${id}${asKnown === undefined ? '' : `?asKnown=${asKnown}`}`;
}

function othersOf(name: string, told: readonly string[]): string {
  const others = told.filter((one) => one !== name);
  const more = others.length - mostNames;
  return others.slice(0, mostNames).join('; ') + (more > 0 ? `; and ${more} more` : '');
}
