import { createInterface } from 'node:readline/promises';
import { Command, Option } from 'commander';
import { openLedger, roles, type Ledger, type Role } from '../ledger/ledger.js';
import { OnrecordError } from '../terms/error.js';
import { hashPassword } from '../web/access/passwords.js';
import { exit } from './exit.js';
import { ledgerOption } from './options.js';
import { plain, type Terminal } from './terminal.js';

/** A password that is too short, or none. */
class PasswordRefusedError extends OnrecordError {}

const shortest = 10;

/** `onrecord user`: who may use the pages from other machines. */
export function userCommand(terminal: Terminal, done: (code: number) => void): Command {
  const user = new Command('user').description('accounts of those who use the pages from other machines');
  user
    .command('add')
    .description('make an account, or change its role and password; the password is the first line of standard input')
    .argument('<name>')
    .addOption(new Option('--role <role>', 'what the account may do').choices(roles).default('editor'))
    .addOption(ledgerOption())
    .action(async (name: string, { role, ledger }: { role: Role; ledger: string }) => {
      const hash = await hashPassword(await passwordGiven(terminal));
      await withLedger(ledger, (opened) => opened.setAccount(name, role, hash));
      terminal.out(`${plain(name)} may sign in as ${role}.\n`);
      done(exit.ok);
    });
  user
    .command('close')
    .description('close an account')
    .argument('<name>')
    .addOption(ledgerOption())
    .action(async (name: string, { ledger }: { ledger: string }) => {
      await withLedger(ledger, (opened) => opened.setAccount(name, null, null));
      terminal.out(`${plain(name)} may sign in no more.\n`);
      done(exit.ok);
    });
  user
    .command('list')
    .description('list the accounts')
    .addOption(ledgerOption())
    .action(async ({ ledger }: { ledger: string }) => {
      await withLedger(ledger, async (opened) => {
        for (const { name, role } of await opened.accounts()) terminal.out(`${plain(name)}\t${role}\n`);
      });
      done(exit.ok);
    });
  return user;
} // prettier-ignore

async function withLedger(location: string, use: (ledger: Ledger) => Promise<void>): Promise<void> {
  const ledger = await openLedger(location);
  try {
    await use(ledger);
  } finally {
    await ledger.close();
  }
}

async function passwordGiven(terminal: Terminal): Promise<string> {
  if (process.stdin.isTTY) terminal.err('Password (it is shown as you type): ');
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) {
      if (line.length >= shortest) return line;
      break;
    }
  } finally {
    lines.close();
  }
  throw new PasswordRefusedError(`The password has under ${shortest} characters. Give a longer one on standard input; nothing was changed.`); // prettier-ignore
}
