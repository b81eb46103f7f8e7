import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../attribute/create-engine.js';
import { openLedger, type Ledger } from '../ledger/ledger.js';
import { makeRecord } from '../pipeline.js';
import { recordSchema } from '../terms/record.js';
import { reread, type RereadStep } from './reread.js';

let folder: string;
let ledger: Ledger;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-reread-'));
  ledger = await openLedger(join(folder, 'ledger'));
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

const expected = (version: string) => recordSchema.parse(JSON.parse(readFileSync(fileURLToPath(new URL(`../../cases/articles/orlin-border-shots/${version}/expected.json`, import.meta.url)), 'utf8'))); // prettier-ignore
const engine = createEngine('rules');

async function again(): Promise<RereadStep[]> {
  const steps: RereadStep[] = [];
  for await (const step of reread(ledger, engine)) steps.push(step);
  return steps;
}

it('reads stored versions again, keeps ids and what was found before, and shows the newest version still', async () => {
  const page = {
    bytes: Buffer.from('<p>2'),
    location: 'v2',
    fetchedAt: new Date(0),
    headers: { etag: '"2"' },
  };
  const first = await ledger.store(expected('v1'), { engine: 'old/1' });
  const second = await ledger.store(expected('v2'), { engine: 'old/1', page });
  const before = (await ledger.statements({})).rows.map(({ id }) => id);

  const steps = await again();
  expect(steps.map(({ version }) => version.versionId).sort()).toEqual([first.versionId, second.versionId].sort()); // prettier-ignore
  expect(steps.every((step) => 'differences' in step && step.differences.text === 'same')).toBe(true);

  const view = await ledger.article(first.articleId);
  expect(view).toMatchObject({ versionId: second.versionId });
  expect(before.filter((id) => view!.statements.some((s) => s.id === id))).toContain(second.statementIds[0]);
  expect(await ledger.statement(first.statementIds[0]!)).not.toBeNull();
  expect((await ledger.checks.at(expected('v2').article.url!))?.etag).toBe('"2"');

  const history = await ledger.history(first.articleId.slice(0, 8));
  expect(history?.versions.map(({ engine: by }) => by)).toEqual([engine.version, engine.version]);
  expect(history?.changes).toMatchObject([{ from: first.versionId, to: second.versionId, sameEngine: true }]);
  expect(history?.changes[0]?.differences.text).toBe('material');
  expect(history?.versions[1]).toMatchObject({ headers: { etag: '"2"' }, location: 'v2', byteLength: 4 });
  const back = await ledger.differences(first.articleId, second.versionId, first.versionId);
  expect(back?.statements).toHaveLength(history!.changes[0]!.differences.statements.length);
  expect(await ledger.differences(first.articleId, second.versionId, 'ffffffffffffffff')).toBeNull();

  expect(await again()).toEqual([]);
});

it('tells that an article is gone until it is read again', async () => {
  const { articleId } = await ledger.store(expected('v2'), { engine: 'old/1' });
  expect((await ledger.history(articleId))?.goneSince).toBeNull();
  await ledger.checks.add(articleId, { outcome: 'gone', status: 404, reason: null });
  await ledger.checks.add(articleId, { outcome: 'failed', status: null, reason: 'no answer' });
  const since = (await ledger.history(articleId))?.goneSince;
  expect(since).toMatch(/^\d{4}-/);
  await ledger.checks.add(articleId, { outcome: 'gone', status: 410, reason: null });
  expect(await ledger.gone([articleId, 'ffffffffffffffff'])).toEqual(new Map([[articleId, since]]));
  expect((await ledger.gone([articleId], new Date(Date.parse(since!) - 1))).size).toBe(0);
  expect((await ledger.article(articleId))?.goneSince).toBe(since);
  expect((await ledger.articles({ limit: 9 })).rows.map(({ goneSince }) => goneSince)).toEqual([since]);
  await ledger.checks.add(articleId, { outcome: 'unchanged', status: 200, reason: null });
  expect((await ledger.gone([articleId])).size).toBe(0);
  await ledger.checks.add(articleId, { outcome: 'gone', status: 404, reason: null });
  expect((await ledger.gone([articleId])).size).toBe(1);
  await ledger.store(expected('v1'), { engine: 'old/1' });
  expect((await ledger.history(articleId))?.goneSince).toBeNull();
  expect(await ledger.history('ffffff')).toBeNull();
});

it('reads stored pages again where the reader has got better: another version beside, shown in the place of the earlier', async () => {
  const url = 'https://courier.example/bridge';
  const says = (opens: string) => `The mayor of Harn, Ada Berg, said that the bridge would open ${opens}, two years after the old one had been closed.`; // prettier-ignore
  const quote = '“It is a fine bridge, and I will drive over it first,” Berg said, while the band of the town played behind her.'; // prettier-ignore
  const box = 'Sign up for our newsletter and get the news of the day in your inbox.';
  const pageOf = (opens: string) => Buffer.from(`<html><head><title>Bridge</title></head><body><article>${[says(opens), box, quote].map((p) => `<p>${p}</p>`).join('')}</article></body></html>`); // prettier-ignore
  // As a reader of before, which took the box for a paragraph, left it on record.
  const before = async (opens: string) => {
    const article = { url, outlet: 'Courier', title: 'Bridge', authors: ['Bo Carl'], published: '2024-05-02', language: 'en', text: [says(opens), box, quote].join('\n\n') }; // prettier-ignore
    const page = { bytes: pageOf(opens), location: url, contentType: 'text/html', fetchedAt: new Date(0), format: 'page' as const }; // prettier-ignore
    return ledger.store(await makeRecord(article, engine), { engine: engine.version, page });
  };
  const first = await before('in May');
  const second = await before('in June');

  const steps = await again();
  expect(steps.map(({ by, version }) => [by, version.versionId]).sort()).toEqual([['reader', first.versionId], ['reader', second.versionId]].sort()); // prettier-ignore
  const history = await ledger.history(first.articleId);
  expect(history?.versions.map(({ record }) => record.article.text)).toEqual([`${says('in May')}\n\n${quote}`, `${says('in June')}\n\n${quote}`]); // prettier-ignore
  expect(history?.versions[0]?.record.article).toMatchObject({ outlet: 'Courier', authors: ['Bo Carl'], published: '2024-05-02' }); // prettier-ignore
  expect(history?.changes).toHaveLength(1);

  const view = await ledger.article(first.articleId);
  expect(view?.article.text).toBe(`${says('in June')}\n\n${quote}`);
  expect(view?.versions).toHaveLength(4);
  expect(await ledger.statement(second.statementIds[0]!)).not.toBeNull();
  const edits = await ledger.alerts.editedSince(new Date(0));
  expect(edits.filter(({ articleId }) => articleId === first.articleId)).toHaveLength(2);
  for await (const step of ledger.verify()) expect(step.finding).toBeNull();
  expect(await again()).toEqual([]);
});
