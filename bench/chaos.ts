/** Workers that are killed while they read, shared by the bench (`kill-workers.ts`) and the test beside it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jobKinds, readJob } from '../src/jobs/kinds.js';
import { JobQueue } from '../src/jobs/queue.js';
import { openLedger, type Ledger } from '../src/ledger/ledger.js';
import { seeded } from './linking/generate.js';

const script = fileURLToPath(new URL('chaos-worker.ts', import.meta.url));

const vocabulary = Object.keys(
  (JSON.parse(readFileSync(new URL('../src/link/utterances/frequencies.json', import.meta.url), 'utf8')) as {
    statements: Record<string, number>;
  }).statements,
).filter((word) => /^[a-z]{5,}$/u.test(word)); // prettier-ignore

/** Articles that report the same two utterances. */
export const retold = 4;

/**
 * Text of the nth article: a page of its own, with two statements, which the other three of its four articles report too.
 * Invented places.
 */
export function articleText(n: number): string {
  const four = Math.floor(n / retold);
  const random = seeded(four + 7);
  const words = (count: number) =>
    Array.from({ length: count }, () => vocabulary[Math.floor(random() * vocabulary.length)]!).join(' ');
  const name = `B${'aeiou'[four % 5]!}${four.toString(36).replace(/\d/gu, (d) => 'klmnprstvz'[Number(d)]!)}erg`;
  return `The mayor of town ${four}, Ada ${name}, said that ${words(6)} would open in May. “It is a fine bridge for ${words(6)},” ${name} said.\n\nIt has ${n} lamps.`;
}

/** An article that no reader survives. */
export const poison = `${articleText(-1)} The reader dies of this.`;

/** Puts texts in the queue; each job is given to another worker after so many seconds. */
export async function enqueue(location: string, texts: readonly string[], timeout: number): Promise<void> {
  const ledger = await openLedger(location);
  const queue = await JobQueue.open(ledger.execute, jobKinds, () => undefined, null);
  for (let at = 0; at < texts.length; at += 200) {
    const part = texts.slice(at, at + 200);
    await queue.add(
      part.map((text, i) => ({
        ...readJob(`${at + i}.txt`, { bytes: Buffer.from(text), format: 'text' }, new Date(0)),
        id: randomUUID(),
        timeout,
      })),
    );
  }
  await queue.close();
  await ledger.close();
}

/** Workers in processes of their own; one that ends is followed by another, as a supervisor would have it. */
export class WorkerPool {
  private readonly children = new Set<ChildProcess>();
  /** Those that have begun to take jobs, and when: killing the others would test nothing. */
  private readonly ready = new Map<ChildProcess, number>();
  private stopped = false;
  kills = 0;

  constructor(
    private readonly location: string,
    size: number,
  ) {
    for (let i = 0; i < size; i++) this.start();
  }

  /** Kills with SIGKILL one that has worked for two seconds, if any has: on a slow machine, too, some work is done. */
  kill(): void {
    const working = [...this.ready].filter(([, since]) => Date.now() - since > 2000).map(([child]) => child);
    const chosen = working[Math.floor(Math.random() * working.length)];
    if (chosen?.kill('SIGKILL') === true) this.kills++;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(
      [...this.children].map(
        (child) =>
          new Promise((resolve) => {
            child.on('exit', resolve);
            child.kill('SIGTERM');
          }),
      ),
    );
  }

  private start(): void {
    const child = spawn(process.execPath, ['--import', 'tsx', script, this.location], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.children.add(child);
    child.stdout.once('data', () => this.ready.set(child, Date.now()));
    child.on('exit', () => {
      this.children.delete(child);
      this.ready.delete(child);
      if (!this.stopped) setTimeout(() => { if (!this.stopped) this.start(); }, 200); // prettier-ignore
    });
  }
}

export interface QueueState {
  readonly waiting: number;
  readonly active: number;
  readonly parked: number;
}

/** What the read queue holds; null while the database is away. */
export async function queueState(location: string): Promise<QueueState | null> {
  try {
    const ledger = await openLedger(location);
    try {
      const queue = await JobQueue.open(ledger.execute, jobKinds, () => undefined, null);
      const counts = await queue.counts();
      await queue.close();
      return counts.read;
    } finally {
      await ledger.close();
    }
  } catch {
    return null;
  }
}

/** Waits until nothing waits and nothing is being done. @throws after so many seconds. */
export async function drained(
  location: string,
  seconds: number,
  every: () => void = () => undefined,
): Promise<QueueState> {
  for (const until = Date.now() + 1000 * seconds; Date.now() < until;) {
    const state = await queueState(location);
    if (state !== null && state.waiting + state.active === 0) return state;
    every();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(
    `the queue is not empty after ${seconds} seconds: ${JSON.stringify(await queueState(location))}`,
  );
}

/** The groups of a ledger that have more than one statement, each as the ids of its statements; in a fixed order. */
export async function groupsOf(ledger: Ledger): Promise<string[]> {
  const { rows } = await ledger.execute(
    `select string_agg(member_id, ' ' order by member_id) as members from group_member where "of" = 'utterance'
     group by group_id having count(*) > 1 order by 1`,
  );
  return (rows as { members: string }[]).map(({ members }) => members);
}
