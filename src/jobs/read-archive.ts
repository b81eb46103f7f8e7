import { archiveId, archiveItems } from '../read/archive/archive.js';
import { readSource, type ReadSource, type Wiring } from './read-source.js';

/** What became of one record of an archive. */
export type ArchiveStep = { readonly where: string } & (
  { readonly read: ReadSource } | { readonly error: unknown } | { readonly after: number }
);

export interface ArchiveOptions {
  /** Reads again what earlier runs have read; false by default. */
  readonly again?: boolean;
  /** Records between two marks: so many are read twice, at most, after a stop. */
  readonly markEvery?: number;
}

/**
 * Reads the articles of an archive one after the other, going on behind those that an earlier run has read; tells so
 * first. Where it stands is marked in the ledger. A bad record is told and the next follows.
 */
export async function* readArchive(
  path: string,
  wiring: Wiring,
  { again = false, markEvery = 50 }: ArchiveOptions = {},
): AsyncGenerator<ArchiveStep> {
  const id = await archiveId(path);
  const archives = wiring.ledger?.archives;
  const mark = again ? null : ((await archives?.mark(id)) ?? null);
  let { records, failed } = mark ?? { records: 0, failed: 0 };
  if (mark !== null) yield { where: path, after: records };
  if (mark?.done === true) return;
  let marked = records;
  let done = true;
  for await (const item of archiveItems(path, records)) {
    if ('error' in item) {
      yield { where: item.where, error: item.error };
      if (item.brokenOff === true) {
        done = false;
        break;
      }
      failed++;
    } else if (item.source !== null) {
      try {
        yield { where: item.where, read: await readSource(item.where, item.source, wiring) };
      } catch (error) {
        failed++;
        yield { where: item.where, error };
      }
    }
    records = Math.max(records, item.number);
    if (records - marked >= markEvery) {
      await archives?.setMark(id, path, { records, failed, done: false });
      marked = records;
    }
  }
  await archives?.setMark(id, path, { records, failed, done });
}
