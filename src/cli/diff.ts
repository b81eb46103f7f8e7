import { Command } from 'commander';
import { createEngine, engineNames, type EngineName } from '../attribute/create-engine.js';
import { reread, type RereadStep } from '../jobs/reread.js';
import { openLedger, type ArticleHistory } from '../ledger/ledger.js';
import { wordsChanged, type StatementDifference, type VersionDifferences, type WordRun } from '../link/versions.js'; // prettier-ignore
import { exit, explain } from './exit.js';
import { ledgerOption } from './options.js';
import { Progress } from './progress.js';
import { counted } from './table.js';
import { clip, plain, type Terminal } from './terminal.js';

/** `onrecord diff`: what changed between the versions of an article. */
export function diffCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('diff')
    .description(
      'show what changed between the versions of an article: statements, speakers, cues, names, text',
    )
    .argument('<article>', 'id of the article, or its first characters')
    .addOption(ledgerOption())
    .option('--json', 'print it as JSON')
    .action(async (id: string, { ledger: location, json }: { ledger: string; json?: boolean }) => {
      const ledger = await openLedger(location);
      try {
        const history = await ledger.history(id);
        if (history === null) {
          terminal.err(`There is no article ${plain(id)} in ${location}, or several begin so. "onrecord list --format jsonl" shows the ids.\n`); // prettier-ignore
          done(exit.failed);
          return;
        }
        terminal.out(json === true ? `${JSON.stringify(history.changes, null, 2)}\n` : draw(terminal, history)); // prettier-ignore
        done(exit.ok);
      } finally {
        await ledger.close();
      }
    });
}

/** `onrecord reread`: the engine again over all that is stored. */
export function rereadCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('reread')
    .description(
      'read stored pages and versions again that this version of the program has not read, and report what differs',
    )
    .addOption(ledgerOption())
    .option('--engine <engine>', `what finds the statements: ${engineNames.join(', ')}`, 'model')
    .action(async ({ ledger: location, engine: name }: { ledger: string; engine: EngineName }) => {
      const ledger = await openLedger(location);
      const progress = new Progress(terminal, 'versions', Date.now);
      const counts = { added: 0, removed: 0, changed: 0 };
      let [read, texts, failed] = [0, 0, 0];
      try {
        for await (const step of reread(ledger, createEngine(name))) {
          const { articleId, record } = step.version;
          if ('error' in step) {
            failed++;
            terminal.err(`${articleId}: ${plain(explain(step.error))}\n`);
            continue;
          }
          if (step.by === 'reader') texts++;
          else read++;
          progress.step(record.article.title ?? articleId);
          const { statements, labels } = step.differences;
          for (const { kind } of statements) counts[kind]++;
          if (step.by === 'engine' && statements.length + labels.length === 0) continue;
          progress.clear();
          terminal.out(`${articleId} ${plain(record.article.title ?? '')}\n${changesOf(terminal, step).map((line) => `  ${line}\n`).join('')}`); // prettier-ignore
        }
      } finally {
        progress.clear();
        await ledger.close();
      }
      if (texts > 0) terminal.out(`${counted(texts, 'page')} gave another text or other facts: a version beside the earlier one each.\n`); // prettier-ignore
      terminal.out(`${counted(read, 'version')} read again: ${counted(counts.added, 'statement')} more, ${counts.removed} fewer, ${counts.changed} changed${failed > 0 ? `; ${failed} failed` : ''}.\n`); // prettier-ignore
      done(failed > 0 ? exit.failed : exit.ok);
    });
}

function changesOf(terminal: Terminal, step: RereadStep): string[] {
  if ('error' in step) return [];
  const { differences } = step;
  const text = step.by === 'reader' ? differences.paragraphs.map((runs) => `text     ${clip(drawn(terminal, runs), 280)}`) : []; // prettier-ignore
  return [...changesIn(terminal, differences), ...text];
}

function draw(terminal: Terminal, { goneSince, versions, changes }: ArticleHistory): string {
  const { colors } = terminal;
  const lines = changes.flatMap(({ from, to, sameEngine, differences }) => {
    const at = versions.find(({ versionId }) => versionId === to)!.recordedAt.slice(0, 16);
    const found = [...changesIn(terminal, differences), ...differences.paragraphs.map((runs) => `text     ${drawn(terminal, runs)}`)]; // prettier-ignore
    return [
      colors.bold(`${from} → ${to}, ${at.replace('T', ' ')}`),
      ...(sameEngine ? [] : ['(read by two engines, which may be a reason; "onrecord reread" mends that)']),
      ...(found.length > 0 ? found : [differences.text === 'noise' ? 'counts and times only' : 'nothing that counts']), // prettier-ignore
      '',
    ];
  });
  const title = versions.at(-1)?.record.article.title ?? 'without a title';
  const gone = goneSince === null ? [] : [`No longer at its address since ${goneSince.slice(0, 16).replace('T', ' ')}; kept here.`]; // prettier-ignore
  const none = changes.length === 0 ? ['One version: nothing has changed since it was read.'] : [];
  return [`${plain(title)} (${counted(versions.length, 'version')})`, ...gone, '', ...lines, ...none, ''].join('\n'); // prettier-ignore
}

function changesIn(terminal: Terminal, { fields, statements, labels }: VersionDifferences): string[] {
  const arrow = (before: string | null, after: string | null) =>
    `${plain(before ?? '(none)')} → ${plain(after ?? '(none)')}`;
  return [
    ...fields.map(({ field, before, after }) => `${field.padEnd(9)}${arrow(before, after)}`),
    ...statements.flatMap((difference) => statementLines(terminal, difference, arrow)),
    ...labels.map(({ entity, voice, before, after }) => `label    ${plain(entity)}, ${voice === null ? "in the outlet's voice" : `by ${plain(voice)}`}: ${arrow(before, after)}`), // prettier-ignore
  ];
}

function statementLines(
  terminal: Terminal,
  difference: StatementDifference,
  arrow: (before: string | null, after: string | null) => string,
): string[] {
  if (difference.kind !== 'changed') {
    const { speaker, cue, words } = difference.kind === 'added' ? difference.after : difference.before;
    return [`${difference.kind.padEnd(9)}${plain(speaker ?? '(not named)')} ${plain(cue)}: ${clip(plain(words), 280)}`]; // prettier-ignore
  }
  const { what, before, after } = difference;
  const who = plain(after.speaker ?? '(not named)');
  return what.map((change) => {
    if (change === 'speaker') return `speaker  ${arrow(before.speaker, after.speaker)}: ${clip(plain(after.words), 200)}`; // prettier-ignore
    if (change === 'cue') return `cue      ${who}: ${arrow(before.cue, after.cue)}: ${clip(plain(after.words), 200)}`; // prettier-ignore
    return `wording  ${who}: ${drawn(terminal, wordsChanged(before.words, after.words))}`;
  });
}

/** Words removed and added; by brackets where there are no colours. */
function drawn({ colors }: Terminal, runs: readonly WordRun[]): string {
  const mark = ({ kind, words }: WordRun): string => {
    const clean = `${/^\s/u.test(words) ? ' ' : ''}${plain(words).trim()}${/\S\s+$/u.test(words) ? ' ' : ''}`;
    if (kind === 'same') return clean;
    if (colors.isColorSupported) return kind === 'added' ? colors.green(clean) : colors.red(colors.strikethrough(clean)); // prettier-ignore
    return kind === 'added' ? `{+${clean}+}` : `[-${clean}-]`;
  };
  return runs.map(mark).join('');
}
