import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError, Option } from 'commander';
import { createTransport } from 'nodemailer';
import { checkAlerts } from '../alerts/check.js';
import { faultOf } from '../alerts/conditions.js';
import { deliverAlerts, type Mail } from '../alerts/deliver.js';
import {
  alertConditions,
  openLedger,
  type Alert,
  type AlertCondition,
  type Ledger,
} from '../ledger/ledger.js';
import { createPost } from '../read/fetch.js';
import { exit } from './exit.js';
import { ledgerOption } from './options.js';
import { counted } from './table.js';
import { plain, type Terminal } from './terminal.js';

interface AddOptions {
  readonly ledger: string;
  readonly on: readonly AlertCondition[];
  readonly words?: string;
  readonly speaker?: string;
  readonly outlet?: string;
  readonly entity?: string;
  readonly webhook?: string;
  readonly email?: string;
  readonly digest?: boolean;
}

/** `onrecord alerts`: saved queries that tell when something new is on record. */
export function alertsCommand(terminal: Terminal, done: (code: number) => void): Command {
  const command = new Command('alerts').description('tell when something new is on record');
  for (const make of [addCommand, listCommand, endCommand, runCommand]) {
    const part = make(terminal, done);
    command.addCommand(part);
  }
  return command;
}

function addCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('add')
    .description('save an alert')
    .argument('<name>', 'what it is called in feeds and messages')
    .addOption(ledgerOption())
    .addOption(
      new Option('--on <condition...>', 'what it tells of')
        .choices(alertConditions)
        .default(['new-statement']),
    )
    .option('--words <question>', 'statements with these words, as in search')
    .option('--speaker <name>', 'of this speaker')
    .option('--outlet <name>', 'in this outlet')
    .option('--entity <name>', 'about this; needed by word-changed')
    .option('--webhook <url>', 'address that is told, with a signature (standardwebhooks.com)', webAddress)
    .option('--email <address>', 'who is told by mail; the mail server is SMTP_URL')
    .option('--digest', 'one message a day at most')
    .action(async (name: string, options: AddOptions, command: Command) => {
      const {
        ledger: location,
        on,
        words,
        speaker,
        outlet,
        entity,
        webhook,
        email,
        digest = false,
      } = options;
      const fault = faultOf(on, { words, speaker, outlet, entity });
      if (fault !== null) command.error(`error: ${fault}`);
      await withLedger(location, async (ledger) => {
        const secret = webhook === undefined ? null : `whsec_${randomBytes(24).toString('base64')}`;
        const id = await ledger.alerts.add({ name, conditions: on, query: { words, speaker, outlet, entity }, webhook: webhook ?? null, secret, email: email ?? null, digest }); // prettier-ignore
        const saved = (await ledger.alerts.active()).find((alert) => alert.id === id);
        terminal.out(`${id}\n`);
        terminal.out(`Feeds: /api/v1/alerts/${id}/feed.rss, feed.atom, feed.json\n`);
        if (saved?.secret != null) terminal.out(`Secret of the webhook's signatures: ${saved.secret}\n`);
      });
      done(exit.ok);
    });
}

function listCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('list')
    .description('list the alerts that have not ended')
    .addOption(ledgerOption())
    .action(async ({ ledger: location }: { ledger: string }) => {
      await withLedger(location, async (ledger) => {
        const active = await ledger.alerts.active();
        for (const alert of active) terminal.out(`${alert.id}  ${plain(alert.name)}  (${described(alert)})\n`);
        if (active.length === 0) terminal.out('No alert is saved.\n');
      });
      done(exit.ok);
    });
} // prettier-ignore

function described({ conditions, query, webhook, email, digest }: Alert): string {
  const asked = Object.entries(query).map(([name, value]) => `${name} ${plain(String(value))}`);
  const told = [webhook === null ? 'feed' : 'feed, webhook', ...(email === null ? [] : ['mail'])].join(', ');
  return [conditions.join(', '), ...asked, told, ...(digest ? ['digest'] : [])].join('; ');
}

function endCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('end')
    .description('end an alert; what it found stays on record')
    .argument('<id>')
    .addOption(ledgerOption())
    .action(async (id: string, { ledger: location }: { ledger: string }) => {
      const ended = await withLedger(location, async (ledger) => {
        if (!(await ledger.alerts.active()).some((alert) => alert.id === id)) return false;
        await ledger.alerts.end(id);
        return true;
      });
      if (!ended) terminal.err('There is no such alert; onrecord alerts list shows them.\n');
      done(ended ? exit.ok : exit.failed);
    });
}

function runCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('run')
    .description('look for what is new, once, and tell of it; for a timer such as cron')
    .addOption(ledgerOption())
    .addOption(
      new Option('--smtp <url>', 'mail server, smtp:// or smtps://, with name and password').env('SMTP_URL'),
    )
    .addOption(new Option('--from <address>', 'sender of mails').env('MAIL_FROM').default('onrecord@localhost'))
    .option('--base <url>', 'address of the pages, for links', webAddress, 'http://127.0.0.1:4173/')
    .action(async ({ ledger: location, smtp, from, base }: { ledger: string; smtp?: string; from: string; base: string }) => {
      const failed = await withLedger(location, async (ledger) => {
        const checked = await checkAlerts(ledger);
        for (const { alert, fresh } of checked) terminal.out(`${plain(alert.name)}: ${fresh} new\n`);
        const senders = { post: createPost(), mail: smtp === undefined ? null : mailer(smtp, from), base };
        const result = await deliverAlerts(ledger, senders, new Date());
        terminal.out(`${counted(result.sent, 'message')} sent.\n`);
        for (const { alert, channel, reason } of result.failed)
          terminal.err(`${plain(alert)}, ${channel}: ${plain(reason)} It will be tried again.\n`);
        return result.failed.length;
      });
      done(failed > 0 ? exit.failed : exit.ok);
    });
} // prettier-ignore

/** Sends through an SMTP server. Texts are plain: nothing of a stranger is markup, and nothing is read from disk. */
function mailer(url: string, from: string): Mail {
  const transport = createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true });
  return async (message) => {
    await transport.sendMail(message);
  };
}

async function withLedger<Result>(
  location: string,
  act: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  const ledger = await openLedger(location);
  try {
    return await act(ledger);
  } finally {
    await ledger.close();
  }
}

function webAddress(value: string): string {
  if (!URL.canParse(value) || !/^https?:$/u.test(new URL(value).protocol))
    throw new InvalidArgumentError('Give an http or https address.');
  return value.endsWith('/') || new URL(value).pathname !== '/' ? value : `${value}/`;
}
