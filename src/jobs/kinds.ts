import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { AttributionEngine } from '../attribute/engine.js';
import type { Ledger } from '../ledger/ledger.js';
import type { FetchedPage } from '../read/fetch.js';
import { maxFileBytes, type Input } from '../read/files.js';
import { NoArticleError, readSource } from './read-source.js';

/** What jobs work with; passed in, so that tests and other programs bring their own. */
export interface Workbench {
  readonly ledger: Ledger;
  readonly engine: AttributionEngine;
  readonly fetchPage: (address: string) => Promise<FetchedPage>;
}

/** A job to be done. */
export interface NewJob {
  readonly kind: JobName;
  /** A UUID; a job that is given twice with one id is there once. Made up where it is left out. */
  readonly id?: string;
  /** Fits the kind's schema. `place`, on every kind, says in a list what the job is about. */
  readonly data: { readonly place: string };
  /** Seconds until another worker takes it over; the kind's own where it is left out. */
  readonly timeout?: number;
}

/** What a job came to. */
export interface JobResult {
  /** One word for the metrics: `new`, `changed`, `unchanged`, `no-article`, `fetched`, `encoded`. */
  readonly outcome: string;
  readonly next?: readonly NewJob[];
}

/** One kind of work. A new kind is one more entry in `jobKinds`. */
export interface JobKind {
  readonly name: JobName;
  /** Jobs of this kind that one worker does side by side, unless told otherwise. */
  readonly lanes: number;
  /** Seconds after which a job that is not done counts as given up: its worker is gone. No job takes that long. */
  readonly timeout: number;
  /** Kind that this one makes jobs for: it waits while `mostWaiting` of those wait. */
  readonly feeds?: JobName;
  /** @throws {z.ZodError} where the data is no job of this kind; else what went wrong, and the job is tried again. */
  readonly run: (data: unknown, bench: Workbench, id: string) => Promise<JobResult>;
}

export type JobName = 'fetch' | 'read' | 'encode';

const fetchData = z.object({ place: z.string() });

/** The bytes of a page or text, and how they were had; they travel in the job, so that a reader needs no file of ours. */
const readData = z.object({
  place: z.string(),
  format: z.enum(['page', 'text']),
  /** gzip, base64. */
  bytes: z.string(),
  url: z.string().nullable(),
  contentType: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  fetchedAt: z.iso.datetime(),
});

const encodeData = z.object({ place: z.string(), articleId: z.string() });

/** A job that reads these bytes. @param fetchedAt when they were had. */
export function readJob(place: string, input: Input & Partial<FetchedPage>, fetchedAt: Date): NewJob {
  const data: z.infer<typeof readData> = {
    place,
    format: input.format,
    bytes: gzipSync(input.bytes).toString('base64'),
    url: input.url ?? null,
    contentType: input.contentType ?? null,
    headers: { ...input.headers },
    fetchedAt: fetchedAt.toISOString(),
  };
  return { kind: 'read', data };
}

/** Every kind of job that there is. */
export const jobKinds: readonly JobKind[] = [
  {
    name: 'fetch',
    lanes: 4,
    timeout: 180,
    feeds: 'read',
    run: async (given, { fetchPage }, id) => {
      const { place } = fetchData.parse(given);
      const page = await fetchPage(place);
      // The same id: a fetch that is done twice makes one reading.
      return { outcome: 'fetched', next: [{ ...readJob(place, page, new Date()), id }] };
    },
  },
  { name: 'read', lanes: 1, timeout: 180, run: read },
  { name: 'encode', lanes: 1, timeout: 180, run: encode },
];

async function read(given: unknown, { ledger, engine }: Workbench, id: string): Promise<JobResult> {
  const { place, format, bytes: packed, url, contentType, headers, fetchedAt } = readData.parse(given);
  const bytes = gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: maxFileBytes });
  const source = {
    bytes,
    format,
    contentType,
    headers,
    fetched: fetchedAt,
    ...(url === null ? {} : { url }),
  };
  try {
    const { stored } = await readSource(place, source, { ledger, engine, minConfidence: 0 });
    const outcome = stored?.outcome ?? 'unchanged';
    if (stored === null || !(await ledger.keepsVectors())) return { outcome };
    // Encoding is for search by meaning alone, so that the statements are on record without waiting for it. The job is made
    // for what is unchanged too: a reader may have died between storing and making it.
    const data: z.infer<typeof encodeData> = { place, articleId: stored.articleId };
    return { outcome, next: [{ kind: 'encode', id, data }] };
  } catch (error) {
    // Another try would find no more in the same bytes.
    if (error instanceof NoArticleError) return { outcome: 'no-article' };
    throw error;
  }
}

async function encode(given: unknown, { ledger }: Workbench): Promise<JobResult> {
  const { articleId } = encodeData.parse(given);
  let statements = 0;
  for await (const batch of ledger.encode(articleId)) statements += batch;
  return { outcome: statements === 0 ? 'unchanged' : 'encoded' };
}
