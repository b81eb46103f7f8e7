import type { Connection, Execute } from './database.js';
import type { Checked, VerifyStep } from './finding.js';
import { dump, type DumpLine, type DumpOptions } from './transfer/dump.js';
import { linesOf } from './transfer/lines.js';
import { load, type Loaded } from './transfer/load.js';
import { verify } from './verify.js';

export type { Checked, Execute, VerifyStep };

/** What is done with the ledger as a whole: does it hold, moving it, and what works on its database. */
export interface Upkeep {
  /** Recomputes every hash and offset on record, in bounded memory, and gives what does not hold. */
  verify(): AsyncIterable<VerifyStep>;
  /**
   * Everything on record as it stands at one instant, line by line; the last line is the manifest. Accounts and the log of
   * what was done are left out unless asked for.
   */
  dump(options?: DumpOptions): AsyncIterable<DumpLine>;
  /**
   * Adds the bytes of a dump, one JSON value a line; what is here already is left as it is.
   * @throws {DumpRefusedError} where it is no dump, was changed or cut off; what came before stays.
   */
  load(bytes: AsyncIterable<Uint8Array>): Promise<Loaded>;
  /** For the job queue's library alone, which keeps its own tables beside the ledger's. */
  readonly execute: Execute;
}

/** The upkeep of a ledger's database. */
export function upkeep({ db, execute }: Pick<Connection, 'db' | 'execute'>): Upkeep {
  return {
    verify: () => verify(db),
    dump: (options) => dump(db, options),
    load: (bytes) => load(db, linesOf(bytes)),
    execute,
  };
}
