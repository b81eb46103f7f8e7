import { Command } from 'commander';
import { printFound, withFilters } from './list.js';
import type { Terminal } from './terminal.js';

/** `onrecord search <words>`: statements whose words fit, "phrases" and -exclusions included. */
export function searchCommand(terminal: Terminal, done: (code: number) => void): Command {
  const command = new Command('search')
    .description('find statements by their words ("a phrase", -without)')
    .argument('<words...>', 'what to look for');
  return withFilters(command).action(async (words: string[], options: Parameters<typeof printFound>[1]) => {
    done(await printFound(terminal, options, { words: words.join(' ') }));
  });
}
