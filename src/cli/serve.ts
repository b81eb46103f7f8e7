import { serve } from '@hono/node-server';
import { Command } from 'commander';
import { isServer, openLedger, type Ledger } from '../ledger/ledger.js';
import { remembering } from '../ledger/remember.js';
import { createEngine } from '../attribute/create-engine.js';
import { createServer } from '../server.js';
import { exit } from './exit.js';
import { ledgerOption, upTo } from './options.js';
import type { Terminal } from './terminal.js';

interface ServeOptions {
  readonly ledger: string;
  readonly port: number;
  readonly host: string;
  readonly public?: boolean;
  readonly name?: readonly string[];
}

/** Where a server listens and whom it answers; by default the machine itself alone. */
export interface Listening {
  readonly port: number;
  readonly host?: string;
  readonly openToRead?: boolean;
  /** Names by which it may be asked, beside loopback and `host`. */
  readonly names?: readonly string[];
}

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
    .option('--host <address>', 'address to listen on; another than the default lets other machines in', '127.0.0.1')
    .option('--name <names...>', 'names by which other machines know it')
    .option('--public', 'let everybody who reaches it read; without it that takes an account (onrecord user add)')
    .action(async ({ ledger: location, port, host, public: openToRead, name }: ServeOptions) => {
      const ledger = await openLedger(location);
      try {
        await serveUntilStopped(terminal, keptFor(ledger, location), { port, host, openToRead: openToRead === true, names: name ?? [] });
      } finally {
        await ledger.close();
      }
      done(exit.ok);
    });
} // prettier-ignore

/** Milliseconds for which a list or count holds where others write to the ledger too. */
const holdsFor = 2000;

/** The ledger as a server asks it: what reads much of it is asked once, until something is written. */
export function keptFor(ledger: Ledger, location: string): Ledger {
  return remembering(ledger, { forAtMost: isServer(location) ? holdsFor : undefined });
}

/** Listens until an interrupt or a termination signal. The variable ONRECORD_TOKEN lets its bearer write. */
export async function serveUntilStopped(
  terminal: Terminal,
  ledger: Ledger,
  { port, host = '127.0.0.1', openToRead = false, names = [] }: Listening,
): Promise<void> {
  const access = { openToRead, token: process.env['ONRECORD_TOKEN'] || undefined, hosts: [host, ...names].map((n) => n.toLowerCase()) }; // prettier-ignore
  const { fetch } = createServer({ ledger, engine: createEngine(), access });
  const { server, address } = await listen(fetch, host, port, port + 20);
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
  host: string,
  port: number,
  last: number,
): Promise<{ server: ReturnType<typeof serve>; address: string }> {
  try {
    return await new Promise((resolve, reject) => {
      const server = serve({ fetch, port, hostname: host }, (info) => {
        resolve({ server, address: `http://${host.includes(':') ? `[${host}]` : host}:${info.port}/` });
      });
      server.on('error', reject);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' && port < last)
      return listen(fetch, host, port + 1, last);
    throw error;
  }
}
