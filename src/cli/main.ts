#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { alertsCommand } from './alerts.js';
import { namingCommand, positionsCommand, recognitionCommand } from './claims.js';
import { backupCommand } from './backup.js';
import { encodeCommand } from './encode.js';
import { enqueueCommand } from './enqueue.js';
import { diffCommand, rereadCommand } from './diff.js';
import { entitiesCommand } from './entities.js';
import { exit, explain } from './exit.js';
import { exportCommand } from './export.js';
import { checkCommand, fetchCommand } from './fetch.js';
import { followCommand } from './follow.js';
import { importCommand } from './import.js';
import { jobsCommand } from './jobs.js';
import { listCommand } from './list.js';
import { parquetCommand } from './parquet.js';
import { mcpCommand } from './mcp.js';
import { readCommand } from './read.js';
import { searchCommand } from './search.js';
import { serveCommand } from './serve.js';
import { showCommand } from './show.js';
import { startCommand } from './start.js';
import { verifyCommand } from './verify.js';
import { workerCommand } from './worker.js';
import { realOutside, type Outside } from './outside.js';
import { processTerminal, type Terminal } from './terminal.js';
import { utteranceCommand } from './utterance.js';
import { userCommand } from './user.js';

/** The command line, with every command. The commands set `process.exitCode` through `done`. */
export function createProgram(
  terminal: Terminal,
  done: (code: number) => void,
  outside: Outside = realOutside,
): Command {
  const program = new Command('onrecord')
    .description('A statement ledger for political news: who said what, in which words, as told by whom.')
    .version('0.1.0')
    .showHelpAfterError('(add --help for how to use it)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .addHelpText(
      'after',
      `
Exit codes: 0 all done, 1 some inputs failed, 2 wrong usage or nothing could be done.
Colours are used on a terminal only; NO_COLOR turns them off.

Examples:
  $ onrecord read article.html                 read a page, store and show its statements
  $ pbpaste | onrecord read - --dry-run        show what would be stored
  $ onrecord follow https://courier.example/rss && onrecord fetch --every 15m
  $ onrecord search "union" --speaker Toval    find statements
  $ onrecord positions --about "join union"    who is for, against, "not now"
  $ onrecord recognition Ilmaria               who recognises it, according to whom
  $ onrecord naming Ilmaria                    what each outlet calls it
  $ onrecord serve                             look at the ledger in a browser`,
    );
  for (const make of [
    readCommand,
    followCommand,
    fetchCommand,
    checkCommand,
    diffCommand,
    rereadCommand,
    listCommand,
    showCommand,
    utteranceCommand,
    searchCommand,
    positionsCommand,
    recognitionCommand,
    namingCommand,
    entitiesCommand,
    exportCommand,
    importCommand,
    backupCommand,
    parquetCommand,
    encodeCommand,
    enqueueCommand,
    workerCommand,
    jobsCommand,
    verifyCommand,
    alertsCommand,
    mcpCommand,
    serveCommand,
    startCommand,
    userCommand,
  ]) {
    const command = make(terminal, done, outside);
    command.copyInheritedSettings(program);
    program.addCommand(command);
  }
  return program;
}

/** Runs one command line. @returns the exit code. */
export async function main(
  args: readonly string[],
  terminal: Terminal,
  outside: Outside = realOutside,
): Promise<number> {
  let code: number = exit.ok;
  try {
    await createProgram(terminal, (c) => (code = c), outside).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.usage;
    terminal.err(`${explain(error)}\n`);
    return exit.usage;
  }
}

const entry = process.argv[1] ?? '';
if (/[/\\](?:main\.[jt]s|onrecord)$/u.test(entry)) {
  // A reader such as `head` that closes the pipe early is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? exit.ok : exit.failed),
  );
  process.exitCode = await main(process.argv.slice(2), processTerminal(process.env));
}
