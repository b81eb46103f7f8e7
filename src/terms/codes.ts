import type { relations } from './vocabulary.js';

type RelationName = (typeof relations)[number];

/** How a relation is told in other vocabularies. */
export interface Codes {
  /** Event type of PLOVER (Open Event Data Alliance, version 2), null where it has none. */
  readonly plover: string | null;
  /** Interval schema of FollowTheMoney that links subject and object, null where it has none. */
  readonly followTheMoney: {
    readonly schema: string;
    readonly subject: string;
    readonly object: string;
  } | null;
}

// relation | when it holds | when it ended or was refused | FollowTheMoney schema, property of the subject, of the object
// PLOVER knows no recognition of states: a tie made or cut is the nearest only where one is told (establish-ties).
const table = `
recognize       | -         | -       |
derecognize     | -         | -       |
join            | AGREE     | REJECT  | Membership member organization
leave           | -         | -       |
annex           | COERCE    | -       |
part-of         | -         | -       |
ally            | COOPERATE | -       | UnknownLink subject object
cooperate       | COOPERATE | REJECT  | UnknownLink subject object
negotiate       | CONSULT   | REJECT  |
aid             | AID       | SANCTION |
sanction        | SANCTION  | CONCEDE |
occupy          | COERCE    | -       |
attack          | ASSAULT   | -       |
withdraw-forces | RETREAT   | REJECT  |
condemn         | ACCUSE    | -       |
support         | SUPPORT   | -       |
establish-ties  | COOPERATE | SANCTION |
isolate         | COERCE    | -       |
govern          | -         | -       | Occupancy holder post
other           | -         | -       |
`;

const rows = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([relation = '', holds = '-', ended = '-', schema = '']) => [
      relation,
      { holds: code(holds), ended: code(ended), schema },
    ]),
);

function code(cell: string): string | null {
  return cell === '-' || cell === '' ? null : cell;
}

/**
 * Codes of a relation for export; nulls where the other vocabulary has no word for it. A relation that is to come, or hangs
 * on a condition, is no event yet and has no PLOVER type; its record keeps it.
 */
export function codesOf({
  relation,
  polarity,
}: {
  readonly relation: RelationName;
  readonly polarity: 'affirmed' | 'negated' | 'withdrawn' | 'prospective' | 'conditional';
}): Codes {
  const row = rows.get(relation);
  if (row === undefined) return { plover: null, followTheMoney: null };
  const plover = polarity === 'affirmed' ? row.holds : polarity === 'withdrawn' || polarity === 'negated' ? row.ended : null; // prettier-ignore
  const [schema, subject, object] = row.schema.split(' ');
  const linked =
    polarity === 'affirmed' && schema !== undefined && subject !== undefined && object !== undefined;
  return { plover, followTheMoney: linked ? { schema, subject, object } : null };
}
