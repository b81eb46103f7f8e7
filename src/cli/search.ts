import { Command, Option } from 'commander';
import { comparisons, openLedger, type FacetCount, type Facets, type SearchQuery } from '../ledger/ledger.js';
import { exit } from './exit.js';
import { printFound, withFilters, type ListOptions } from './list.js';
import { counted } from './table.js';
import { plain, type Terminal } from './terminal.js';

/** `onrecord search <words>`: statements whose words fit, and what they have in common. */
export function searchCommand(terminal: Terminal, done: (code: number) => void): Command {
  const command = new Command('search')
    .description('find statements by their words (word "a phrase" -without begin* one or other) or their meaning')
    .argument('<words...>', 'what to look for')
    .addOption(new Option('--sort <sort>', 'newest first, or best fit first').choices(['time', 'relevance']).default('time'))
    .addOption(new Option('--by <comparison>', 'what to compare: the words, what they mean, or both').choices(comparisons).default('words'))
    .option('--facets', 'count speakers, outlets, kinds and so on, instead of listing'); // prettier-ignore
  return withFilters(command).action(
    async (given: string[], { facets, ...options }: ListOptions & { facets?: boolean }) => {
      const words = given.join(' ');
      if (options.by !== 'words') await tellUnencoded(terminal, options.ledger);
      if (facets === true) await printFacets(terminal, options, { words });
      else await printFound(terminal, options, { words });
      done(exit.ok);
    },
  );
}

/** What has no vector yet is not found by meaning. */
async function tellUnencoded(terminal: Terminal, location: string): Promise<void> {
  const ledger = await openLedger(location);
  try {
    const lacking = await ledger.withoutVector();
    if (lacking !== null && lacking > 0)
      terminal.err(
        `${counted(lacking, 'statement')} cannot be found by meaning yet: run "onrecord encode".\n`,
      );
  } finally {
    await ledger.close();
  }
}

async function printFacets(
  terminal: Terminal,
  { ledger: location, format, ...filter }: ListOptions,
  more: SearchQuery,
): Promise<void> {
  const ledger = await openLedger(location);
  try {
    const facets = await ledger.facets({ ...filter, ...more });
    if (format === 'table') terminal.out(draw(facets));
    else terminal.out(`${JSON.stringify(facets, null, format === 'json' ? 2 : undefined)}\n`);
  } finally {
    await ledger.close();
  }
}

function draw({ statements, more, ...facets }: Facets): string {
  const lines = Object.entries(facets).flatMap(([name, counts]: [string, readonly FacetCount[]]) =>
    counts.map(({ value, statements: n }, i) => `${(i === 0 ? name : '').padEnd(10)}${String(n).padStart(7)}  ${plain(value)}`),
  ); // prettier-ignore
  const counts = `${counted(statements, 'statement')}${more ? ', the newest that fit' : ''}.`;
  return `${[...lines, counts].join('\n')}\n`;
}
