import type { StatementRow } from '../ledger/ledger.js';

/** One statement in a list: who, by which words, what, where it stands. */
export function StatementItem({ row }: { readonly row: StatementRow }) {
  return (
    <li class="statement">
      <div>
        <Who row={row} /> <span class="soft">{row.cueText}</span> <span class="tag">{row.kind}</span>
      </div>
      <p class="words">
        <a href={`/statements/${row.id}`}>{row.contentTexts.join(' … ')}</a>
      </p>
      <div class="facts">
        <Told row={row} />
      </div>
    </li>
  );
}

/** The speaker as resolved, or the words of the source where nobody is named. */
export function Who({ row }: { readonly row: Pick<StatementRow, 'speaker'> }) {
  const { entity, mention } = row.speaker;
  if (entity === null) return <span class="who soft">{mention ?? 'Nobody named'}</span>;
  return (
    <a class="who" href={`/search?${new URLSearchParams({ speaker: entity }).toString()}`}>
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
