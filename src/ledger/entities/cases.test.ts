import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSchema, type LedgerRecord } from '../../terms/record.js';
import { openLedger, type Ledger } from '../ledger.js';
import { testPlaces } from '../test-places.js';

const folder = new URL('../../../cases/articles/', import.meta.url).pathname;

/** The expected record of every example article, in every version. */
function expectedRecords(): LedgerRecord[] {
  const places = readdirSync(folder).flatMap((slug) => [
    join(folder, slug),
    ...['v1', 'v2', 'v3'].map((version) => join(folder, slug, version)),
  ]);
  return places
    .map((place) => join(place, 'expected.json'))
    .filter((file) => existsSync(file))
    .map((file) => recordSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
}

/**
 * The example articles have one world (cases/WORLD.md), in which no two people bear one full name: so every named person
 * must be one entity, and no entity two. Bodies that every state has ("foreign ministry") are of their article alone.
 */
describe('the speakers of all example articles', () => {
  const records = expectedRecords();
  let ledger: Ledger;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const place = await testPlaces.embedded();
    remove = place.remove;
    ledger = await openLedger(place.location);
    for (const record of records) await ledger.store(record, { engine: 'expected' });
  });
  afterAll(async () => {
    await ledger.close();
    await remove();
  });

  it('are each one entity, and none is two', async () => {
    const people = new Set(
      records.flatMap(({ statements }) =>
        statements.flatMap(({ speaker }) =>
          speaker.type === 'person' && speaker.entity !== null ? [speaker.entity] : [],
        ),
      ),
    );
    expect(people.size).toBeGreaterThan(10);
    const rows = await ledger.entities({ type: 'person', speaking: true, limit: 10_000 });
    expect(rows.map(({ told }) => told)).toEqual(rows.map(({ name }) => [name]));
    expect(rows.map(({ name }) => name).sort()).toEqual([...people].sort());
  });

  it('keep the two Tovals two', async () => {
    const [marek] = await ledger.findEntities('Marek Toval');
    const [lena] = await ledger.findEntities('Lena Toval');
    expect(marek).toBeDefined();
    expect(lena).toBeDefined();
    expect(marek).not.toBe(lena);
  });
});
