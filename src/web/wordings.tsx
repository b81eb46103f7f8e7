import type { ReportView, UtteranceView } from '../ledger/ledger.js';
import { Who } from './parts/statement-item.js';
import { joined } from '../terms/span.js';

interface WordingsProps {
  readonly utterance: UtteranceView;
  /** The statement whose page this is. */
  readonly id: string;
}

/** Reports shown of one utterance; a page stays readable. */
const mostReports = 40;

type Difference = NonNullable<ReportView['differences']>[number];

/** Shared words between changes that are fewer than this do not part them: "as" alone is no common wording. */
const fewest = 2;

/**
 * Differences as a reader takes them in: what fell out in one piece, then what came in, parted by shared words only where
 * several of these stand together.
 */
export function gathered(differences: readonly Difference[]): Difference[] {
  const shown: Difference[] = [];
  let [out, come]: [string[], string[]] = [[], []];
  const end = (): void => {
    if (out.length > 0) shown.push({ words: out.join('').trim(), in: 'first' });
    if (come.length > 0) shown.push({ words: come.join('').trim(), in: 'other' });
    [out, come] = [[], []];
  };
  differences.forEach(({ words, in: where }, i) => {
    const isBetween = i < differences.length - 1 && out.length + come.length > 0;
    const isFew = words.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length < fewest;
    if (where === 'both' && !(isBetween && isFew)) {
      end();
      shown.push({ words, in: 'both' });
      return;
    }
    if (where !== 'other') out.push(words);
    if (where !== 'first') come.push(words);
  });
  end();
  return shown;
}

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
          ? joined(statement.contentTexts, statement.content)
          : gathered(differences).map(({ words, in: where }, i) => (
              <>
                {i > 0 && !/^[\s,.;:!?…”"'’)\]]/u.test(words) ? ' ' : ''}
                {where === 'both' ? words : where === 'first' ? <del>{words}</del> : <ins>{words}</ins>}
              </>
            ))}
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
