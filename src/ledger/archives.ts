import { sql } from 'kysely';
import type { Database } from './database.js';

/** How far an archive was read. */
export interface ArchiveMark {
  /** Records dealt with, from the first. */
  readonly records: number;
  /** Those of them that could not be read. */
  readonly failed: number;
  /** The archive was read to its end. */
  readonly done: boolean;
}

/** Where reading of archives stands, so that it goes on there after a stop. */
export interface ArchiveMarks {
  /** The newest mark of an archive; null where it was never read. @param id see `archiveId` of reading. */
  mark(id: string): Promise<ArchiveMark | null>;
  /** Adds a mark. @param location the file's name, for people. */
  setMark(id: string, location: string, mark: ArchiveMark): Promise<void>;
}

export function archiveMarks(db: Database, clock: () => Date): ArchiveMarks {
  return {
    async mark(id) {
      const { rows } = await sql<{ records: string; failed: string; done: boolean }>`
        select records, failed, done from archive_mark where archive_id = ${id} order by recorded_at desc, seq desc limit 1`.execute(
        db,
      );
      const newest = rows[0];
      return newest === undefined
        ? null
        : { records: Number(newest.records), failed: Number(newest.failed), done: newest.done };
    },
    async setMark(id, location, { records, failed, done }) {
      await sql`insert into archive_mark (archive_id, location, records, failed, done, recorded_at)
        values (${id}, ${location}, ${records}, ${failed}, ${done}, ${clock()})`.execute(db);
    },
  };
}
