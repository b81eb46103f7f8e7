import type { AttributionEngine } from '../attribute/engine.js';
import type { StoredVersion } from '../ledger/queries/history.js';
import type { Ledger } from '../ledger/ledger.js';
import { differencesBetween, type VersionDifferences } from '../link/versions.js';
import { makeRecord } from '../pipeline.js';

/** What a newer engine made of one stored version. */
export type RereadStep = { readonly version: StoredVersion } & (
  { readonly differences: VersionDifferences } | { readonly error: unknown }
);

/**
 * Reads every stored version again that this version of the engine has not read. What it finds stands beside what was
 * found before; statements with the same content spans keep their ids. Stopped in its middle, it goes on there.
 */
export async function* reread(ledger: Ledger, engine: AttributionEngine): AsyncGenerator<RereadStep> {
  for await (const version of ledger.versionsWithout(engine.version)) {
    try {
      const record = await makeRecord(version.record.article, engine);
      await ledger.store(record, { engine: engine.version, reread: true });
      yield { version, differences: differencesBetween(version.record, record) };
    } catch (error) {
      yield { version, error };
    }
  }
}
