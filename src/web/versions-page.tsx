import type { ArticleHistory } from '../ledger/ledger.js';
import {
  wordsChanged,
  type LabelDifference,
  type StatementDifference,
  type WordRun,
} from '../link/versions.js';
import { Layout } from './layout.js';
import { minute } from './health-page.js';
import { Table } from './parts/table.js';
import { articleName } from './parts/statement-item.js';

/** Changes of one kind shown between two versions; a page stays readable. */
const mostChanges = 40;

/** What changed between an article's versions: statements, names, headline and text, newest change first. */
export function VersionsPage({ history }: { readonly history: ArticleHistory }) {
  const { id, versions, changes } = history;
  const newest = versions.at(-1)?.record.article;
  const title = articleName({ title: newest?.title ?? null, opening: newest?.text ?? null });
  return (
    <Layout title={`Versions of ${title}`}>
      <p class="back">
        <a href={`/articles/${id}`}>← The article</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">
        {versions.length === 1 ? 'One version has been read.' : `${versions.length} versions have been read.`}{' '}
        Every one is kept. <del>Struck out</del>: gone from the newer; <ins>underlined</ins>: new in it.
      </p>
      <Gone since={history.goneSince} />
      {changes.length === 0 ? (
        <p class="empty">One version: nothing has changed since it was read.</p>
      ) : (
        [...changes].reverse().map((change) => <Change change={change} history={history} />)
      )}
      <h2>All versions</h2>
      <Table
        caption="Versions, oldest first"
        rows={versions}
        columns={[
          { head: 'Read', look: 'day', cell: ({ recordedAt }) => minute(recordedAt) },
          { head: 'Fetched', look: 'day', cell: ({ fetchedAt }) => (fetchedAt === null ? '–' : minute(fetchedAt)) },
          { head: 'Changed, it says', look: 'day', cell: ({ modified }) => modified ?? '–' },
          { head: 'Statements', look: 'count', cell: ({ record }) => record.statements.length },
          { head: 'Engine', cell: ({ engine }) => <code>{engine}</code> },
          { head: 'Version', cell: ({ versionId }) => <code>{versionId}</code> },
          { head: 'Page SHA-256', cell: ({ pageId }) => (pageId === null ? '–' : <code title={pageId}>{pageId.slice(0, 12)}…</code>) },
        ]}
      />
    </Layout>
  ); // prettier-ignore
}

/** Says that the outlet no longer has an article at its address; nothing where it has. */
export function Gone({ since }: { readonly since: string | null }) {
  if (since === null) return null;
  return (
    <p class="notice wrong">
      Gone from its address since {minute(since)}: the outlet’s server said so. What was read is kept here.
    </p>
  );
}

type Step = ArticleHistory['changes'][number];

function Change({ change, history }: { readonly change: Step; readonly history: ArticleHistory }) {
  const { from, to, sameEngine, differences } = change;
  const timeOf = (version: string) => minute(history.versions.find(({ versionId }) => versionId === version)!.recordedAt);
  const { text, fields, statements, labels, paragraphs } = differences;
  const isQuiet = fields.length + statements.length + labels.length + paragraphs.length === 0;
  return (
    <section class="change" aria-label={`From ${timeOf(from)} to ${timeOf(to)}`} id={`v-${to}`}>
      <h2>
        <span class="soft">{timeOf(from)} →</span> {timeOf(to)}
      </h2>
      {sameEngine ? null : <p class="notice">The two were read by different engines, which may be a reason for what differs.</p>}
      {isQuiet ? <p class="soft">{text === 'noise' ? 'Counts and times only.' : 'Nothing that counts.'}</p> : null}
      {fields.map(({ field, before, after }) => (
        <p>
          <span class="tag strong">{field}</span> <Runs runs={wordsChanged(before ?? '', after ?? '')} />
        </p>
      ))}
      {statements.length === 0 ? null : <h3>Statements</h3>}
      <ul class="statements">
        {statements.slice(0, mostChanges).map((difference) => <li class="statement"><Statement difference={difference} /></li>)}
      </ul>
      <More all={statements.length} />
      {labels.length === 0 ? null : <><h3>Names</h3><ul>{labels.slice(0, mostChanges).map((label) => <li><Label label={label} /></li>)}</ul></>}
      {paragraphs.length === 0 ? null : <h3>Text</h3>}
      <div class="text">
        {paragraphs.slice(0, mostChanges).map((runs) => <p><Runs runs={runs} /></p>)}
      </div>
      <More all={paragraphs.length} />
    </section>
  );
} // prettier-ignore

function More({ all }: { readonly all: number }) {
  return all > mostChanges ? (
    <p class="facts">
      The first {mostChanges} of {all} are shown.
    </p>
  ) : null;
}

function Statement({ difference }: { readonly difference: StatementDifference }) {
  if (difference.kind !== 'changed') {
    const side = difference.kind === 'added' ? difference.after : difference.before;
    const words = difference.kind === 'added' ? <ins>{side.words}</ins> : <del>{side.words}</del>;
    return (
      <>
        <p>
          <span class="tag strong">{difference.kind}</span> <span class="who">{side.speaker ?? 'Nobody named'}</span>{' '}
          <span class="soft">{side.cue}</span>
        </p>
        <p class="words">{words}</p>
      </>
    );
  }
  const { what, before, after } = difference;
  return (
    <>
      <p>
        {what.map((part) => <><span class="tag strong">{part}</span> </>)}
        <span class="who">
          {what.includes('speaker') ? <Runs runs={wordsChanged(before.speaker ?? 'nobody named', after.speaker ?? 'nobody named')} /> : (after.speaker ?? 'Nobody named')}
        </span>{' '}
        <span class="soft">{what.includes('cue') ? <Runs runs={wordsChanged(before.cue, after.cue)} /> : after.cue}</span>
      </p>
      <p class="words">
        <Runs runs={wordsChanged(before.words, after.words)} />
      </p>
    </>
  );
} // prettier-ignore

function Label({ label: { entity, voice, before, after } }: { readonly label: LabelDifference }) {
  return (
    <>
      {entity}, {voice === null ? 'in the outlet’s own words' : `by ${voice}`}: {before === null ? null : <del>{before}</del>}{' '}
      {after === null ? <span class="soft">(no longer named so)</span> : <ins>{after}</ins>}
    </>
  );
} // prettier-ignore

/** Words kept, struck out and underlined. */
function Runs({ runs }: { readonly runs: readonly WordRun[] }) {
  return (
    <>
      {runs.map(({ kind, words }) =>
        kind === 'same' ? words : kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>,
      )}
    </>
  );
}
