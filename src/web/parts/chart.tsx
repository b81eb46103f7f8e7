import * as library from '@observablehq/plot';
import { raw } from 'hono/html';
import { parseHTML } from 'linkedom';
import type { Count } from '../../ledger/ledger.js';

/** The part of the library that is used; its own types want a browser's, which this project does not load. */
interface Plot {
  readonly plot: (options: object) => Drawing;
  readonly barY: (data: readonly Count[], options: object) => object;
  readonly ruleY: (data: readonly number[]) => object;
}
interface Drawing {
  readonly outerHTML: string;
  readonly querySelectorAll: (tags: string) => Iterable<{ readonly remove: () => void }>;
}
const { plot, barY, ruleY } = library as unknown as Plot;

/** Months without a statement between two with some are drawn as gaps, up to this many bars in all. */
const mostMonths = 240;

/** `2024-05` … `2024-08` → every month from the first to the last, at most `mostMonths` of the newest. */
export function everyMonth(counts: readonly Count[]): Count[] {
  const [first, last] = [counts[0], counts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = new Map(counts.map(({ name, statements }) => [name, statements]));
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const from = Math.max(index(first.name), index(last.name) - mostMonths + 1);
  return Array.from({ length: index(last.name) - from + 1 }, (_, i) => {
    const [year, month] = [Math.floor((from + i) / 12), ((from + i) % 12) + 1];
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    return { name, statements: known.get(name) ?? 0 };
  });
}

/**
 * Statements a month as bars. The numbers stand in a table beside it, so it is hidden from what reads the page out.
 * @param counts months with statements, oldest first.
 */
export function MonthChart({ counts }: { readonly counts: readonly Count[] }) {
  const months = everyMonth(counts);
  if (months.length < 2) return null;
  const each = Math.ceil(months.length / 12);
  const { document } = parseHTML('<html><body></body></html>') as { readonly document: object };
  const drawn = plot({
    document,
    width: 720,
    height: 180,
    marginLeft: 36,
    x: { type: 'band', label: null, tickFormat: (month: string) => month, ticks: months.filter((_, i) => i % each === 0).map(({ name }) => name), tickSize: 3 },
    y: { label: null, grid: true, ticks: 4, tickFormat: (n: number) => (Number.isInteger(n) ? String(n) : '') },
    marks: [barY(months, { x: 'name', y: 'statements', fill: 'currentColor' }), ruleY([0])],
  }); // prettier-ignore
  // The policy of the pages forbids styles inside them; what Plot sets there, the sheet has.
  for (const style of drawn.querySelectorAll('style')) style.remove();
  return (
    <div class="chart" aria-hidden="true">
      {raw(drawn.outerHTML)}
    </div>
  );
}
