import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openLedger, type Ledger } from '../ledger/ledger.js';
import type { LedgerRecord } from '../terms/record.js';
import { createApp } from './app.js';

const evil = '"><svg onload=alert(1)>';
const text = `${evil} said the bridge was safe.\n\nNobody else spoke.`;
const record: LedgerRecord = {
  article: { url: 'javascript:alert(1)', outlet: evil, title: evil, authors: [evil], published: '2024-05-02', language: 'en', text },
  statements: [
    {
      kind: 'indirect', source: [[0, evil.length]], cue: [[24, 28]], content: [[29, 48]], cueLemma: 'say',
      speaker: { mention: evil, entity: evil, type: 'person', role: evil }, medium: evil, relay: null, act: 'assert', edits: [], about: [evil],
    },
  ],
  positions: [{ holder: evil, stance: 'for', proposition: { relation: 'join', subject: evil, object: evil }, statement: 0, evidence: [29, 48] }],
  relations: [{ relation: 'recognize', subject: evil, object: evil, over: evil, polarity: 'affirmed', voice: 'outlet', span: [29, 48] }],
  designations: [{ entity: evil, label: evil, marks: [evil], voice: 0, spans: [[0, evil.length]] }],
}; // prettier-ignore

let ledger: Ledger;
let folder: string;
let statement: string;
let article: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-web-'));
  ledger = await openLedger(folder);
  const stored = await ledger.store(record, { engine: 'test/1' });
  statement = stored.statementIds[0]!;
  article = stored.articleId;
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

const get = async (path: string) => {
  const response = await createApp(ledger).request(path);
  return { status: response.status, headers: response.headers, body: await response.text() };
};

describe('pages', () => {
  it.each([
    ['/', 200],
    ['/search', 200],
    [`/search?q=bridge&speaker=${encodeURIComponent(evil)}&from=2024-01-01&kind=indirect`, 200],
    ['/search?q=nothing-like-it&from=never&kind=x&cursor=%00', 200],
    ['/articles', 200],
    ['/speakers', 200],
    ['/outlets', 200],
    [`/speaker?name=${encodeURIComponent(evil)}`, 303],
    [`/speaker?name=${encodeURIComponent(evil)}&on=%00bridge`, 303],
    ['/entities', 200],
    [`/entities?name=${encodeURIComponent(evil)}&type=person&speaking=yes&asKnown=2024-01-01`, 200],
    ['/entities/..%2f..%2fetc', 404],
    ['/entities/ffffffffffffffff', 404],
    ['/positions/changes', 200],
    ['/articles?asKnown=0000-01-01', 200],
    ['/articles/..%2f..%2fetc/versions', 404],
    ['/speaker?name=nobody', 404],
    ['/speaker', 404],
    ['/health', 200],
    ['/positions', 200],
    [`/positions?about=${encodeURIComponent('join svg')}&holder=%00%25&asOf=2024-12-31`, 200],
    ['/recognition', 200],
    ['/recognition?entity=svg&asOf=never', 200],
    ['/naming', 200],
    ['/naming?entity=svg', 200],
    ['/articles/none', 404],
    ['/statements/..%2f..%2fetc', 404],
    ['/none', 404],
  ])('%s answers %i, and nothing of a stranger is markup', async (path, status) => {
    const { status: got, body, headers } = await get(path);
    expect(got).toBe(status);
    expect(body).not.toContain('<svg onload');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('lights source, cue and content in the article, and leads to the statement and back', async () => {
    const { body } = await get(`/articles/${article}`);
    expect(body).toContain('<mark class="cue">said</mark>');
    expect(body).toContain('<mark class="content">the bridge was safe</mark>');
    expect(body).toContain(`href="/statements/${statement}"`);
    expect(body).not.toContain('<svg onload');
    expect(body).not.toContain('href="javascript:');
    const shown = await get(`/statements/${statement}`);
    expect(shown.body).toContain(`href="/articles/${article}#s-${statement}"`);
    expect(shown.body).not.toContain('<svg onload');
  });

  it('leads from a name that one alone bears to its page, with roles, positions, statements and why', async () => {
    const { status: got, headers } = await get(`/speaker?name=${encodeURIComponent(evil)}&on=bridge`);
    expect(got).toBe(303);
    const path = headers.get('location')!;
    expect(path).toMatch(/^\/entities\/[0-9a-f]{16}\?on=bridge$/u);
    expect((await get(path)).body).toContain(`href="/statements/${statement}"`);
    const { body } = await get(path.replace('?on=bridge', ''));
    for (const part of ['Roles, as told', 'Positions', 'Speaks about', 'Quoted by', 'Named in', `href="/articles/${article}"`]) expect(body).toContain(part); // prettier-ignore
    expect(body).not.toContain('<svg onload');
    const before = await get(path.replace('?on=bridge', '?asKnown=2020-01-01'));
    expect(before.status).toBe(404);
  });

  it('shows the versions of an article, and nothing of a stranger is markup', async () => {
    const { status: got, body } = await get(`/articles/${article}/versions`);
    expect(got).toBe(200);
    expect(body).toContain('nothing has changed since it was read');
    expect(body).not.toContain('<svg onload');
  });

  it('tells positions, recognition and names, each with a way to its words', async () => {
    const positions = await get('/positions?about=join');
    expect(positions.body).toContain(`href="/statements/${statement}"`);
    expect((await get('/positions?holder=nobody')).body).toContain('Nothing on record fits.');
    const recognition = await get('/recognition?entity=svg');
    expect(recognition.body).toContain('affirmed');
    expect(recognition.body).toContain(`href="/articles/${article}"`);
    expect((await get('/recognition?entity=svg&asOf=2024-05-01')).body).toContain('Nothing on record fits.');
    expect((await get('/naming?entity=svg')).body).toContain('<td class="count">1</td>');
  });

  it('tells on the page what fails when a part of it is sent, and nothing inner', async () => {
    const broken = { ...ledger, search: () => Promise.reject(new Error('password=secret')) };
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await createApp(broken).request('/search?q=bridge');
    const body = await response.text();
    expect(body).toContain('Statements with “bridge”');
    expect(body).toContain('The rest of this page could not be made.');
    expect(body.trimEnd().endsWith('</html>')).toBe(true);
    expect(body).not.toContain('secret');
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it('finds by words, and says so when nothing fits', async () => {
    expect((await get('/search?q=bridge')).body).toContain('the <mark class="hit">bridge</mark> was safe');
    expect((await get('/search?q=tunnel')).body).toContain('No statement fits');
  });
});
