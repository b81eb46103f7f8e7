import type { Child } from 'hono/jsx';
import type { NamingRow, PositionRow, RecognitionRow } from '../ledger/ledger.js';
import { Layout } from './layout.js';

interface ClaimsProps {
  readonly title: string;
  readonly intro: string;
  readonly fields: Child;
  readonly heads: readonly string[];
  /** Null before anything was asked. */
  readonly rows: readonly (readonly Child[])[] | null;
}

/** Who is for, against, "not now", on what, since when. */
export function PositionsPage({
  query,
  rows,
}: {
  readonly query: { about?: string | undefined; holder?: string | undefined; asOf?: string | undefined };
  readonly rows: readonly PositionRow[];
}) {
  // prettier-ignore
  return (
    <ClaimsPage
      title="Positions"
      intro="What statements commit their speakers to, oldest first. Each line leads to its words in the article."
      fields={
        <>
          <Field name="about" label="About" value={query.about} hint="join union" />
          <Field name="holder" label="Holder" value={query.holder} />
          <Field name="asOf" label="As of" value={query.asOf} type="date" />
        </>
      }
      heads={['Day', 'Holder', 'Stance', 'On whether', 'Words', 'Told by']}
      rows={rows.map((row) => [
        row.day,
        row.holder,
        <strong>{row.stance}</strong>,
        `${row.subject ?? '?'} ${row.relation} ${row.object ?? '?'}`,
        <a href={`/statements/${row.statementId ?? ''}`}>{row.words ?? 'statement'}</a>,
        row.outlet ?? '–',
      ])}
    />
  );
}

/** Who recognises whom, according to whom, as of when. */
export function RecognitionPage({
  query,
  rows,
}: {
  readonly query: { entity?: string | undefined; asOf?: string | undefined };
  readonly rows: readonly RecognitionRow[] | null;
}) {
  // prettier-ignore
  return (
    <ClaimsPage
      title="Recognition"
      intro="Who recognises whom, according to whom, newest first. What contradicts stands side by side; nothing is resolved here."
      fields={
        <>
          <Field name="entity" label="State or place" value={query.entity} />
          <Field name="asOf" label="As of" value={query.asOf} type="date" />
        </>
      }
      heads={['Day', 'Who', 'Recognises', 'Holds', 'According to', 'Words']}
      rows={
        rows?.map((row) => [
          row.day,
          row.subject,
          row.object + (row.over === null ? '' : ` over ${row.over}`),
          <strong>{row.polarity}</strong>,
          voice(row),
          <a href={row.statementId === null ? `/articles/${row.articleId}` : `/statements/${row.statementId}`}>
            {row.words}
          </a>,
        ]) ?? null
      }
    />
  );
}

/** Which outlet, and who in it, calls a thing what. */
export function NamingPage({
  query,
  rows,
}: {
  readonly query: { entity?: string | undefined };
  readonly rows: readonly NamingRow[] | null;
}) {
  // prettier-ignore
  return (
    <ClaimsPage
      title="Naming"
      intro="What outlets, and the people they quote, call a disputed thing. onrecord takes no side on any name."
      fields={<Field name="entity" label="What is named" value={query.entity} />}
      heads={['Label', 'Marks', 'In whose voice', 'Times', 'First', 'Last']}
      rows={
        rows?.map((row) => [
          <a href={`/articles/${row.articleId}`}>{row.label}</a>,
          row.marks.join(', '),
          voice(row),
          row.times.toLocaleString('en'),
          row.first,
          row.last,
        ]) ?? null
      }
    />
  );
}

function voice({
  speaker,
  outlet,
}: {
  readonly speaker: string | null;
  readonly outlet: string | null;
}): string {
  const told = outlet ?? 'an outlet without a name';
  return speaker === null ? told : `${speaker} (${told})`;
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly type?: 'search' | 'date';
  readonly hint?: string;
}

function Field({ name, label, value, type = 'search', hint }: FieldProps) {
  return (
    <label>
      {label} <input type={type} name={name} value={value ?? ''} placeholder={hint} />
    </label>
  );
}

function ClaimsPage({ title, intro, fields, heads, rows }: ClaimsProps) {
  return (
    <Layout title={title}>
      <h1>{title}</h1>
      <p>{intro}</p>
      <form class="filters">
        {fields} <button type="submit">Show</button>
      </form>
      {rows === null ? null : rows.length === 0 ? (
        <p class="empty">Nothing on record fits.</p>
      ) : (
        <div class="wide">
          <table>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells) => (
                <tr>
                  {cells.map((cell) => (
                    <td>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Layout>
  );
}
