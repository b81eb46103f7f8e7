import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../attribute/create-engine.js';
import { openLedger, type Ledger } from '../ledger/ledger.js';
import { createServer } from '../server.js';
import { recordSchema, type LedgerRecord } from '../terms/record.js';
import { ApiError, createClient } from './client.js';
import { problemSchema } from './problem.js';

const text =
  'The minister of Drovia, Jonas Bredik, said the bridge was safe.\n\nNobody else spoke about the bridge.';
const record = (n: number): LedgerRecord => ({
  article: { url: `https://courier.example/${n}`, outlet: 'Courier', title: 'The bridge', authors: [], published: `2024-05-0${n}`, language: 'en', text },
  statements: [
    { kind: 'indirect', source: [[0, 36]], cue: [[38, 42]], content: [[43, 62]], cueLemma: 'say', speaker: { mention: 'The minister', entity: 'Jonas Bredik', type: 'person', role: 'minister of Drovia' }, medium: null, relay: null, act: 'assert', edits: [], about: [], confidence: 0.8 },
  ],
  positions: [{ holder: 'Jonas Bredik', stance: 'for', proposition: { relation: 'join', subject: 'Drovia', object: 'Union' }, statement: 0, evidence: [43, 62] }],
  relations: [{ relation: 'recognize', subject: 'Drovia', object: 'Ilmaria', over: null, polarity: 'negated', voice: 'outlet', span: [43, 62] }],
  designations: [{ entity: 'Ilmaria', label: 'the bridge', marks: [], voice: 'outlet', spans: [[43, 53]] }],
}); // prettier-ignore

const engine = createEngine('rules');
let ledger: Ledger;
let folder: string;
let server: ReturnType<typeof createServer>;
let ids: string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-api-'));
  ledger = await openLedger(folder);
  const stored = [];
  for (const n of [1, 2, 3]) stored.push(await ledger.store(record(n), { engine: 'test/1' }));
  ids = stored.map(({ statementIds }) => statementIds[0]!);
  server = createServer({ ledger, engine });
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

const ask = (path: string, init?: RequestInit) => server.request(`/api/v1${path}`, init);
const client = () =>
  createClient('http://local.example', { fetch: async (url, init) => server.request(url, init) });
const analyse = (body: string, contentType: string) =>
  ask('/analyse', { method: 'POST', body, headers: { 'content-type': contentType } });

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, and the guide names each of its paths', async () => {
    const document = (await (await ask('/openapi.json')).json()) as Record<string, object>;
    const validator = new Validator();
    const result = await validator.validate(structuredClone(document));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
    expect(JSON.stringify(document)).not.toContain('"items":[');
    const guide = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
    for (const path of Object.keys(document['paths']!)) expect(guide).toContain(` ${path}\``);
  });

  it('is shown as a page that needs no script and asks nothing of other hosts', async () => {
    const response = await ask('/reference');
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const path of ['POST /analyse', 'GET /statements/{id}']) expect(page).toContain(path);
    expect(page).not.toMatch(/<script|https?:\/\/|undefined|\[object/u);
    expect((await ask('/reference.css')).status).toBe(200);
  });
});

describe('reading', () => {
  it('answers what the pages show, through the typed client', async () => {
    const api = client();
    expect(await api.summary()).toMatchObject({ articles: 3, statements: 3 });
    expect((await api.statements({ q: 'bridge', speaker: 'bredik', from: '2024-05-02' })).rows).toHaveLength(2); // prettier-ignore
    expect((await api.statements({ minConfidence: 0.9 })).rows).toEqual([]);
    expect((await api.statements({ asKnown: '2020-01-01T00:00:00Z' })).rows).toEqual([]);
    const { rows: hits } = await api.search({ q: 'bridge', sort: 'relevance', stance: 'for', limit: 1 });
    expect(hits.map(({ highlights }) => highlights)).toEqual([[[47, 53]]]);
    expect(await api.facets({ q: 'bridge' })).toMatchObject({
      statements: 3,
      kind: [{ value: 'indirect', statements: 3 }],
    });
    const view = await api.statement(ids[0]!.slice(0, 8));
    expect(view.statement.contentTexts).toEqual(['the bridge was safe']);
    expect(view.text).toBe(text);
    const article = await api.article(view.statement.article.id);
    expect(article.article).toEqual(record(1).article);
    expect((await api.articles()).rows).toHaveLength(3);
    expect((await api.speakers()).rows).toEqual([{ name: 'Jonas Bredik', statements: 3 }]);
    expect((await api.outlets()).rows).toEqual([{ name: 'Courier', statements: 3 }]);
    expect((await api.positions({ about: 'join', holder: 'bredik' })).rows).toHaveLength(3);
    expect((await api.recognition('Ilmaria', '2024-05-02')).rows).toHaveLength(2);
    expect((await api.naming('Ilmaria')).rows).toMatchObject([{ label: 'the bridge', times: 3 }]);
  });

  it('answers who is who, what changed between versions, what was reported and corrected', async () => {
    const api = client();
    const { rows } = await api.entities({ name: 'bredik' });
    expect(rows).toMatchObject([{ name: 'Jonas Bredik', type: 'person', articles: 3, statements: 3 }]);
    const view = await api.entity(rows[0]!.id.slice(0, 8));
    expect(view.roles).toMatchObject([{ words: 'minister of Drovia', articles: 3 }]);
    expect((await api.statements({ entityId: rows[0]!.id })).rows).toHaveLength(3);
    expect((await api.changes()).rows).toEqual([]);
    const { articleId } = view.mentions[0]!;
    expect(await api.versions(articleId)).toMatchObject({ goneSince: null, changes: [], versions: [{ statements: 1, engine: 'test/1' }] }); // prettier-ignore
    const [version] = (await api.versions(articleId)).versions;
    const same = await ask(`/articles/${articleId}/versions/${version!.versionId}/${version!.versionId}`);
    expect(await same.json()).toMatchObject({ text: 'same', statements: [] });
    expect(
      (await ask(`/articles/${articleId}/versions/${version!.versionId}/${'f'.repeat(16)}`)).status,
    ).toBe(404);
    const utterance = await api.utterance(ids[0]!);
    expect(utterance.reports.length).toBeGreaterThan(0);
    expect((await api.widelyReported('2024-05-01', '2024-05-31')).rows.length).toBeLessThan(2);
    const correction = await ledger.correct(ids[2]!, { field: 'kind', value: 'mixed' }, { author: 'Ada', reason: 'a trial' }); // prettier-ignore
    expect((await api.corrections(ids[2])).rows).toMatchObject([{ id: correction, field: 'kind', value: 'mixed', undone: false }]); // prettier-ignore
    await ledger.undoCorrection(correction, { author: 'Ada', reason: 'a trial' });
    expect((await api.corrections()).rows).toMatchObject([{ field: 'undo', undoes: correction }, { undone: true }]); // prettier-ignore
  });

  it('pages by cursor, with a link to the next part', async () => {
    const first = await ask('/statements?limit=2&q=bridge');
    const { next } = (await first.json()) as { next: string };
    expect(first.headers.get('link')).toBe(`<?limit=2&q=bridge&cursor=${next}>; rel="next"`);
    const second = await client().statements({ limit: 2, q: 'bridge', cursor: next });
    expect(second.rows.map(({ id }) => id)).toEqual([ids[0]]);
    expect(second.next).toBeNull();
  });

  it('streams all statements and all records as JSON Lines', async () => {
    const statements = [];
    for await (const row of client().allStatements({ to: '2024-05-02' })) statements.push(row.id);
    expect(statements).toEqual([ids[1], ids[0]]);
    const records = [];
    for await (const stored of client().allRecords()) records.push(stored.record.article.url);
    expect(records.sort()).toEqual([1, 2, 3].map((n) => `https://courier.example/${n}`));
    expect((await ask('/records.jsonl')).headers.get('content-type')).toBe('application/jsonl');
  });

  it('answers 304 where nothing changed since the ETag', async () => {
    const first = await ask(`/statements/${ids[0]!}`);
    const etag = first.headers.get('etag')!;
    expect((await ask(`/statements/${ids[0]!}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await ask(`/statements/${ids[1]!}`, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });
});

const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

describe('export', () => {
  it('gives what fits in a format, as a file', async () => {
    const response = await ask('/export/csv?q=bridge&to=2024-05-01');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="onrecord.csv"');
    expect((await response.text()).trim().split('\r\n')).toHaveLength(2);
    expect((await ask('/export/docx')).status).toBe(400);
  });
});

describe('errors', () => {
  it.each([
    ['/statements?limit=0', 400, 'limit'],
    ['/statements?limit=1e3', 400, 'limit'],
    ['/statements?limit=2&limit=3', 400, 'limit'],
    ['/statements?kind=loud', 400, 'kind'],
    ['/statements?from=yesterday', 400, 'from'],
    ['/statements?minConfidence=2', 400, 'minConfidence'],
    ['/statements?cursor=none-of-ours', 400, 'cursor'],
    [`/articles?cursor=${cursor(['2024-05-05', '9999999999999999999', 0])}`, 400, 'cursor'],
    [`/search?cursor=${cursor([0, '2024-05-05', '1', 9999999999, '1'])}`, 400, 'cursor'],
    ['/statements?from=0000-01-01', 400, 'year'],
    ['/statements?asKnown=0000-01-01T00:00:00Z', 400, 'year'],
    ['/statements?asKnown=0001-01-01T00:00:00%2B05:00', 400, 'year'],
    [`/statements?q=${'a'.repeat(301)}`, 400, 'q'],
    ['/recognition', 400, 'entity'],
    ['/statements/..%2f..%2fetc', 400, 'id'],
    ['/statements/ffffffffffffffff', 404, 'no such statement'],
    ['/articles/ffffffffffffffff', 404, 'no such article'],
    ['/none', 404, 'reference'],
    ['', 404, 'reference'],
  ])('%s is answered with a problem, %i', async (path, status, word) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const body = problemSchema.parse(await response.json());
    expect(body).toMatchObject({ status });
    expect(body.detail).toContain(word);
  }); // prettier-ignore

  it('says which methods a path answers', async () => {
    const response = await ask('/statements', { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    problemSchema.parse(await response.json());
  });

  it('tells no inner detail of a failure', async () => {
    const broken = { ...ledger, summary: () => Promise.reject(new Error('password=secret')) };
    const response = await createServer({ ledger: broken, engine }).request('/api/v1/summary');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });

  it('reaches the client as an error with the server’s words', async () => {
    const failed = client().statement('ffffffffffffffff');
    await expect(failed).rejects.toThrow(ApiError);
    await expect(failed).rejects.toMatchObject({ status: 404, detail: 'There is no such statement, or several begin so.' }); // prettier-ignore
  });

  it('limits how often one client may ask', async () => {
    const limited = createServer({ ledger, engine, limits: { requestsPerMinute: 2 } });
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await limited.request('/api/v1/summary'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['1', '0', '0']);
    expect(Number(answers[2]!.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('analyse', () => {
  it('gives the record of a text, a page, or either in JSON, and stores nothing', async () => {
    const page = `<!doctype html><html><head><title>The bridge</title></head><body><article><h1>The bridge</h1>${text
      .split('\n\n')
      .map((p) => `<p>${p} And a few more words, so that there is an article here.</p>`)
      .join('')}</article></body></html>`;
    for (const [body, type] of [
      [text, 'text/plain; charset=utf-8'],
      [page, 'text/html'],
      [JSON.stringify({ text }), 'application/json'],
      [JSON.stringify({ html: page }), 'application/json'],
    ] as const) {
      const response = await analyse(body, type);
      expect(response.status, type).toBe(200);
      expect(response.headers.get('onrecord-engine')).toBe(engine.version);
      const found = recordSchema.parse(await response.json());
      expect(found.statements[0]?.speaker.entity).toBe('Jonas Bredik');
    }
    const given = await client().analyse({ text, url: 'https://courier.example/9', outlet: 'Courier' });
    expect(given.article).toMatchObject({ url: 'https://courier.example/9', outlet: 'Courier' });
    expect((await ledger.summary()).articles).toBe(3);
  });

  it.each([
    ['{', 'application/json', 400],
    ['{}', 'application/json', 400],
    [JSON.stringify({ text, html: text }), 'application/json', 400],
    ['', 'text/plain', 422],
    ['Too short.', 'text/plain', 422],
    ['<p>', 'text/html', 422],
    ['\0\ud800', 'text/html', 422],
    [text, 'application/pdf', 415],
    [text, '', 415],
  ])('refuses %j as %s with %i', async (body, contentType, status) => {
    const response = await analyse(body, contentType);
    expect(response.status).toBe(status);
    problemSchema.parse(await response.json());
  });

  it.each([
    ['text', 'a few words '.repeat(20_000), 'the limit is 200000'],
    ['body', 'a'.repeat(5 * 1024 * 1024 + 1), 'over 5 MB'],
  ])('refuses a %s that is too long', async (_, body, detail) => {
    const response = await analyse(body, 'text/plain');
    expect(response.status).toBe(413);
    expect(problemSchema.parse(await response.json()).detail).toContain(detail);
  });
});

it('gives an alert as a feed, in three formats', async () => {
  const id = await ledger.alerts.add({ name: 'Bridge', conditions: ['new-statement'], query: {}, webhook: null, secret: null, email: null, digest: false }); // prettier-ignore
  await ledger.alerts.fire(id, [{ key: 'k', condition: 'new-statement', title: 'T', why: 'W', articleId: 'a'.repeat(16), statementId: null }]); // prettier-ignore
  for (const [format, type] of [['rss', 'rss'], ['atom', 'atom'], ['json', 'feed']] as const) {
    const response = await ask(`/alerts/${id}/feed.${format}`);
    expect(response.headers.get('content-type')).toContain(`application/${type}+`);
    expect(await response.text()).toContain(`/articles/${'a'.repeat(16)}`);
  }
  expect((await ask(`/alerts/${'f'.repeat(16)}/feed.rss`)).status).toBe(404);
}); // prettier-ignore
