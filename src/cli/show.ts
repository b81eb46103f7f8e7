import { Command } from 'commander';
import { openLedger, type StatementView } from '../ledger/ledger.js';
import { byPosition, type Span } from '../terms/span.js';
import { exit } from './exit.js';
import { ledgerOption } from './options.js';
import { plain, type Terminal } from './terminal.js';
import { drawUtterance } from './utterance.js';

/** `onrecord show <id>`: a statement in its context, with source, cue and content marked. */
export function showCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('show')
    .description('show a statement in its text, with the source, the cue and the content marked')
    .argument('<id>', 'id of the statement, or its first characters')
    .addOption(ledgerOption())
    .option('--json', 'print it as JSON')
    .action(async (id: string, { ledger: location, json }: { ledger: string; json?: boolean }) => {
      const ledger = await openLedger(location);
      try {
        const view = await ledger.statement(id);
        if (view === null) {
          terminal.err(`There is no statement ${plain(id)} in ${location}. "onrecord list" shows the ids.\n`);
          done(exit.failed);
          return;
        }
        const goneSince = (await ledger.gone([view.statement.article.id])).get(view.statement.article.id) ?? null; // prettier-ignore
        terminal.out(json === true ? `${JSON.stringify({ ...view.statement, goneSince }, null, 2)}\n` : draw(terminal, view, goneSince)); // prettier-ignore
        const utterance = json === true ? null : await ledger.utterance(view.statement.id);
        if (utterance !== null && utterance.reports.length > 1)
          terminal.out(`\n${drawUtterance(terminal, utterance)}`);
        done(exit.ok);
      } finally {
        await ledger.close();
      }
    });
}

type Role = 'source' | 'cue' | 'content';

function draw(terminal: Terminal, { statement, text }: StatementView, goneSince: string | null): string {
  const { colors } = terminal;
  const { speaker, article } = statement;
  const facts: [string, string | null][] = [
    ['speaker', speaker.entity ?? `not named (${speaker.mention ?? 'no source in the text'})`],
    ['role', speaker.role],
    ['cue', statement.cueText],
    ['kind', `${statement.kind}, ${statement.act}`],
    ['medium', statement.medium],
    [
      'told by',
      [article.outlet, article.published?.slice(0, 10), article.title].filter(Boolean).join(', ') || null,
    ],
    ['source page', article.url],
    ['gone since', goneSince && `${goneSince.slice(0, 16).replace('T', ' ')} UTC (kept here)`],
    ['place', statement.content.map(([start, end]) => `${start}–${end}`).join(', ')],
    ['version', statement.versionId],
  ];
  const head = facts
    .filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '')
    .map(([name, value]) => `${colors.dim(name.padEnd(12))}${plain(value)}`);
  const legend = `${colors.dim('marks'.padEnd(12))}${paint(terminal, 'source', 'source')} ${paint(terminal, 'cue', 'cue')} ${paint(terminal, 'content', 'content')}`;
  return `${[colors.bold(statement.id), ...head, legend].join('\n')}\n\n${markedContext(terminal, text, statement)}\n`;
}

/** Colours on a terminal; brackets with the role's name where there are none. */
function paint({ colors }: Terminal, role: Role, words: string): string {
  if (!colors.isColorSupported) return `[${role}: ${words}]`;
  if (role === 'source') return colors.yellow(words);
  return role === 'cue' ? colors.green(words) : colors.cyan(words);
}

function markedContext(terminal: Terminal, text: string, statement: StatementView['statement']): string {
  const roles = (['source', 'cue', 'content'] as const)
    .flatMap((role) => statement[role].map((span) => ({ role, span })))
    .sort((a, b) => byPosition(a.span, b.span));
  const [from, to] = paragraphsAround(text, roles.map(({ span }) => span)); // prettier-ignore
  let at = from;
  let result = '';
  for (const { role, span } of roles) {
    result += harmless(text.slice(at, span[0])) + paint(terminal, role, harmless(text.slice(...span)));
    at = span[1];
  }
  return result + harmless(text.slice(at, to));
}

function paragraphsAround(text: string, spans: readonly Span[]): Span {
  const start = Math.min(...spans.map((span) => span[0]));
  const end = Math.max(...spans.map((span) => span[1]));
  const before = text.lastIndexOf('\n\n', start);
  const after = text.indexOf('\n\n', end);
  return [before === -1 ? 0 : before + 2, after === -1 ? text.length : after];
}

/** Harmless on a terminal, with the breaks between paragraphs kept. */
function harmless(words: string): string {
  return words
    .split('\n')
    .map((line) => `${/^\s/u.test(line) ? ' ' : ''}${plain(line).trim()}${/\S\s+$/u.test(line) ? ' ' : ''}`)
    .join('\n');
}
