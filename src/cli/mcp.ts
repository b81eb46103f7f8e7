import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Command } from 'commander';
import { openLedger } from '../ledger/ledger.js';
import { createMcpServer } from '../mcp/server.js';
import { exit } from './exit.js';
import { ledgerOption } from './options.js';
import type { Terminal } from './terminal.js';

/** `onrecord mcp`: the ledger for assistants, read-only, over standard input and output until the input ends. */
export function mcpCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('mcp')
    .description('let an assistant look up what was said (Model Context Protocol over standard input and output)')
    .addOption(ledgerOption())
    .action(async ({ ledger: location }: { ledger: string }) => {
      const ledger = await openLedger(location);
      try {
        const server = createMcpServer(ledger, '0.1.0');
        const ended = new Promise<void>((resolve) => {
          server.server.onclose = resolve;
          // The transport does not tell when the other side has gone.
          process.stdin.once('end', resolve);
        });
        await server.connect(new StdioServerTransport());
        terminal.err(`Serving ${location} to an assistant; it ends with the input.\n`);
        await ended;
        await server.close();
      } finally {
        await ledger.close();
      }
      done(exit.ok);
    });
} // prettier-ignore
