import type { StatementRow } from '../../ledger/ledger.js';

/** Statements as a list. */
export function StatementList({ rows }: { readonly rows: readonly StatementRow[] }) {
  return (
    <ul class="statements">
      {rows.map((row) => (
        <StatementItem row={row} />
      ))}
    </ul>
  );
}

/** One statement in a list: who, by which words, what, where it stands. */
function StatementItem({ row }: { readonly row: StatementRow }) {
  return (
    <li class="statement">
      <p>
        <Who row={row} />
        {row.speaker.role === null ? null : <span class="soft">, {shorten(row.speaker.role, 90)}</span>}
      </p>
      <p class="words">
        <a class="clamp" href={`/statements/${row.id}`}>
          {row.contentTexts.join(' … ')}
        </a>
      </p>
      <p class="facts">
        <span class="tag">{row.kind}</span> <span class="tag">{row.act}</span> <Told row={row} />
      </p>
    </li>
  );
}

/** The speaker as resolved, with a link; or the words of the source where nobody is named. */
export function Who({ row }: { readonly row: Pick<StatementRow, 'speaker'> }) {
  const { entity, mention } = row.speaker;
  if (entity === null) return <span class="who soft">{mention ?? 'Nobody named'}</span>;
  return (
    <a class="who" href={speakerPath(entity)}>
      {entity}
    </a>
  );
}

/** Outlet, date and article that a statement was read from. */
export function Told({ row }: { readonly row: Pick<StatementRow, 'article'> }) {
  const { id, outlet, title, published } = row.article;
  return (
    <>
      {outlet ?? 'Unnamed outlet'}
      {published === null ? '' : `, ${published.slice(0, 10)}`} ·{' '}
      <a href={`/articles/${id}`}>{title ?? 'Untitled article'}</a>
    </>
  );
}

/** Address of a speaker's page; the name is a query, so that no name can be a path. */
export function speakerPath(name: string): string {
  return `/speaker?${new URLSearchParams({ name }).toString()}`;
}

/** The beginning of a text, cut at a word, with an ellipsis where it was cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
}
