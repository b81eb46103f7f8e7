import { userInfo } from 'node:os';
import Table from 'cli-table3';
import { Command } from 'commander';
import { EntityNotFoundError } from '../ledger/error.js';
import { openLedger, type Author, type EntityEvent, type EntityView, type Ledger } from '../ledger/ledger.js';
import { speakerTypes, type SpeakerType } from '../terms/vocabulary.js';
import { exit, explain } from './exit.js';
import { knownEntities } from './known-file.js';
import { asKnownOption, formatOption, ledgerOption, upTo, type Format } from './options.js';
import { counted } from './table.js';
import { clip, plain, type Terminal } from './terminal.js';

interface Options {
  readonly ledger: string;
  readonly format: Format;
  readonly asKnown?: Date;
}

interface EventOptions {
  readonly ledger: string;
  readonly author: string;
  readonly reason?: string;
}

type Done = (code: number) => void;

/** `onrecord entities`: who is who over all articles, and what people decided about it. */
export function entitiesCommand(terminal: Terminal, done: Done): Command {
  const command = new Command('entities').description('people and bodies over all articles: look, merge, split, rename, undo, import'); // prettier-ignore
  for (const make of [list, show, merge, split, rename, undo, importList, link]) {
    const sub = make(terminal, done);
    command.addCommand(sub);
  }
  return command;
}

function list(terminal: Terminal, done: Done): Command {
  return new Command('list')
    .description('list them, most statements first')
    .argument('[name]', 'any part of any name')
    .addOption(ledgerOption())
    .addOption(formatOption())
    .addOption(asKnownOption())
    .option('--type <type>', `only of this type: ${speakerTypes.join(', ')}`)
    .option('--all', 'also those that are spoken of and say nothing')
    .option('--limit <number>', 'how many at most', upTo(10_000), 100)
    .action(async (name: string | undefined, options: Options & { type?: SpeakerType; all?: boolean; limit: number }) => {
      const rows = await withLedger(options.ledger, (ledger) =>
        ledger.entities({ name, type: options.type, speaking: options.all !== true, asKnown: options.asKnown, limit: options.limit }),
      );
      if (options.format === 'json') terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
      else if (options.format === 'jsonl') for (const row of rows) terminal.out(`${JSON.stringify(row)}\n`);
      else if (rows.length === 0) terminal.out('No entity fits.\n');
      else {
        print(terminal, ['id', 'name', 'type', 'statements', 'articles', 'told as'], rows.map((row) =>
          [row.id, row.name, row.type ?? '', String(row.statements), String(row.articles), row.told.join(', ')]));
        terminal.out(`${counted(rows.length, 'entry').replace('entrys', 'entries')}.\n`);
      }
      done(exit.ok);
    }); // prettier-ignore
}

function show(terminal: Terminal, done: Done): Command {
  return new Command('show')
    .description('all that is known of one: names, roles with dates, articles, decisions')
    .argument('<name | id>', 'its whole name, or six or more characters of its id')
    .addOption(ledgerOption())
    .addOption(formatOption())
    .addOption(asKnownOption())
    .action(async (given: string, options: Options) => {
      const view = await withLedger(options.ledger, async (ledger) => {
        return ledger.entity(await one(ledger, given, options.asKnown), options.asKnown);
      });
      if (view === null) throw new EntityNotFoundError(given, false);
      if (options.format === 'json') terminal.out(`${JSON.stringify(view, null, 2)}\n`);
      else if (options.format === 'jsonl') terminal.out(`${JSON.stringify(view)}\n`);
      else printView(terminal, view);
      done(exit.ok);
    });
}

function merge(terminal: Terminal, done: Done): Command {
  return eventCommand('merge', 'say that two are one; the second keeps its id and name')
    .argument('<name | id>', 'which')
    .argument('<into>', 'the one it is, by name or id')
    .action(async (from: string, into: string, options: EventOptions) => {
      await record(terminal, options, async (ledger, by) =>
        ledger.mergeEntities(await one(ledger, from), await one(ledger, into), by),
      );
      done(exit.ok);
    });
}

function split(terminal: Terminal, done: Done): Command {
  const gather = (value: string, all: string[] | undefined): string[] => [...(all ?? []), value];
  return eventCommand('split', 'take mentions out of one: to a new entity, or to another')
    .argument('<name | id>', 'which')
    .option('--article <id>', 'the mentions in this article (again for more)', gather)
    .option('--told <name>', 'the mentions by this name, exactly as told (again for more)', gather)
    .option('--into <name | id>', 'give them to this entity instead of a new one')
    .option('--as <name>', 'what the new entity is called')
    .action(async (given: string, options: EventOptions & { article?: string[]; told?: string[]; into?: string; as?: string }) => {
      await record(terminal, options, async (ledger, by) =>
        ledger.splitEntity(await one(ledger, given), {
          articles: options.article, names: options.told, name: options.as,
          into: options.into === undefined ? undefined : await one(ledger, options.into),
        }, by),
      );
      done(exit.ok);
    }); // prettier-ignore
}

function rename(terminal: Terminal, done: Done): Command {
  return eventCommand('rename', 'say how one is shown; the names told stay')
    .argument('<name | id>', 'which')
    .argument('<new name>', 'how it is shown')
    .action(async (given: string, name: string, options: EventOptions) => {
      await record(terminal, options, async (ledger, by) =>
        ledger.renameEntity(await one(ledger, given), name, by),
      );
      done(exit.ok);
    });
}

function undo(terminal: Terminal, done: Done): Command {
  return eventCommand('undo', 'take a merge, split or rename back')
    .argument('<event>', 'its id, as `entities show` tells it, or six or more characters of that')
    .action(async (event: string, options: EventOptions) => {
      await record(terminal, options, (ledger, by) => ledger.undoEntityEvent(event, by));
      done(exit.ok);
    });
}

function importList(terminal: Terminal, done: Done): Command {
  return eventCommand('import', 'read known entities: a CSV table, or FollowTheMoney JSON lines')
    .argument('<file>', '.csv with a column "name", or .json/.jsonl/.ftm lines')
    .action(async (file: string, options: EventOptions) => {
      const counts = { founded: 0, joined: 0, unchanged: 0, refused: 0 };
      await withLedger(options.ledger, async (ledger) => {
        for await (const row of knownEntities(file)) {
          if ('error' in row) {
            counts.refused++;
            terminal.err(`${plain(explain(row.error))}\n`);
          } else counts[(await ledger.importEntity(row.entity, options.author)).outcome]++;
        }
      });
      const { founded, joined, unchanged, refused } = counts;
      terminal.out(`${founded} new, ${joined} added to what was there, ${unchanged} unchanged, ${refused} left out.\n`); // prettier-ignore
      done(refused > 0 ? exit.failed : exit.ok);
    });
}

function link(terminal: Terminal, done: Done): Command {
  return new Command('link')
    .description('link the names of articles that were stored before the ledger kept entities')
    .addOption(ledgerOption())
    .action(async (options: { readonly ledger: string }) => {
      const linked = await withLedger(options.ledger, (ledger) => ledger.linkEntities());
      terminal.out(`Linked the names of ${counted(linked, 'article')}.\n`);
      done(exit.ok);
    });
}

function eventCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(ledgerOption())
    .option('--author <name>', 'who decides', userInfo().username)
    .option('--reason <text>', 'why, kept on record');
}

async function withLedger<T>(location: string, ask: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(location);
  try {
    return await ask(ledger);
  } finally {
    await ledger.close();
  }
}

/** The id of the one entity that a name or an id stands for. */
async function one(ledger: Ledger, given: string, asKnown?: Date): Promise<string> {
  const [only, another] = await ledger.findEntities(given, asKnown);
  if (only === undefined || another !== undefined) throw new EntityNotFoundError(given, another !== undefined); // prettier-ignore
  return only;
}

async function record(
  terminal: Terminal,
  { ledger: location, author, reason }: EventOptions,
  make: (ledger: Ledger, by: Author) => Promise<EntityEvent>,
): Promise<void> {
  const event = await withLedger(location, (ledger) => make(ledger, { author, reason }));
  terminal.out(`Recorded ${event.kind} ${event.id}. Take it back: onrecord entities undo ${event.id}\n`);
}

function print(terminal: Terminal, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const table = new Table({ head: head.map((word) => terminal.colors.bold(word)), wordWrap: true, style: { head: [], border: [] } }); // prettier-ignore
  for (const row of rows) table.push(row.map((cell) => clip(plain(cell), 120)));
  terminal.out(`${table.toString()}\n`);
}

function printView(terminal: Terminal, view: EntityView): void {
  const { id, name, type, names, roles, identifiers, mentions, companions, events } = view;
  terminal.out(`${terminal.colors.bold(plain(name))} (${type ?? 'type not told'}) ${id}\n`);
  for (const { scheme, value } of identifiers) terminal.out(`${scheme}: ${plain(value)}\n`);
  const told = (rows: EntityView['names']): string[][] =>
    rows.map((row) => [
      row.words,
      row.outlet ?? '',
      String(row.articles),
      row.first,
      row.last,
      row.articleId,
    ]);
  print(terminal, ['told as', 'by', 'articles', 'first', 'last', 'article'], told(names));
  if (roles.length > 0)
    print(terminal, ['called', 'by', 'articles', 'first', 'last', 'article'], told(roles));
  print(terminal, ['day', 'article', 'told as', 'statements', 'sure', 'because'], mentions.map((row) =>
    [row.day, row.articleId, row.name, String(row.statements), row.score.toFixed(2), row.reasons.map((r) => `${r.kind} ${r.weight.toFixed(1)}`).join(', ')])); // prettier-ignore
  if (companions.length > 0) print(terminal, ['named beside it', 'articles'], companions.map((row) => [row.name, String(row.articles)])); // prettier-ignore
  if (events.length > 0)
    print(terminal, ['event', 'what', 'by', 'when', 'why', 'stands'], events.map((event) =>
      [event.id, what(event), event.author, event.recordedAt, event.reason ?? '', event.stands ? 'yes' : 'taken back'])); // prettier-ignore
}

function what({ kind, entityId, intoId, name, undoes }: EntityEvent): string {
  if (kind === 'undo') return `undo ${undoes}`;
  return kind === 'rename' ? `rename to ${name}` : `${kind} ${entityId} into ${intoId}`;
}
