import { serve } from '@hono/node-server';
import { Command } from 'commander';
import { openLedger, type Ledger } from '../ledger/ledger.js';
import { createEngine } from '../attribute/create-engine.js';
import { createServer } from '../server.js';
import { exit } from './exit.js';
import { ledgerOption, upTo } from './options.js';
import type { Terminal } from './terminal.js';

/** `onrecord serve`: the pages and the API, on a local address, until interrupted. */
export function serveCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('serve')
    .description('show the ledger as web pages on a local address')
    .addOption(ledgerOption())
    .option(
      '--port <number>',
      'port to listen on; the next free one is taken where it is in use',
      upTo(65535),
      4173,
    )
    .action(async ({ ledger: location, port }: { ledger: string; port: number }) => {
      const ledger = await openLedger(location);
      try {
        await serveUntilStopped(terminal, ledger, port);
      } finally {
        await ledger.close();
      }
      done(exit.ok);
    });
}

/** Listens on loopback only; ends at an interrupt or a termination signal. */
export async function serveUntilStopped(terminal: Terminal, ledger: Ledger, port: number): Promise<void> {
  const { server, address } = await listen(
    createServer({ ledger, engine: createEngine() }).fetch,
    port,
    port + 20,
  );
  terminal.out(
    `\nPages: ${terminal.colors.bold(address)}   (Ctrl-C ends it)\nAPI:   ${address}api/v1/reference\n`,
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}

type Fetch = ReturnType<typeof createServer>['fetch'];

async function listen(
  fetch: Fetch,
  port: number,
  last: number,
): Promise<{ server: ReturnType<typeof serve>; address: string }> {
  try {
    return await new Promise((resolve, reject) => {
      const server = serve({ fetch, port, hostname: '127.0.0.1' }, (info) => {
        resolve({ server, address: `http://127.0.0.1:${info.port}/` });
      });
      server.on('error', reject);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' && port < last)
      return listen(fetch, port + 1, last);
    throw error;
  }
}
