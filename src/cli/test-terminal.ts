/** For tests: runs a command line in this process, and gives what it wrote. */
import pc from 'picocolors';
import { main } from './main.js';
import type { Terminal } from './terminal.js';

export async function runCommand(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    colors: pc.createColors(false),
    columns: 120,
    interactive: false,
  };
  const code = await main(args, terminal);
  return { code, out, err };
}
