import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { casesIn, recordOf } from '../bench/predict/ledger.js';
import { createEngine } from './attribute/create-engine.js';
import { makeRecord } from './pipeline.js';
import { readText } from './read/index.js';
import { recordSchema, type LedgerRecord } from './terms/record.js';
import { overlaps, trim, type Span } from './terms/span.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const engine = createEngine();
const articles = casesIn(join(root, 'cases/articles'));

const expectedOf = (folder: string) =>
  recordSchema.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** What holds of every record, whatever was found. */
function checkInvariants({ article, statements }: LedgerRecord): void {
  for (const { source, cue, content } of statements) {
    for (const span of [...source, ...cue, ...content]) expect(trim(article.text, span)).toEqual(span);
    const roles: [string, readonly Span[]][] = [['source', source], ['cue', cue], ['content', content]]; // prettier-ignore
    for (const [a, spans] of roles) {
      for (const [b, others] of roles) {
        if (a < b) expect(spans.some((span) => others.some((other) => overlaps(span, other)))).toBe(false);
      }
    }
  }
}

it('has at least 16 cases', () => {
  expect(articles.length).toBeGreaterThanOrEqual(16);
});

describe.each(articles)('case $name', ({ folder }) => {
  it('has an expected record whose own spans hold', () => {
    checkInvariants(expectedOf(folder));
  });

  it('gives the article without the page around it, and a record whose spans hold', async () => {
    const record = await recordOf(folder, engine);
    expect(record).not.toBeNull();
    checkInvariants(record!);
    const expected = words(expectedOf(folder).article.text).join(' ');
    expect(words(record!.article.text).join(' ')).toContain(expected);
  });

  it('finds the same again', async () => {
    expect(await recordOf(folder, engine)).toEqual(await recordOf(folder, engine));
  });
});

const worked = join(root, '../shared/bench/ledger/gagloev-union-state');

describe.skipIf(!existsSync(worked))('the worked example (needs ../shared/bench)', () => {
  it('keeps the article and drops the headlines in its middle', async () => {
    expect((await recordOf(worked, engine))?.article.text).toBe(expectedOf(worked).article.text);
  });

  it('finds each statement, with its speaker, kind and edits', async () => {
    const found = (await recordOf(worked, engine))!.statements;
    for (const { content, kind, edits, speaker } of expectedOf(worked).statements) {
      const same = found.find((statement) =>
        statement.content.some((span) => content.some((gold) => overlaps(span, gold))),
      );
      expect(same).toMatchObject({ kind, edits, speaker: { entity: speaker.entity, type: speaker.type } });
      expect(same!.content).toHaveLength(content.length);
    }
  });
});

it('leaves out what is less sure than asked', async () => {
  const text =
    'The minister of roads, Ada Berg, said that the bridge would open. “It is a fine bridge,” Berg said.';
  const article = {
    url: null,
    outlet: null,
    title: null,
    authors: [],
    published: null,
    language: 'en',
    text,
  };
  const rules = createEngine('rules');
  const all = await makeRecord(article, rules);
  const sure = await makeRecord(article, rules, { minConfidence: 0.8 });
  expect(all.statements.length).toBeGreaterThan(sure.statements.length);
  expect(sure.statements.every(({ confidence }) => confidence! >= 0.8)).toBe(true);
});

it.each([
  ['de', '„Die Brücke wird im Mai geöffnet, zwei Jahre später als geplant.“', 'Der Minister für Straßen, Jonas Bredik, sagte am Montag: Q Niemand in der Stadt hatte das erwartet.'],
  ['fr', '« Le pont sera ouvert en mai, deux ans après la date prévue »', 'Le ministre des routes a parlé lundi devant le parlement. Q, a déclaré Jonas Bredik.'],
])('keeps the quotations of a language that it does not know: %s', async (language, quoted, frame) => {
  const { article } = readText(frame.replace('Q', quoted));
  const { statements } = await makeRecord(article!, createEngine('rules'));
  expect(article?.language).toBe(language);
  expect(statements.map(({ content }) => content.map((span) => article!.text.slice(...span)))).toEqual([[quoted]]);
}); // prettier-ignore
