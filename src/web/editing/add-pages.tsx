import type { LedgerRecord } from '../../terms/record.js';
import { sliceAll } from '../../terms/span.js';
import { Layout } from '../layout.js';
import { Legend } from '../parts/legend.js';
import { MarkedText } from '../parts/marked-text.js';
import { marksOf, marksOfEdits, marksOfNames } from '../parts/marks.js';
import { Table } from '../parts/table.js';
import { articleName } from '../parts/statement-item.js';

/** Paste a text, give an address, or upload a file. */
export function AddPage({ wrong }: { readonly wrong?: string }) {
  return (
    <Layout title="Add an article">
      <h1>Add an article</h1>
      <p class="lead">What is found in it is shown first; nothing is stored until you say so.</p>
      {wrong === undefined ? null : (
        <p class="notice wrong" role="alert">
          {wrong}
        </p>
      )}
      <form class="stack" method="post" action="/add" enctype="multipart/form-data">
        <label>
          Text of the article, paragraphs parted by a blank line
          <textarea name="text"></textarea>
        </label>
        <label>
          Title <input name="title" maxlength={300} />
        </label>
        <label>
          Outlet <input name="outlet" maxlength={300} />
        </label>
        <label>
          Published <input type="date" name="published" />
        </label>
        <label>
          Or the address of a page <input type="url" name="address" placeholder="https://" />
        </label>
        <label>
          Or a file (.html or .txt) <input type="file" name="file" accept=".html,.htm,.xhtml,.txt" />
        </label>
        <button type="submit">Show what is found</button>
      </form>
    </Layout>
  );
}

/** What was found in an article that is not stored yet. */
export function DraftPage({ id, record }: { readonly id: string; readonly record: LedgerRecord }) {
  const { article, statements } = record;
  return (
    <Layout title="Not stored yet">
      <h1>{articleName({ title: article.title, opening: article.text })}</h1>
      <p class="notice">
        Not stored yet.{' '}
        {statements.length === 1 ? 'One statement was' : `${statements.length} statements were`} found.
      </p>
      <form method="post" action="/add/store">
        <input type="hidden" name="draft" value={id} />
        <button type="submit">Store it</button> <a href="/add">Do not store it</a>
      </form>
      <p class="facts">
        {[article.outlet ?? 'Unnamed outlet', article.authors.join(', '), article.published]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Legend names={record.designations.length > 0} />
      <div class="text">
        <MarkedText
          text={article.text}
          marks={[
            ...statements.flatMap((statement) => [...marksOf(statement), ...marksOfEdits(statement)]),
            ...marksOfNames(record),
          ]}
        />
      </div>
      <h2>Statements</h2>
      {statements.length === 0 ? (
        <p class="empty">No statement was found.</p>
      ) : (
        <Table
          caption="Statements found, in text order"
          rows={statements}
          columns={[
            {
              head: 'Speaker',
              cell: ({ speaker }) => speaker.entity ?? <em>{speaker.mention ?? 'Nobody named'}</em>,
            },
            { head: 'Cue', cell: ({ cue }) => sliceAll(article.text, cue) },
            { head: 'Words', look: 'quoted', cell: ({ content }) => sliceAll(article.text, content) },
            { head: 'Kind', cell: ({ kind }) => <span class="tag">{kind}</span> },
            { head: 'Act', cell: ({ act }) => <span class="tag">{act}</span> },
          ]}
        />
      )}
    </Layout>
  );
}
