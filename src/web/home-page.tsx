import type { ChangeRow, NameCount, StatementRow, Summary, UtteranceRow } from '../ledger/ledger.js';
import { ChangeList } from './changes-page.js';
import { Layout } from './layout.js';
import { speakerPath, StatementList, Who } from './parts/statement-item.js';
import { joined } from '../terms/span.js';

interface HomeProps {
  readonly summary: Summary;
  readonly newest: readonly StatementRow[];
  readonly speakers: readonly NameCount[];
  /** Newest first. */
  readonly changes: readonly ChangeRow[];
  /** The days over which utterances were counted: a week, or a year where that week has none. */
  readonly span: { readonly from: string; readonly to: string };
  /** Most widely reported first. */
  readonly reported: readonly UtteranceRow[];
}

/** First page: what the ledger holds, what was reported most, the newest statements, the latest changes of position. */
export function HomePage({ summary, newest, speakers, changes, span, reported }: HomeProps) {
  return (
    <Layout title="Who said what">
      <h1>Who said what, in which words, as told by whom</h1>
      {newest.length === 0 ? (
        <p class="empty">
          The ledger is empty. <a href="/add">Add an article</a>, or read one into it:{' '}
          <code>onrecord read page.html</code>
        </p>
      ) : (
        <>
          <Numbers summary={summary} />
          <div class="columns">
            <section aria-labelledby="newest">
              <h2 id="newest">Newest statements</h2>
              <StatementList rows={newest} />
              <p>
                <a href="/search">All statements</a>
              </p>
            </section>
            <aside aria-label="Also on record">
              <Reported span={span} reported={reported} />
              {changes.length === 0 ? null : <LatestChanges changes={changes} />}
              <h2>Who speaks most</h2>
              <ol class="facet">
                {speakers.map(({ name, statements }) => (
                  <li>
                    <a href={speakerPath(name)}>{name}</a> <span class="soft">{statements}</span>
                  </li>
                ))}
              </ol>
            </aside>
          </div>
        </>
      )}
    </Layout>
  );
}

function Numbers({ summary }: { readonly summary: Summary }) {
  const shown = [
    [summary.statements, 'statements'],
    [summary.speakers, 'named speakers'],
    [summary.articles, 'articles'],
    [summary.outlets, 'outlets'],
  ] as const;
  return (
    <ul class="numbers">
      {shown.map(([count, name]) => (
        <li>
          <strong>{count.toLocaleString('en')}</strong> {name}
        </li>
      ))}
    </ul>
  );
}

function Reported({ span, reported }: Pick<HomeProps, 'span' | 'reported'>) {
  return (
    <>
      <h2>Most widely reported</h2>
      <p class="facts">
        {span.from} to {span.to}
      </p>
      {reported.length === 0 ? (
        <p class="soft">No utterance is told by two articles that are not copies.</p>
      ) : (
        <ol class="reported">
          {reported.map(({ statement, independent, outlets }) => (
            <li>
              <a class="words clamp" href={`/statements/${statement.id}#wordings`}>
                {joined(statement.contentTexts, statement.content)}
              </a>
              <p class="facts">
                <Who row={statement} /> · {independent} articles, {outlets}{' '}
                {outlets === 1 ? 'outlet' : 'outlets'}
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function LatestChanges({ changes }: Pick<HomeProps, 'changes'>) {
  return (
    <>
      <h2>Changes of position</h2>
      <ChangeList rows={changes} />
      <p>
        <a href="/positions/changes">All changes</a>
      </p>
    </>
  );
}
