import type { AttributionEngine } from '../attribute/engine.js';
import type { Ledger, Stored } from '../ledger/ledger.js';
import { makeRecord } from '../pipeline.js';
import { InputError, type Input } from '../read/files.js';
import { readPage, readText, type Reading } from '../read/index.js';
import { readerVersion, type ReadOptions } from '../read/reading.js';
import type { LedgerRecord } from '../terms/record.js';
import { keepHeapSmall } from './heap.js';

/** Bytes with what is known of them from where they came. */
export interface Source extends Input {
  /** Address it was fetched from. */
  readonly url?: string;
  readonly contentType?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Facts that are used where the bytes tell nothing. */
  readonly known?: ReadOptions['known'];
  /** When it was fetched, ISO 8601; now, where it is not told. */
  readonly fetched?: string;
}

/** There is no article in the source: reading it again gives no other answer. */
export class NoArticleError extends InputError {}

/** What articles are read with, and where they go. */
export interface Wiring {
  /** Null: nothing is stored. */
  readonly ledger: Ledger | null;
  readonly engine: AttributionEngine;
  /** In [0, 1]; attributions below it are left out. */
  readonly minConfidence: number;
}

/** What reading one source gave; `stored` is null where there is no ledger. */
export interface ReadSource {
  readonly record: LedgerRecord;
  readonly stored: Stored | null;
}

/**
 * Reads one source, makes its record and stores it.
 * @param place file name or address, for people and for provenance.
 * @throws {NoArticleError} where there is no article in it.
 */
export async function readSource(
  place: string,
  source: Source,
  { ledger, engine, minConfidence }: Wiring,
): Promise<ReadSource> {
  const reading = readingOf(source);
  if (reading.article === null) {
    const reason = reading.trail.at(-1)?.reason ?? 'no article was found in it';
    throw new NoArticleError(place, `${reason}. Nothing was stored.`);
  }
  const record = await makeRecord(reading.article, engine, { minConfidence });
  if (ledger === null) return { record, stored: null };
  const { bytes, format, contentType = null, headers = {} } = source;
  const { modified, sources, charset } = reading;
  const page = { bytes, format, location: place, contentType, headers, fetchedAt: timeOf(source.fetched), modified, sources, charset, reader: readerVersion }; // prettier-ignore
  return { record, stored: await ledger.store(record, { engine: engine.version, page }) };
}

/** The article in a source. */
export function readingOf({ bytes, format, url, contentType, known }: Source): Reading {
  const options = { url, contentType: contentType ?? undefined, known };
  if (format !== 'page') return readText(Buffer.from(bytes).toString('utf8'), options);
  const reading = readPage(bytes, options);
  keepHeapSmall();
  return reading;
}

function timeOf(fetched: string | undefined): Date {
  const time = Date.parse(fetched ?? '');
  return Number.isNaN(time) ? new Date() : new Date(time);
}
