import pc from 'picocolors';

/** Where a command writes, and how. Passed in, so that commands run in tests without a terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colors: ReturnType<typeof pc.createColors>;
  /** Width in columns; 100 where there is no terminal. */
  readonly columns: number;
  /** True when standard error is a terminal, so that a progress line may rewrite itself. */
  readonly interactive: boolean;
}

/** The process's own terminal. Colours only on a terminal, and never with NO_COLOR (no-color.org). */
export function processTerminal(env: NodeJS.ProcessEnv): Terminal {
  const colored = process.stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colors: pc.createColors(colored),
    columns: process.stdout.isTTY ? process.stdout.columns : 100,
    interactive: process.stderr.isTTY,
  };
}

/**
 * Makes text from outside harmless on a terminal: control characters, escape sequences and the marks that
 * reorder text (bidirectional overrides) are shown as U+FFFD; line breaks become spaces.
 */
export function plain(text: string): string {
  return (
    text
      .replace(/\s+/gu, ' ')
      // eslint-disable-next-line no-control-regex -- control characters are what this is about
      .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
  );
}

/** At most `length` code points, with an ellipsis where something was cut. */
export function clip(text: string, length: number): string {
  const points = Array.from(text);
  return points.length <= length ? text : `${points.slice(0, Math.max(0, length - 1)).join('')}…`;
}
