/** For tests: runs a command line in this process, and gives what it wrote. */
import pc from 'picocolors';
import { main } from './main.js';
import { realOutside, type Outside } from './outside.js';
import type { Terminal } from './terminal.js';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const runCommand = (...args: string[]): Promise<Ran> => runOutside(args, realOutside);

/** The same with a web and a time of the test's own. */
export async function runOutside(args: readonly string[], outside: Outside): Promise<Ran> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    colors: pc.createColors(false),
    columns: 120,
    interactive: false,
  };
  const code = await main(args, terminal, outside);
  return { code, out, err };
}
