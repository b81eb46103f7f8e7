import type { Ledger } from './ledger.js';

/** Lists and counts that read much of the ledger and change only with it. */
const remembered = ['summary', 'facets', 'speakers', 'outlets', 'widelyReported', 'positions', 'changes', 'recognition', 'naming', 'namingMonths', 'named', 'entities'] as const; // prettier-ignore
type Remembered = (typeof remembered)[number];

/** What changes the answers to them. */
const changing = ['store', 'load', 'correct', 'undoCorrection', 'partUtterance', 'joinUtterances', 'undoUtterance', 'linkUnlinked', 'mergeEntities', 'splitEntity', 'renameEntity', 'undoEntityEvent', 'importEntity', 'linkEntities'] as const; // prettier-ignore

/** Answers kept; the one asked for longest ago goes first. */
const mostAnswers = 100;

export interface RememberOptions {
  /**
   * Milliseconds for which an answer holds though others may write; undefined where nobody else can (an embedded ledger is
   * open in one process).
   */
  readonly forAtMost: number | undefined;
  readonly now?: () => number;
}

interface Answer {
  readonly at: number;
  readonly value: Promise<unknown>;
}

/**
 * A ledger that gives the same answer again until something is written through it, or, where others write too, for a
 * moment. Whoever asks while an answer is on its way waits for the same one.
 */
export function remembering(ledger: Ledger, { forAtMost, now = Date.now }: RememberOptions): Ledger {
  const answers = new Map<string, Answer>();
  /** Counts the writes, so that an answer asked for before one ended is not kept after it. */
  let writes = 0;

  function recall(method: Remembered, args: readonly unknown[]): Promise<unknown> {
    const key = JSON.stringify([method, writes, args]);
    const known = answers.get(key);
    answers.delete(key);
    if (known !== undefined && (forAtMost === undefined || now() - known.at < forAtMost)) {
      answers.set(key, known);
      return known.value;
    }
    const value = (ledger[method] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
    answers.set(key, { at: now(), value });
    // A failure is told to whoever waits, and asked anew by whoever comes next.
    value.catch(() => answers.delete(key));
    if (answers.size > mostAnswers) answers.delete(answers.keys().next().value!);
    return value;
  }

  async function change(method: (typeof changing)[number], args: readonly unknown[]): Promise<unknown> {
    try {
      return await (ledger[method] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
    } finally {
      writes++;
      answers.clear();
    }
  }

  const reads = remembered.map((method) => [method, (...args: unknown[]) => recall(method, args)]);
  const changes = changing.map((method) => [method, (...args: unknown[]) => change(method, args)]);
  return { ...ledger, ...(Object.fromEntries([...reads, ...changes]) as Partial<Ledger>) };
}
