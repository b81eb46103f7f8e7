import type { SearchHit, StatementRow } from '../../ledger/ledger.js';
import { joint, slice, type Span } from '../../terms/span.js';
import { cutAtMarks } from './marked-text.js';

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

/** Statements found, with the words asked for lit. */
export function HitList({ hits }: { readonly hits: readonly SearchHit[] }) {
  return (
    <ul class="statements">
      {hits.map(({ statement, highlights }) => (
        <StatementItem row={statement} highlights={highlights} />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly row: StatementRow;
  /** Words asked for, as spans of the article. */
  readonly highlights?: readonly Span[];
}

/** One statement in a list: who, by which words, what, where it stands. */
function StatementItem({ row, highlights = [] }: ItemProps) {
  return (
    <li class="statement">
      <p>
        <Who row={row} />
        {row.speaker.role === null ? null : <span class="soft">, {shorten(row.speaker.role, 90)}</span>}
      </p>
      <p class="words">
        <a class="clamp" href={`/statements/${row.id}`}>
          {row.contentTexts.map((text, i) => (
            <>
              {joint(row.content, i)}
              <Lit text={text} from={row.content[i]![0]} highlights={highlights} />
            </>
          ))}
        </a>
      </p>
      <p class="facts">
        <span class="tag">{row.kind}</span> <span class="tag">{row.act}</span> <Told row={row} />
      </p>
    </li>
  );
}

interface LitProps {
  readonly text: string;
  /** Where the text begins in the article. */
  readonly from: number;
  readonly highlights: readonly Span[];
}

function Lit({ text, from, highlights }: LitProps) {
  const marks = highlights
    .map(([start, end]) => ({ span: [start - from, end - from] as Span, role: 'hit' as const }))
    .filter(({ span }) => span[0] >= 0 && span[1] <= text.length);
  return (
    <>
      {cutAtMarks(text, marks).map(({ span, marks: over }) =>
        over.length === 0 ? slice(text, span) : <mark class="hit">{slice(text, span)}</mark>,
      )}
    </>
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
  const { id, outlet, published } = row.article;
  return (
    <>
      {outlet ?? 'Unnamed outlet'}
      {published === null ? '' : `, ${published.slice(0, 10)}`} ·{' '}
      <a href={`/articles/${id}`}>{articleName(row.article)}</a>
    </>
  );
}

/** What an article is called in a list: its title; where it has none, how it begins, in quotation marks. */
export function articleName({
  title,
  opening,
}: {
  readonly title: string | null;
  readonly opening: string | null;
}): string {
  return title ?? (opening === null ? 'Untitled article' : `“${shorten(opening.replace(/\s+/gu, ' '), 60)}”`);
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
