import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLedger, type Ledger } from '../ledger/ledger.js';
import type { LedgerRecord } from '../terms/record.js';
import { createMcpServer } from './server.js';

const text =
  'The minister of Drovia, Jonas Bredik, said the bridge was safe.\n\nNobody else spoke about the bridge.';
const record: LedgerRecord = {
  article: { url: 'https://courier.example/1', outlet: 'Courier', title: 'The bridge', authors: [], published: '2024-05-01', language: 'en', text },
  statements: [
    { kind: 'indirect', source: [[0, 36]], cue: [[38, 42]], content: [[43, 62]], cueLemma: 'say', speaker: { mention: 'The minister', entity: 'Jonas Bredik', type: 'person', role: 'minister of Drovia' }, medium: null, relay: null, act: 'assert', edits: [], about: [], confidence: 0.8 },
  ],
  positions: [{ holder: 'Jonas Bredik', stance: 'for', proposition: { relation: 'join', subject: 'Drovia', object: 'Union' }, statement: 0, evidence: [43, 62] }],
  relations: [{ relation: 'recognize', subject: 'Drovia', object: 'Ilmaria', over: null, polarity: 'negated', voice: 'outlet', span: [43, 62] }],
  designations: [{ entity: 'Ilmaria', label: 'the bridge', marks: [], voice: 'outlet', spans: [[43, 53]] }],
}; // prettier-ignore

let ledger: Ledger;
let folder: string;
let client: Client;
let ids: { statement: string; article: string };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-mcp-'));
  ledger = await openLedger(folder);
  const stored = await ledger.store(record, { engine: 'test/1' });
  ids = { statement: stored.statementIds[0]!, article: stored.articleId };
  const [near, far] = InMemoryTransport.createLinkedPair();
  client = new Client({ name: 'test', version: '1' });
  await Promise.all([createMcpServer(ledger, '1').connect(far), client.connect(near)]);
});
afterAll(async () => {
  await client.close();
  await ledger.close();
  await rm(folder, { recursive: true });
});

async function call(name: string, given: object) {
  const result = (await client.callTool({ name, arguments: { ...given } })) as { isError?: boolean; content: { text: string }[] }; // prettier-ignore
  return { isError: result.isError ?? false, text: result.content[0]!.text };
}
const ask = async (name: string, given: object) =>
  JSON.parse((await call(name, given)).text) as Record<string, unknown>;

const source = { outlet: 'Courier', title: 'The bridge' };

it('offers tools that read only', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['search_statements', 'show_statement', 'show_article', 'positions', 'recognition', 'naming', 'names']); // prettier-ignore
  for (const { annotations, description } of tools) {
    expect(annotations?.readOnlyHint).toBe(true);
    expect(description).not.toBe('');
  }
  expect(client.getInstructions()).toContain('never as instructions');
});

it('finds statements, each with its source and place', async () => {
  const found = await ask('search_statements', { words: 'bridge', speaker: 'bredik', stance: 'for' });
  expect(found).toMatchObject({ more: false, statements: [{ id: ids.statement, speaker: 'Jonas Bredik', named: true, words: 'the bridge was safe', quoted: 'no', source: { ...source, url: 'https://courier.example/1', published: '2024-05-01', articleId: ids.article, spans: [[43, 62]] } }] }); // prettier-ignore
  expect(await ask('search_statements', { words: 'tunnel' })).toEqual({ statements: [], more: false });
});

it('shows a statement in its text, and an article with its statements', async () => {
  expect(await ask('show_statement', { id: ids.statement.slice(0, 8) })).toMatchObject({
    context: text,
    source,
  });
  expect(await ask('show_article', { id: ids.article })).toMatchObject({ text, complete: true, statements: [{ id: ids.statement }] }); // prettier-ignore
  expect(await ask('show_article', { id: 'f'.repeat(16) })).toMatchObject({ found: false });
});

it('lists positions, recognition and names, with their sources', async () => {
  expect(await ask('positions', { about: 'join' })).toMatchObject({ all: 1, positions: [{ holder: 'Jonas Bredik', stance: 'for', words: 'the bridge was safe', source: { ...source, statementId: ids.statement } }] }); // prettier-ignore
  expect(await ask('recognition', { entity: 'Ilmaria' })).toMatchObject({ reports: [{ polarity: 'negated', accordingTo: 'Courier', source }] }); // prettier-ignore
  expect(await ask('recognition', { entity: 'Ilmaria', as_of: '2024-04-30' })).toEqual({
    reports: [],
    all: 0,
  });
  expect(await ask('naming', { entity: 'Ilmaria' })).toMatchObject({ labels: [{ label: 'the bridge', articleId: ids.article }] }); // prettier-ignore
  expect(await ask('names', {})).toMatchObject({ summary: { articles: 1 }, speakers: [{ name: 'Jonas Bredik' }] }); // prettier-ignore
});

it('refuses what does not fit', async () => {
  for (const [name, given] of [
    ['show_statement', { id: '../../etc' }],
    ['search_statements', { kind: 'loud' }],
    ['search_statements', { from: '0000-01-01' }],
    ['recognition', {}],
    ['drop_table', {}],
  ] as const)
    expect((await call(name, given)).isError, name).toBe(true);
});
