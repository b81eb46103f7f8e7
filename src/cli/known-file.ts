import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import {
  KnownEntityRefusedError,
  knownFromFtm,
  knownFromRow,
  type KnownEntity,
} from '../link/entities/known.js';
import { OnrecordError } from '../terms/error.js';

/** A row of a list: an entity, or why it was left out. */
export type KnownRow = { readonly entity: KnownEntity } | { readonly error: OnrecordError };

/** A file that cannot be read as a list of known entities. */
export class KnownFileError extends OnrecordError {
  constructor(
    readonly file: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${file} cannot be read as a list of known entities: ${reason}.`, options);
  }
}

const mostBytes = 1_000_000;

/**
 * The known entities of a file, one at a time in bounded memory: `.csv` is a table with a header, anything else one
 * FollowTheMoney entity a line. Entities of other kinds are passed over.
 * @throws {KnownFileError} where the file is absent or breaks off in the middle of a row.
 */
export async function* knownEntities(file: string): AsyncGenerator<KnownRow> {
  await access(file).catch((error: unknown) => {
    throw new KnownFileError(file, 'it is not there', { cause: error });
  });
  const rows = extname(file).toLowerCase() === '.csv' ? csvRows(file) : jsonRows(file);
  try {
    yield* rows;
  } catch (error) {
    throw new KnownFileError(file, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function* csvRows(file: string): AsyncGenerator<KnownRow> {
  const columns = (header: string[]): string[] => header.map((name) => name.trim().toLowerCase());
  const options = { bom: true, columns, max_record_size: mostBytes, relax_column_count: true, skip_empty_lines: true, trim: true }; // prettier-ignore
  let number = 0;
  for await (const row of createReadStream(file).pipe(parse(options))) {
    number++;
    const known = attempt(() => knownFromRow(row, number));
    if (known !== null) yield known;
  }
}

async function* jsonRows(file: string): AsyncGenerator<KnownRow> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const known = attempt(() => knownFromFtm(parsed(line, number), number));
    if (known !== null) yield known;
  }
}

function parsed(line: string, number: number): unknown {
  if (line.length > mostBytes)
    throw new KnownEntityRefusedError(number, `it is longer than ${mostBytes} characters`);
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new KnownEntityRefusedError(number, 'it is not JSON');
  }
}

function attempt(make: () => KnownEntity | null): KnownRow | null {
  try {
    const entity = make();
    return entity === null ? null : { entity };
  } catch (error) {
    if (error instanceof KnownEntityRefusedError) return { error };
    throw error;
  }
}
