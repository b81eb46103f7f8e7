import type { ExportedStatement } from '../ledger/ledger.js';
import { OnrecordError } from '../terms/error.js';
import { joined } from '../terms/span.js';

/** Statements on their way into a file, in the order they are to stand in. */
export type Statements = AsyncIterable<ExportedStatement>;

/** What the file is about; shown where a format has a place for it. */
export interface About {
  /** For example the person's name, or the question. */
  readonly title: string;
  /** When it is made, ISO 8601. */
  readonly made: string;
}

/** A format that statements are written in. Pure: the same statements give the same file. */
export interface Format {
  /** Media type, with its character set. */
  readonly contentType: string;
  /** Ending of a file name, without the dot. */
  readonly extension: string;
  /** True where the file is no text. */
  readonly binary?: true;
  /** What it is, in a few words, for help texts. */
  readonly description: string;
  readonly write: (statements: Statements, about: About) => AsyncIterable<string | Uint8Array>;
}

/** More statements than a format that is made in one piece can hold. */
export class TooManyStatementsError extends OnrecordError {
  constructor(readonly limit: number) {
    super(
      `There are more than ${limit} statements, the most that this format holds. Narrow what you ask for.`,
    );
  }
}

/** All statements in memory, for a format that is made in one piece. */
export async function collect(statements: Statements, limit: number): Promise<ExportedStatement[]> {
  const all: ExportedStatement[] = [];
  for await (const statement of statements) {
    if (all.length === limit) throw new TooManyStatementsError(limit);
    all.push(statement);
  }
  return all;
}

/** A JSON array of what is made of each statement, between a head and a tail. */
export async function* jsonArray(
  head: string,
  items: AsyncIterable<unknown>,
  tail: string,
): AsyncGenerator<string> {
  yield head;
  let first = true;
  for await (const item of items) {
    yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
    first = false;
  }
  yield `\n${tail}\n`;
}

/** One JSON value a line. */
export async function* jsonLines(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`;
}

/** What is made of each statement, in order. */
export async function* each<Made>(
  statements: Statements,
  make: (statement: ExportedStatement) => Made | readonly Made[],
): AsyncGenerator<Made> {
  for await (const statement of statements) {
    const made = make(statement);
    if (Array.isArray(made)) yield* made as readonly Made[];
    else yield made as Made;
  }
}

/** The words of the content; where it has several spans, with an ellipsis between them. */
export function wordsOf({ statement }: ExportedStatement): string {
  return joined(statement.contentTexts, statement.content);
}

/** The name of who spoke: the entity, else how the article puts it, else null. */
export function whoSpoke({ statement: { speaker } }: ExportedStatement): string | null {
  return speaker.entity ?? speaker.mention;
}

/** ISO 8601 day of publication; null where the page told none. */
export function publishedDay({ article }: ExportedStatement): string | null {
  return /^\d{4}-\d{2}-\d{2}/u.exec(article.published ?? '')?.[0] ?? null;
}

/** A proposition in words: "Drovia join Union". */
export function propositionOf({ subject, relation, object }: ExportedStatement['positions'][number]): string {
  return [subject, relation, object].filter((part) => part !== null).join(' ');
}

/** A web address that may be followed; null for anything else that stands in its place. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null;
}

/** Ids as URNs, the same on every machine. */
export const urn = {
  statement: (id: string) => `urn:onrecord:statement:${id}`,
  article: (id: string) => `urn:onrecord:article:${id}`,
  version: (id: string) => `urn:onrecord:version:${id}`,
};
