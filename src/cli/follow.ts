import { stat } from 'node:fs/promises';
import Table from 'cli-table3';
import { Command } from 'commander';
import { openLedger, type Ledger } from '../ledger/ledger.js';
import { decode } from '../read/charset.js';
import { maxFeedLength } from '../read/feeds/feed.js';
import { webUrl } from '../read/feeds/item.js';
import { feedsInOpml, opmlOf, type ListedFeed } from '../read/feeds/opml.js';
import { InputError, readInput } from '../read/files.js';
import { exit, explain } from './exit.js';
import { ledgerOption } from './options.js';
import { counted } from './table.js';
import { clip, plain, type Terminal } from './terminal.js';

interface FollowOptions {
  readonly ledger: string;
  readonly leave?: boolean;
  readonly opml?: boolean;
}

/** `onrecord follow`: which feeds `fetch` asks. */
export function followCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('follow')
    .description('follow feeds (RSS, Atom, JSON Feed, news sitemaps), or list those that are followed')
    .argument('[feed...]', 'address of a feed, or a list of feeds (.opml file); none: list')
    .addOption(ledgerOption())
    .option('--leave', 'follow these no longer; what they brought stays on record')
    .option('--opml', 'print the list as OPML, for other feed readers')
    .action(async (given: string[], { ledger: location, leave, opml }: FollowOptions) => {
      const ledger = await openLedger(location);
      try {
        if (given.length > 0) done(await change(terminal, ledger, given, leave === true));
        else {
          await list(terminal, ledger, opml === true);
          done(exit.ok);
        }
      } finally {
        await ledger.close();
      }
    });
}

/** Follows or leaves what is given; a bad one is told, and the rest goes on. @returns the exit code. */
async function change(
  terminal: Terminal,
  ledger: Ledger,
  given: readonly string[],
  leave: boolean,
): Promise<number> {
  let [changed, same, failed] = [0, 0, 0];
  for (const one of given) {
    try {
      for (const { url, title } of await feedsOf(one)) {
        if (await (leave ? ledger.feeds.leave(url) : ledger.feeds.follow(url, title))) changed++;
        else same++;
      }
    } catch (error) {
      failed++;
      const reason = explain(error);
      terminal.err(`${plain(reason.startsWith(one) ? reason : `${one}: ${reason}`)}\n`);
    }
  }
  const word = leave ? 'left' : 'followed now';
  const before = leave ? 'not followed before' : 'followed before';
  terminal.out(`${counted(changed, 'feed')} ${word}, ${same} ${before}${failed > 0 ? `, ${failed} failed` : ''}.${leave || changed === 0 ? '' : ' "onrecord fetch" asks them.'}\n`); // prettier-ignore
  return failed > 0 ? exit.failed : exit.ok;
}

async function feedsOf(given: string): Promise<ListedFeed[]> {
  if (/^[a-z][a-z\d+.-]*:\/\//iu.test(given)) {
    const url = webUrl(given);
    if (url === null) throw new InputError(given, 'it is no http or https address.');
    return [{ url, title: null }];
  }
  const isFile = await stat(given).catch(() => null);
  if (isFile === null)
    throw new InputError(given, 'it is neither an address (https://…) nor a file. Check how it is written.');
  if (isFile.size > maxFeedLength) throw new InputError(given, `it is over ${maxFeedLength / 2 ** 20} MB, the limit.`); // prettier-ignore
  const { bytes } = await readInput(given);
  return feedsInOpml(decode(bytes).text);
}

async function list(terminal: Terminal, ledger: Ledger, opml: boolean): Promise<void> {
  const followed = await ledger.feeds.followed();
  if (opml) terminal.out(`${opmlOf(followed)}\n`);
  else if (followed.length === 0)
    terminal.out('No feed is followed. "onrecord follow <address>" follows one.\n'); // prettier-ignore
  else {
    const head = ['feed', 'entries', 'asked', 'how it stands'].map((word) => terminal.colors.bold(word));
    const table = new Table({ head, wordWrap: true, style: { head: [], border: [] } });
    for (const { url, title, entries, fetchedAt, failures, reason } of followed) {
      const name = clip(plain(title === null ? url : `${title} (${url})`), 100);
      const state = fetchedAt === null ? 'not asked yet' : failures === 0 ? 'well' : `failed ${failures} times: ${clip(plain(reason ?? ''), 160)}`; // prettier-ignore
      table.push([name, String(entries), fetchedAt?.slice(0, 16) ?? '', state]);
    }
    terminal.out(`${table.toString()}\n${counted(followed.length, 'feed')}.\n`);
  }
}
