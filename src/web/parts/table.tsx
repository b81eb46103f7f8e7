import type { Child } from 'hono/jsx';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Child;
  /** `count`: a number, to the right; `day`: never broken; `quoted`: an article's own words. */
  readonly look?: 'count' | 'day' | 'quoted';
}

interface TableProps<Row> {
  /** What the table tells; read out, and seen where `shown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** Rows under heads. Where it is wider than its place it scrolls by itself, with the keyboard too. */
export function Table<Row>({ caption, captionShown = false, columns, rows }: TableProps<Row>) {
  return (
    <Wide label={caption}>
      <table>
        <caption class={captionShown ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, look }) => (
              <th scope="col" class={look}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map(({ cell, look }) => (
                <td class={look}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

interface MoreThanProps {
  readonly most: number;
  readonly all: number;
  /** How to come by the others. */
  readonly advice: string;
}

/** Says that a list is longer than what is shown; nothing where it is not. */
export function MoreThan({ most, all, advice }: MoreThanProps) {
  if (all <= most) return null;
  return (
    <p class="facts">
      {most} of {all.toLocaleString('en')} are shown; {advice}
    </p>
  );
}

/** A place that scrolls sideways, reachable with the keyboard. */
export function Wide({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    <div class="wide" role="region" aria-label={label} tabindex={0}>
      {children}
    </div>
  );
}
