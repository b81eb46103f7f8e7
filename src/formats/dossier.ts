import type { ExportedStatement } from '../ledger/ledger.js';
import {
  collect,
  propositionOf,
  publishedDay,
  whoSpoke,
  wordsOf,
  type About,
  type Statements,
} from './format.js';

/** Lines of one dossier: more than anybody reads through, and about what a page-maker lays out in a minute. */
const mostLines = 5_000;

/** One line of a dossier. All strings come from strangers. */
export interface DossierLine {
  /** ISO 8601 day of publication; null where none is told. */
  readonly day: string | null;
  readonly who: string;
  readonly role: string | null;
  readonly act: string;
  readonly words: string;
  /** True where the words stand in quotation marks; otherwise they are the outlet's. */
  readonly quoted: boolean;
  /** "for: Drovia join Union". */
  readonly positions: readonly string[];
  readonly outlet: string;
  readonly title: string;
  readonly url: string | null;
  readonly statementId: string;
  /** What the line can be checked against: the page's SHA-256 where its bytes were kept, and the article version. */
  readonly hash: string;
}

/** What is on record of a person or a question, oldest first. */
export interface Dossier extends About {
  readonly lines: readonly DossierLine[];
}

/**
 * @returns the lines of the statements, oldest first.
 * @throws {TooManyStatementsError} beyond 5,000.
 */
export async function dossierOf(statements: Statements, about: About): Promise<Dossier> {
  const rows = await collect(statements, mostLines);
  const key = (row: ExportedStatement) => publishedDay(row) ?? row.statement.recordedAt.slice(0, 10);
  // The list comes newest first, and within an article in text order; a stable sort keeps the latter.
  const lines = rows.toSorted((a, b) => key(a).localeCompare(key(b))).map(lineOf);
  return { ...about, lines };
}

function lineOf(row: ExportedStatement): DossierLine {
  const { statement, article, positions, pageHash } = row;
  return {
    day: publishedDay(row),
    who: whoSpoke(row) ?? 'Nobody named',
    role: statement.speaker.role,
    act: statement.act,
    words: wordsOf(row),
    quoted: statement.kind === 'direct',
    positions: positions.map((position) => `${position.stance}: ${propositionOf(position)}`),
    outlet: article.outlet ?? 'an outlet without a name',
    title: article.title ?? 'Untitled article',
    url: article.url,
    statementId: statement.id,
    hash: `${pageHash === null ? '' : `page SHA-256 ${pageHash}, `}version ${statement.versionId}`,
  };
}

/** What stands above the lines. */
export function headOf({ lines, made }: Dossier): string {
  const days = lines.flatMap(({ day }) => (day === null ? [] : [day]));
  const span = days.length === 0 ? '' : `, ${days[0] ?? ''} to ${days.at(-1) ?? ''}`;
  return `${lines.length} statements on record${span}. Made ${made}. onrecord tells who is reported to have said what; it does not judge whether it is true. Words without quotation marks are the outlet's.`;
}
