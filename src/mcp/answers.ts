import type { ArticleView, PositionRow, RecognitionRow, StatementRow } from '../ledger/ledger.js';
import { joined } from '../terms/span.js';

/** A statement as an assistant is told of it: what was said, by whom, and where that stands. */
export function statementAnswer(row: StatementRow): object {
  const {
    id,
    speaker,
    act,
    kind,
    cueText,
    content,
    contentTexts,
    medium,
    relay,
    about,
    confidence,
    article,
  } = row;
  return {
    id,
    speaker: speaker.entity ?? speaker.mention,
    named: speaker.entity !== null,
    role: speaker.role,
    words: joined(contentTexts, content),
    quoted: kind === 'direct' ? 'all' : kind === 'mixed' ? 'in part' : 'no',
    cue: cueText,
    act,
    medium,
    relay,
    about,
    confidence,
    source: {
      outlet: article.outlet,
      title: article.title,
      url: article.url,
      published: article.published,
      articleId: article.id,
      versionId: row.versionId,
      spans: row.content,
    },
  };
}

/** A position or a report of recognition, with its source apart. */
export function claimAnswer(row: PositionRow | RecognitionRow): object {
  const { articleId, title, outlet, day, statementId, speaker, words, ...claim } = row;
  return {
    ...claim,
    words,
    accordingTo: speaker ?? outlet,
    source: { outlet, title, day, articleId, statementId },
  };
}

/** Longest text that an answer holds; the rest is a matter for the API. */
const mostText = 20_000;

/** An article with its statements; of a very long text the beginning. */
export function articleAnswer({ id, versionId, article, statements, versions }: ArticleView): object {
  const { text, ...facts } = article;
  return {
    id,
    versionId,
    ...facts,
    text: text.slice(0, mostText),
    complete: text.length <= mostText,
    statements: statements.map(statementAnswer),
    versions,
  };
}
