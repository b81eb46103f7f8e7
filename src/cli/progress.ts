import type { Terminal } from './terminal.js';
import { clip, plain } from './terminal.js';

/** Tells how far long work is: one line that rewrites itself on a terminal, else a line every few seconds. */
export class Progress {
  private done = 0;
  private lastTold = 0;
  private shown = false;

  /**
   * @param what plural noun, e.g. "articles".
   * @param now milliseconds; injected for tests.
   */
  constructor(
    private readonly terminal: Terminal,
    private readonly what: string,
    private readonly now: () => number,
  ) {
    this.lastTold = now();
  }

  /** Counts one item done. `current` is its name (from outside; made harmless here). */
  step(current: string): void {
    this.done++;
    const pause = this.terminal.interactive ? 100 : 5000;
    if (this.now() - this.lastTold < pause) return;
    this.lastTold = this.now();
    const line = clip(`${this.done} ${this.what} … ${plain(current)}`, this.terminal.columns - 1);
    this.terminal.err(this.terminal.interactive ? `\r\u001b[K${line}` : `${line}\n`);
    this.shown = true;
  }

  /** Removes the line before other output. */
  clear(): void {
    if (this.shown && this.terminal.interactive) this.terminal.err('\r\u001b[K');
    this.shown = false;
  }
}
