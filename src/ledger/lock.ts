import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lock as lockFolder } from 'proper-lockfile';
import { LedgerInUseError, LedgerUnusableError } from './error.js';

/**
 * Takes the lock of an embedded ledger's folder, which is made where it is absent. PGlite takes none itself, and a
 * second process on one folder loses writes.
 * @returns what gives the lock back.
 * @throws {LedgerInUseError} saying who holds it.
 */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new LedgerUnusableError(folder, 'it is a file, not a folder. Give a folder with --ledger.');
  }
  mkdirSync(folder, { recursive: true });
  const holderFile = join(folder, 'holder.json');
  const lockfilePath = join(folder, 'lock');
  if (isAbandoned(holderFile)) rmSync(lockfilePath, { recursive: true, force: true });
  try {
    const release = await lockFolder(folder, { lockfilePath, stale: 15_000, update: 5_000 });
    writeFileSync(holderFile, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
    return release;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
    throw new LedgerInUseError(folder, describe(readHolder(holderFile)), { cause: error });
  }
}

interface Holder {
  readonly pid: number;
  readonly since: string;
}

function readHolder(file: string): Holder | null {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return Number.isInteger(pid) && typeof since === 'string' ? { pid: pid!, since } : null;
  } catch {
    // Absent or half written: nobody is known, and the lock itself decides.
    return null;
  }
}

function describe(holder: Holder | null): string {
  return holder === null ? 'another process' : `process ${holder.pid} since ${holder.since}`;
}

/** A holder that was killed leaves its lock behind; without this a re-run would wait until it is stale. */
function isAbandoned(file: string): boolean {
  const holder = readHolder(file);
  if (holder === null) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
