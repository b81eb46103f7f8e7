import ftmModel from '@alephdata/followthemoney/dist/defaultModel.json' with { type: 'json' };
import { Model } from '@alephdata/followthemoney';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import type { ExportedStatement } from '../ledger/ledger.js';
import { TooManyStatementsError, collect } from './format.js';
import { formatNames, formats, type FormatName } from './formats.js';

const evil = '"><svg onload=alert(1)>';
const text = 'On Monday 🕊️ the minister said: “We will join the Union.”\n\nHe thought the road was long.';
const quote = '“We will join the Union.”';
const start = text.indexOf(quote);

const base: ExportedStatement = {
  statement: {
    id: '00000000000000a1', versionId: '00000000000000b1', recordedAt: '2024-05-03T10:00:00.000Z', kind: 'direct', source: [[14, 26]], cue: [[27, 31]],
    content: [[start, start + quote.length]], cueText: 'said', contentTexts: [quote], cueLemma: 'say', act: 'promise', edits: [], about: ['Union'], confidence: 0.9,
    speaker: { mention: 'the minister', entity: 'Jonas Bredik', type: 'person', role: 'foreign minister of Drovia' }, medium: null, relay: null,
    article: { id: '00000000000000c1', url: 'https://courier.example/1', outlet: 'Courier', title: 'To join; "soon"', opening: null, published: '2024-05-02' },
  },
  article: { url: 'https://courier.example/1', outlet: 'Courier', title: 'To join; "soon"', authors: ['A. Writer'], published: '2024-05-02', language: 'en', text },
  relations: [{ relation: 'join', subject: 'Drovia', object: 'Union', polarity: 'affirmed' }, { relation: 'recognize', subject: 'Drovia', object: 'Ilmaria', polarity: 'negated' }], // prettier-ignore
  positions: [
    { holder: 'Jonas Bredik', stance: 'for', relation: 'join', subject: 'Drovia', object: 'Union', words: quote },
    { holder: 'Jonas Bredik', stance: 'not-now', relation: 'recognize', subject: 'Drovia', object: 'Ilmaria', words: quote },
  ],
  pageHash: 'f'.repeat(64),
  engine: 'test/1',
}; // prettier-ignore

/** The same article's second statement: in the outlet's words, of somebody who is not named. */
const unnamed: ExportedStatement = {
  ...base,
  statement: { ...base.statement, id: '00000000000000a2', kind: 'indirect', content: [[text.indexOf('the road'), text.length - 1]], contentTexts: ['the road was long'], speaker: { mention: null, entity: null, type: 'unnamed', role: null } },
  positions: [],
  relations: [],
}; // prettier-ignore

const hostile: ExportedStatement = {
  ...base,
  statement: { ...base.statement, id: '00000000000000a3', contentTexts: [`=HYPERLINK("http://x") ${evil}`], about: [evil], article: { ...base.statement.article, id: '00000000000000c2', url: 'javascript:alert(1)', outlet: evil, title: `+1${evil}`, published: 'yesterday' }, speaker: { mention: evil, entity: `@${evil}`, type: 'work', role: evil } },
  article: { ...base.article, url: 'javascript:alert(1)', outlet: evil, title: `+1${evil}`, authors: [evil], published: 'yesterday', language: null },
  positions: [{ holder: `=${evil}`, stance: 'against', relation: 'join', subject: evil, object: 'x'.repeat(300), words: null }],
  pageHash: null,
}; // prettier-ignore

const place: ExportedStatement = { ...base, relations: [], statement: { ...base.statement, id: '00000000000000a4', speaker: { mention: 'Grodal', entity: 'Grodal', type: 'place', role: null } } }; // prettier-ignore

const about = { title: 'Jonas Bredik', made: '2024-06-01T00:00:00.000Z' };

async function* given(rows: readonly ExportedStatement[]) {
  for (const row of rows) yield await Promise.resolve(row);
}

async function file(name: FormatName, ...rows: ExportedStatement[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of formats[name].write(given(rows), about)) parts.push(Buffer.from(part as string));
  return Buffer.concat(parts);
}

const read = async (name: FormatName, ...rows: ExportedStatement[]) =>
  (await file(name, ...rows)).toString('utf8');

it.each(formatNames)('%s: the same statements give the same file, hostile ones too, and none an empty one', async (name) => {
  const [once, again] = await Promise.all([file(name, base, unnamed, hostile), file(name, base, unnamed, hostile)]); // prettier-ignore
  expect(once.equals(again)).toBe(true);
  await file(name);
}); // prettier-ignore

it('the guide names each format', () => {
  const guide = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
  for (const name of formatNames) expect(guide).toContain(`\`${name}\``);
});

it('refuses more statements than a file made in one piece can hold', async () => {
  await expect(collect(given([base, base]), 1)).rejects.toThrow(TooManyStatementsError);
});

describe('tables', () => {
  it('csv reads back as it was, with no formula in any cell', async () => {
    const rows = parse(await file('csv', base, hostile), { columns: true }) as unknown as Record<string, string>[]; // prettier-ignore
    expect(rows[0]).toMatchObject({ title: 'To join; "soon"', words: quote, speaker: 'Jonas Bredik', published: '2024-05-02', positions: 'Jonas Bredik: for: Drovia join Union; Jonas Bredik: not-now: Drovia recognize Ilmaria', page_sha256: 'f'.repeat(64), content: `${start}-${start + quote.length}` }); // prettier-ignore
    for (const cell of Object.values(rows[1]!)) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
    expect(rows[1]!['words']).toContain('HYPERLINK');
  });

  it('the event list holds the positions that take a side, as that program parts them', async () => {
    const rows = parse(await file('dna-csv', base, unnamed, hostile), { columns: true, delimiter: ';' }) as unknown as Record<string, string>[]; // prettier-ignore
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ 'statement ID': '1', time: '2024-05-02 00:00:00', 'document ID': '1', 'document title': "To join, 'soon'", author: 'A. Writer', source: 'Courier', section: '', type: 'onrecord', text: quote, person: 'Jonas Bredik', organization: '', concept: 'Drovia join Union', agreement: '1' }); // prettier-ignore
    expect(rows[1]).toMatchObject({ 'document ID': '2', time: '2024-05-03 10:00:00', person: '', agreement: '0' }); // prettier-ignore
    expect(rows[1]!['organization']).not.toMatch(/^=/u);
  });

  it('the database is sound and holds text, spans, actors, concepts and agreement', async () => {
    const { Database } = await initSqlJs();
    const db = new Database(await file('dna-sqlite', base, unnamed, hostile));
    const rows = (sql: string) => db.exec(sql)[0]?.values ?? [];
    expect(rows('pragma integrity_check')).toEqual([['ok']]);
    expect(rows('pragma foreign_key_check')).toEqual([]);
    expect(rows(`select substr(d.Text, 1, 9), d.Date, d.Source from DOCUMENTS d where d.ID = 1`)).toEqual([
      ['On Monday', Date.UTC(2024, 4, 2) / 1000, 'Courier'],
    ]);
    const value = (variable: string) => `(select e.Value from DATASHORTTEXT x join ENTITIES e on e.ID = x.Entity join VARIABLES v on v.ID = x.VariableId where x.StatementId = s.ID and v.Variable = '${variable}')`; // prettier-ignore
    expect(rows(`select s.Start, s.Stop, ${value('person')}, ${value('concept')}, b.Value from STATEMENTS s join DATABOOLEAN b on b.StatementId = s.ID where s.StatementTypeId = 1 and s.DocumentId = 1`)).toEqual([[start, start + quote.length, 'Jonas Bredik', 'Drovia join Union', 1]]); // prettier-ignore
    expect(rows(`select ${value('stance')} from STATEMENTS s where s.StatementTypeId = 2`)).toEqual([['not-now']]); // prettier-ignore
    expect(rows('select count(*) from STATEMENTS where StatementTypeId = 3')).toEqual([[3]]);
    expect(rows('select length(Password) from CODERS')).toEqual([[64]]);
    db.close();
  });
});

describe('linked data', () => {
  /** Contexts are local: every word of ours must be in the vocabulary, and nothing is fetched. */
  const expand = async (body: string, vocabulary: string) => {
    const context = { '@context': { '@vocab': vocabulary, id: '@id', type: '@type', items: { '@id': `${vocabulary}items`, '@container': '@list' } } }; // prettier-ignore
    const documentLoader = (url: string) => Promise.resolve({ contextUrl: undefined, documentUrl: url, document: context }); // prettier-ignore
    return (await jsonld.expand(JSON.parse(body) as jsonld.JsonLdDocument, { documentLoader, safe: true } as object)) as unknown as Record<string, unknown>[]; // prettier-ignore
  };

  it('tells quotations from what the outlet tells in its own words', async () => {
    const body = await read('json-ld', base, unnamed, hostile);
    const graph = await expand(body, 'https://schema.org/');
    expect(graph.map((node) => node['@type'])).toEqual([['https://schema.org/Quotation'], ['https://schema.org/Claim'], ['https://schema.org/Quotation']]); // prettier-ignore
    expect(graph[0]!['https://schema.org/text']).toEqual([{ '@value': quote }]);
    expect(graph[1]).not.toHaveProperty('https://schema.org/creator');
    expect(body).not.toContain('javascript:');
  });

  it('drafts a review without a verdict', async () => {
    const [node] = await expand(await read('claim-review', base), 'https://schema.org/');
    expect(node!['https://schema.org/claimReviewed']).toEqual([{ '@value': quote }]);
    expect(JSON.stringify(node)).not.toMatch(/reviewRating|ratingValue/u);
  });

  it('annotates by position in code points, and by quotation', async () => {
    const body = await read('web-annotation', base, hostile);
    await expand(body, 'http://www.w3.org/ns/oa#');
    const { items } = JSON.parse(body) as { items: { target: { source: unknown; selector: unknown }[] }[] };
    const points = Array.from(text);
    const [inText, inPage] = items[0]!.target;
    const [position, quotation] = inText!.selector as [{ start: number; end: number }, Record<string, string>]; // prettier-ignore
    expect(position.start).not.toBe(start);
    expect(points.slice(position.start, position.end).join('')).toBe(quote);
    expect(text).toContain(`${quotation['prefix']!}${quotation['exact']!}${quotation['suffix']!}`);
    expect(inPage!.source).toBe('https://courier.example/1');
    expect(items[1]!.target).toHaveLength(1);
  });

  it('gives entities that the model of FollowTheMoney knows, with all that it requires', async () => {
    const model = new Model(ftmModel);
    const lines = (await read('follow-the-money', base, unnamed, place, hostile)).trim().split('\n');
    const entities = lines.map((line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> }); // prettier-ignore
    expect(entities.map(({ schema }) => schema)).toEqual(['Article', 'Person', 'Documentation', 'PublicBody', 'PublicBody', 'Membership', 'PublicBody', 'Documentation', 'Article', 'Membership']); // prettier-ignore
    for (const { schema: name, properties } of entities) {
      const schema = model.getSchema(name);
      for (const [property, values] of Object.entries(properties)) {
        expect(schema.hasProperty(property), `${name}.${property}`).toBe(true);
        for (const value of values) expect(typeof value).toBe('string');
      }
      for (const required of schema.required) expect(properties).toHaveProperty(required);
    }
    const ids = new Set(entities.map(({ id }) => id));
    for (const { properties } of entities.filter(({ schema }) => schema === 'Documentation'))
      for (const id of [...properties['document']!, ...properties['entity']!]) expect(ids).toContain(id);
    const [membership] = entities.filter(({ schema }) => schema === 'Membership');
    for (const id of [...membership!.properties['member']!, ...membership!.properties['organization']!]) expect(ids).toContain(id); // prettier-ignore
    expect(membership!.properties['summary']).toEqual(['According to Jonas Bredik, Courier']);
  });

  it('cites each article once', async () => {
    const items = JSON.parse(await read('csl-json', base, unnamed, hostile)) as Record<string, unknown>[];
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ type: 'article-newspaper', title: 'To join; "soon"', 'container-title': 'Courier', author: [{ literal: 'A. Writer' }], issued: { 'date-parts': [[2024, 5, 2]] }, URL: 'https://courier.example/1' }); // prettier-ignore
    expect(items[1]).not.toHaveProperty('URL');
    expect(items[1]).not.toHaveProperty('issued');
  });
});

describe('dossiers', () => {
  it('tells each line with its source, hash and date, oldest first, and nothing of a stranger is markup', async () => {
    const later = { ...base, statement: { ...base.statement, id: '00000000000000a9' }, article: { ...base.article, published: '2024-07-01' } }; // prettier-ignore
    const page = await read('html', hostile, later, base);
    expect(page.indexOf('00000000000000a1')).toBeLessThan(page.indexOf('00000000000000a9'));
    for (const part of [quote, '2024-05-02', 'Courier', `page SHA-256 ${'f'.repeat(64)}`, 'not-now: Drovia recognize Ilmaria']) expect(page).toContain(part); // prettier-ignore
    expect(page).not.toMatch(/<svg|<script|href="javascript/u);
  });

  it('is a PDF of as many pages as it needs, with its own letters', async () => {
    const georgian = { ...base, statement: { ...base.statement, contentTexts: ['გამარჯობა, мир'] } };
    const pdf = (await file('pdf', ...Array.from({ length: 30 }, () => georgian))).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/\/Count [2-9]/u);
    expect(pdf).toContain('DejaVuSans');
  });
});
