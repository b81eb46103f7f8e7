import type { ReportView, UtteranceView } from '../ledger/ledger.js';
import { Who } from './parts/statement-item.js';

interface WordingsProps {
  readonly utterance: UtteranceView;
  /** The statement whose page this is. */
  readonly id: string;
}

/** Reports shown of one utterance; a page stays readable. */
const mostReports = 40;

/** How articles word one utterance, against the earliest of them. Nothing where one article alone reports it. */
export function Wordings({ utterance, id }: WordingsProps) {
  if (utterance.reports.length < 2) return null;
  return (
    <section aria-labelledby="wordings">
      <h2 id="wordings">Wordings, earliest first</h2>
      <p class="facts">
        Reported by {utterance.independent} {utterance.independent === 1 ? 'article' : 'articles'}, copies of one text
        counted once. <del>Struck out</del>: in the earliest alone; <ins>underlined</ins>: in this one alone.
      </p>
      <ul class="statements">
        {utterance.reports.slice(0, mostReports).map((report) => (
          <Report report={report} here={report.statement.id === id} />
        ))}
      </ul>
    </section>
  ); // prettier-ignore
}

function Report({ report, here }: { readonly report: ReportView; readonly here: boolean }) {
  const { statement, day, copyOf, differences, changes } = report;
  return (
    <li class="statement">
      <p>
        <Who row={statement} /> <span class="soft">{statement.cueText}</span>
      </p>
      <p class="words">
        {differences === null
          ? statement.contentTexts.join(' … ')
          : differences.map(({ words, in: where }) =>
              where === 'both' ? `${words} ` : where === 'first' ? <><del>{words}</del> </> : <><ins>{words}</ins> </>,
            )}
      </p>
      <p class="facts">
        {day} · {statement.article.outlet ?? 'Unnamed outlet'} ·{' '}
        {here ? 'this statement' : <a href={`/statements/${statement.id}`}>its statement</a>}
        {copyOf === null ? '' : ' · copy of an article before it'}
        {changes.map(({ what, words }) => (
          <>
            {' '}
            <span class="tag">
              {what}: {words}
            </span>
          </>
        ))}
      </p>
    </li>
  ); // prettier-ignore
}
