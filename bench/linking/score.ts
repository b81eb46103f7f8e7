/**
 * Scores linking: npx tsx bench/linking/score.ts [--generated 100000] [--show]
 * On cases/links.json, and on generated test statements (other families of wording than the weights were fitted on).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Report } from '../../src/link/utterances/traits.js';
import { recordSchema, type LedgerRecord } from '../../src/terms/record.js';
import { sliceAll } from '../../src/terms/span.js';
import { generate, type Told } from './generate.js';
import { group, pairScore } from './run.js';

const cases = new URL('../../cases/', import.meta.url);

interface Links {
  readonly articles: readonly (readonly (readonly [string, number])[])[];
  readonly reports: readonly { utterance: number; published: string; speaker: string | null; act: Report['act']; content: string }[]; // prettier-ignore
}

function dayNumber(published: string | null): number {
  return Math.floor(Date.parse((published ?? '2024-01-01').slice(0, 10)) / 86_400_000);
}

function recordOf(slug: string): LedgerRecord {
  return recordSchema.parse(
    JSON.parse(readFileSync(new URL(`articles/${slug}/expected.json`, cases), 'utf8')),
  );
}

/** The statements of every case (of versions the last), and those written for linking. */
function fromCases(): Told[] {
  const links = JSON.parse(readFileSync(new URL('links.json', cases), 'utf8')) as Links;
  const named = new Map(links.articles.flatMap((all, i) => all.map(([slug, n]) => [`${slug} ${n}`, i] as const)));
  const slugs = readdirSync(new URL('articles/', cases)).map((slug) => (readdirSync(new URL(`articles/${slug}`, cases)).includes('v2') ? `${slug}/v2` : slug));
  let utterance = 1000;
  const articles = slugs.flatMap((slug) => {
    const { article, statements } = recordOf(slug);
    return statements.map((s, n): Told => ({ utterance: named.get(`${slug} ${n}`) ?? utterance++, report: { statementId: `${slug} ${n}`, articleId: slug, day: dayNumber(article.published), speaker: s.speaker.entity, act: s.act, content: sliceAll(article.text, s.content) } }));
  });
  const reports = links.reports.map(({ utterance: said, published, ...rest }, n): Told => ({ utterance: 100 + said, report: { ...rest, statementId: `report ${n}`, articleId: `report ${n}`, day: dayNumber(published) } }));
  return [...articles, ...reports];
} // prettier-ignore

function measure(name: string, told: readonly Told[], show: boolean): void {
  const started = performance.now();
  const found = group(told.map(({ report }) => report));
  const seconds = (performance.now() - started) / 1000;
  const figures = pairScore(found, new Map(told.map(({ report, utterance }) => [report.statementId, utterance]))); // prettier-ignore
  console.log(`${name}: ${told.length} statements, ${figures.pairs} pairs, precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}, ${(told.length / seconds).toFixed(0)} statements/s`); // prettier-ignore
  if (show) showErrors(told, found);
}

function showErrors(told: readonly Told[], found: ReadonlyMap<string, string>): void {
  for (const [i, a] of told.entries()) {
    for (const b of told.slice(i + 1)) {
      const together = found.get(a.report.statementId) === found.get(b.report.statementId);
      if (together === (a.utterance === b.utterance)) continue;
      console.log(`${together ? 'WRONG' : 'missed'}  ${String(a.report.speaker)}: ${a.report.content}\n        ${String(b.report.speaker)}: ${b.report.content}`); // prettier-ignore
    }
  }
}

const { values } = parseArgs({ options: { generated: { type: 'string', default: '100000' }, show: { type: 'boolean', default: false } } }); // prettier-ignore
measure('cases', fromCases(), values.show);
measure('generated', generate('test', Number(values.generated), 3), false);
