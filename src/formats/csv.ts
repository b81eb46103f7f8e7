import { stringify } from 'csv-stringify/sync';
import type { ExportedStatement } from '../ledger/ledger.js';
import { propositionOf, publishedDay, wordsOf, type Statements } from './format.js';

const columns: Readonly<Record<string, (row: ExportedStatement) => string | number | null>> = {
  statement_id: ({ statement }) => statement.id,
  published: publishedDay,
  outlet: ({ article }) => article.outlet,
  title: ({ article }) => article.title,
  url: ({ article }) => article.url,
  speaker: ({ statement }) => statement.speaker.entity,
  speaker_type: ({ statement }) => statement.speaker.type,
  role: ({ statement }) => statement.speaker.role,
  mention: ({ statement }) => statement.speaker.mention,
  cue: ({ statement }) => statement.cueText,
  act: ({ statement }) => statement.act,
  kind: ({ statement }) => statement.kind,
  words: wordsOf,
  medium: ({ statement }) => statement.medium,
  relay: ({ statement }) => statement.relay,
  about: ({ statement }) => statement.about.join('; '),
  positions: ({ positions }) => positions.map((p) => `${p.holder}: ${p.stance}: ${propositionOf(p)}`).join('; '),
  confidence: ({ statement }) => statement.confidence,
  content: ({ statement }) => statement.content.map(([start, end]) => `${start}-${end}`).join(' '),
  article_id: ({ statement }) => statement.article.id,
  version_id: ({ statement }) => statement.versionId,
  page_sha256: ({ pageHash }) => pageHash,
  engine: ({ engine }) => engine,
  recorded_at: ({ statement }) => statement.recordedAt,
}; // prettier-ignore

/**
 * Comma-separated values (RFC 4180), UTF-8, one statement a row. A cell that a spreadsheet would take for a formula is
 * led by an apostrophe.
 */
export async function* csv(statements: Statements): AsyncGenerator<string> {
  yield line(Object.keys(columns));
  for await (const statement of statements) yield line(Object.values(columns).map((cell) => cell(statement)));
}

function line(cells: (string | number | null)[]): string {
  return stringify([cells], { escape_formulas: true, record_delimiter: 'windows' });
}
