import { Command, InvalidArgumentError, Option } from 'commander';
import { createEngine, engineNames, type EngineName } from '../attribute/create-engine.js';
import { checkArticles } from '../jobs/check-articles.js';
import { refreshFeeds, type FeedStep, type Refreshing } from '../jobs/refresh-feeds.js';
import { openLedger } from '../ledger/ledger.js';
import { exit, explain } from './exit.js';
import { ledgerOption, upTo } from './options.js';
import type { Outside } from './outside.js';
import { counted } from './table.js';
import { plain, type Terminal } from './terminal.js';

interface FetchOptions {
  readonly ledger: string;
  readonly engine: EngineName;
  readonly contact?: string;
}

const engineOption = () => new Option('--engine <engine>', 'what finds the statements').choices(engineNames).default('model'); // prettier-ignore
const contactOption = () => new Option('--contact <address>', 'web or mail address told to the servers asked').env('ONRECORD_CONTACT'); // prettier-ignore

/** `onrecord fetch`: asks the followed feeds and reads what is new, once or again and again. */
export function fetchCommand(terminal: Terminal, done: (code: number) => void, outside: Outside): Command {
  return new Command('fetch')
    .description('ask the followed feeds, and read the articles that are new or changed')
    .addOption(ledgerOption())
    .addOption(engineOption())
    .addOption(contactOption())
    .option('--every <time>', 'go on, asking each feed again after this time: 15m, 1h', duration)
    .action(async ({ ledger: location, engine: name, contact, every }: FetchOptions & { every?: number }) => {
      const ledger = await openLedger(location);
      const get = outside.get(contact);
      const context = { ledger, engine: createEngine(name), minConfidence: 0, get, now: Date.now, every: every ?? 0 }; // prettier-ignore
      try {
        if (every === undefined) done((await round(terminal, context)) > 0 ? exit.failed : exit.ok);
        else {
          await untilStopped(() => round(terminal, context), every, outside);
          done(exit.ok);
        }
      } finally {
        await ledger.close();
      }
    });
}

/** `onrecord check`: asks the addresses of articles on record again. */
export function checkCommand(terminal: Terminal, done: (code: number) => void, outside: Outside): Command {
  return new Command('check')
    .description(
      'ask the addresses of articles again: changed ones become new versions, absent ones are marked',
    )
    .addOption(ledgerOption())
    .addOption(engineOption())
    .addOption(contactOption())
    .option('--days <number>', 'articles recorded in the last so many days', upTo(36_500), 7)
    .action(async ({ ledger: location, engine: name, contact, days }: FetchOptions & { days: number }) => {
      const ledger = await openLedger(location);
      const counts = { unchanged: 0, changed: 0, gone: 0, failed: 0 };
      try {
        const get = outside.get(contact);
        const context = { ledger, engine: createEngine(name), minConfidence: 0, get };
        const now = new Date();
        const since = new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
        for await (const { article, outcome, reason } of checkArticles(context, { since, before: now })) {
          counts[outcome]++;
          if (outcome === 'failed') terminal.err(`${plain(reason ?? article.url)}\n`);
          else if (outcome !== 'unchanged') terminal.out(`${outcome} ${article.id} ${plain(article.url)}\n`);
        }
      } finally {
        await ledger.close();
      }
      terminal.out(`${counts.changed} changed, ${counts.gone} gone, ${counts.unchanged} unchanged${counts.failed > 0 ? `; ${counts.failed} failed` : ''}. "onrecord diff <article>" shows what changed.\n`); // prettier-ignore
      done(counts.failed > 0 ? exit.failed : exit.ok);
    });
}

/** Asks all feeds that are due, and tells what came. @returns how many things failed. */
async function round(terminal: Terminal, context: Refreshing): Promise<number> {
  const stored = { new: 0, changed: 0, unchanged: 0 };
  let [asked, statements, failed] = [0, 0, 0];
  const tell = (step: FeedStep): void => {
    if ('read' in step) {
      statements += step.read.record.statements.length;
      if (step.read.stored !== null) stored[step.read.stored.outcome]++;
    } else if ('error' in step) {
      failed++;
      const reason = explain(step.error);
      terminal.err(`${plain(reason.startsWith(step.where) ? reason : `${step.where}: ${reason}`)}\n`);
    } else {
      asked++;
      if (step.fetch.outcome !== 'failed') return;
      failed++;
      terminal.err(`${plain(step.feed.url)}: ${plain(step.fetch.reason ?? '')} It is asked again after ${step.fetch.nextAt.toISOString().slice(0, 16)}Z.\n`); // prettier-ignore
    }
  };
  await refreshFeeds(context, tell);
  terminal.out(`${counted(asked, 'feed')} asked: ${stored.new} new, ${stored.changed} changed, ${stored.unchanged} unchanged articles, ${counted(statements, 'statement')}${failed > 0 ? `; ${failed} failed` : ''}.\n`); // prettier-ignore
  return failed;
}

/** Does a thing again and again until the process is told to end; what has begun is ended first. */
async function untilStopped(act: () => Promise<unknown>, every: number, { pause }: Outside): Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stop = (): void => { stopping.abort(); }; // prettier-ignore
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  while (!signal.aborted) {
    const began = Date.now();
    await act();
    await pause(Math.max(0, every - (Date.now() - began)), signal);
  }
  process.removeListener('SIGINT', stop);
  process.removeListener('SIGTERM', stop);
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `15m` as milliseconds; between half a minute and 20 days. */
function duration(value: string): number {
  const [, number, unit] = /^(\d{1,6})\s*([smhd])$/u.exec(value.trim()) ?? [];
  const milliseconds = Number(number) * (units[unit ?? ''] ?? Number.NaN);
  if (!(milliseconds >= 30_000 && milliseconds <= 20 * units['d']!))
    throw new InvalidArgumentError('Give a time like 15m, 2h or 1d; at least 30s.');
  return milliseconds;
}
