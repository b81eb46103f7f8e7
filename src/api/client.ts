import type { z } from 'zod';
import { OnrecordError } from '../terms/error.js';
import type { Comparison, Sort, StatementFilter } from '../ledger/search/query.js';
import type { LedgerRecord } from '../terms/record.js';
import type { SpeakerType } from '../terms/vocabulary.js';
import { problemSchema } from './problem.js';
import {
  articleRowSchema,
  articleViewSchema,
  changeRowSchema,
  correctionSchema,
  entityRowSchema,
  entityViewSchema,
  facetsSchema,
  historySchema,
  ledgerRecordSchema,
  listOf,
  nameCountSchema,
  namingRowSchema,
  pageOf,
  positionRowSchema,
  recognitionRowSchema,
  searchHitSchema,
  statementRowSchema,
  statementViewSchema,
  storedRecordSchema,
  summarySchema,
  utteranceRowSchema,
  utteranceViewSchema,
} from './schemas.js';

/** The API answered with a problem (RFC 9457), or with something that it should not have. */
export class ApiError extends OnrecordError {
  constructor(
    readonly url: string,
    /** HTTP status. */
    readonly status: number,
    /** What was wrong, in the server's words. */
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${url} answered ${status}: ${detail}`, options);
  }
}

export interface ClientOptions {
  /** Does the requests; the global one by default. */
  readonly fetch?: (url: string, init?: RequestInit) => Promise<Response>;
  /** Sent with each request, for example an `Authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** The filters of the ledger's search as a request has them. */
type Filter = Omit<StatementFilter, 'words' | 'speakerName' | 'asKnown'> & {
  /** `word "a phrase" -without begin* one or other`. */
  readonly q?: string | undefined;
  /** Only what was on record at this instant, ISO 8601 in UTC, as it was then. */
  readonly asKnown?: string | undefined;
};
type Part = {
  /** The `next` of the part before. */
  readonly cursor?: string | undefined;
  /** 1 to 200. */
  readonly limit?: number | undefined;
};
interface Given {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly published?: string | undefined;
  readonly authors?: readonly string[] | undefined;
}

/**
 * A typed client of the API of a running onrecord. Every answer is checked against its schema; every method throws
 * {@link ApiError} where the server answers with a problem.
 * @param server address of the server, e.g. `http://127.0.0.1:4173`.
 * @example
 * const client = createClient('http://127.0.0.1:4173');
 * for await (const row of client.allStatements({ speaker: 'Toval' })) console.log(row.contentTexts);
 */
export function createClient(server: string, { fetch = globalThis.fetch, headers = {} }: ClientOptions = {}) {
  const base = new URL('api/v1/', server.endsWith('/') ? server : `${server}/`);

  async function send(path: string, query: Query = {}, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const response = await fetch(url.href, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string> | undefined) },
    });
    if (!response.ok) throw new ApiError(url.href, response.status, await reason(response));
    return response;
  }
  async function get<Answer extends z.ZodType>(path: string, answer: Answer, query: Query = {}) {
    const response = await send(path, query);
    return checked(response, answer, await response.json());
  }
  async function* lines<Row extends z.ZodType>(path: string, row: Row, query: Query = {}) {
    const response = await send(path, query);
    for await (const line of linesOf(response)) yield checked(response, row, JSON.parse(line));
  }
  const id = encodeURIComponent;

  return {
    summary: () => get('summary', summarySchema),
    statements: (filter: Filter & Part & { sort?: Sort } = {}) => get('statements', pageOf(statementRowSchema), filter),
    /** As `statements`, with the places of the words asked for. */
    search: (filter: Filter & Part & { sort?: Sort; by?: Comparison } = {}) => get('search', pageOf(searchHitSchema), filter),
    /** What narrowing a search would leave. */
    facets: (filter: Filter & { by?: Comparison } = {}) => get('facets', facetsSchema, filter),
    /** Every statement that fits, streamed. */
    allStatements: (filter: Filter = {}) => lines('statements.jsonl', statementRowSchema, filter),
    statement: (statement: string) => get(`statements/${id(statement)}`, statementViewSchema),
    articles: (part: Part = {}) => get('articles', pageOf(articleRowSchema), part),
    article: (article: string) => get(`articles/${id(article)}`, articleViewSchema),
    /** Every article's newest record, streamed. */
    allRecords: () => lines('records.jsonl', storedRecordSchema),
    speakers: () => get('speakers', listOf(nameCountSchema)),
    outlets: () => get('outlets', listOf(nameCountSchema)),
    positions: (filter: { holder?: string; about?: string; asOf?: string } = {}) =>
      get('positions', listOf(positionRowSchema), filter),
    recognition: (entity: string, asOf?: string) =>
      get('recognition', listOf(recognitionRowSchema), { entity, asOf }),
    naming: (entity: string) => get('naming', listOf(namingRowSchema), { entity }),
    /** The newest changes of position. */
    changes: (filter: { holder?: string; about?: string; asOf?: string; limit?: number } = {}) =>
      get('positions/changes', listOf(changeRowSchema), filter),
    entities: (filter: { name?: string; type?: SpeakerType; limit?: number } = {}) =>
      get('entities', listOf(entityRowSchema), filter),
    entity: (entity: string) => get(`entities/${id(entity)}`, entityViewSchema),
    /** The versions of an article, and what changed from each to the next. */
    versions: (article: string) => get(`articles/${id(article)}/versions`, historySchema),
    /** All reports of what a statement reports. */
    utterance: (statement: string) => get(`statements/${id(statement)}/utterance`, utteranceViewSchema),
    /** Utterances that most articles report between two days, ISO 8601. */
    widelyReported: (from: string, to: string, limit?: number) =>
      get('utterances', listOf(utteranceRowSchema), { from, to, limit }),
    corrections: (statement?: string) => get('corrections', listOf(correctionSchema), { statement }),
    /** The record of a text or page; the server stores nothing. Give either `text` or `html`. */
    analyse: async (given: Given, { minConfidence }: { minConfidence?: number } = {}): Promise<LedgerRecord> => {
      const response = await send('analyse', { minConfidence }, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(given),
      });
      return checked(response, ledgerRecordSchema, await response.json());
    },
  }; // prettier-ignore
}

export type Client = ReturnType<typeof createClient>;

function checked<Answer extends z.ZodType>(response: Response, answer: Answer, body: unknown): z.output<Answer> {
  const result = answer.safeParse(body);
  if (result.success) return result.data;
  throw new ApiError(
    response.url,
    response.status,
    `what it sent is not of the expected shape. Is it another version of onrecord? ${result.error.message}`,
    { cause: result.error },
  );
} // prettier-ignore

/** The detail of a problem; the status where the answer is none. */
async function reason(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return problemSchema.parse(JSON.parse(text)).detail;
  } catch {
    // Not one of ours: a proxy in between, or another server.
    return response.statusText || 'no reason given';
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  if (response.body === null) return;
  let rest = '';
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
  if (rest !== '') yield rest;
}
