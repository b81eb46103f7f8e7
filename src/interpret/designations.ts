import type { LedgerRecord, Statement } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { contains, overlaps, type Span } from '../terms/span.js';
import { quotations } from '../text/quotations.js';
import type { Label } from './label.js';
import { officeLabels, outletLabels, scareLabels } from './office-labels.js';
import { landsLabels, placeLabels, regimeLabels, seatRegimes } from './place-labels.js';
import { findPlaces, type Place } from './places.js';
import { tokenise, type Token } from './tokens.js';

type Designation = LedgerRecord['designations'][number];

/** More labels than this in one article are not read: bounds the work on hostile input. */
const mostLabels = 2000;

/**
 * How contested entities, and offices and outlets under a distancing word, are named, and in whose voice: the outlet's
 * outside quotation marks and in an editor's brackets, the speaker's inside.
 */
export function findDesignations(
  text: string,
  statements: readonly Statement[],
  resolution: Resolution,
): Designation[] {
  const tokens = tokenise(text);
  const places = findPlaces(tokens, resolution.entities).filter(({ kind }) => kind !== 'perhaps');
  const people = new Set(
    resolution.entities
      .filter(({ name, type }) => type === 'person' && name.includes(' ') && !/(?:regime|junta)$/u.test(name))
      .flatMap(({ name }) => name.split(' ')),
  );
  const labels = outermost(
    [
      ...placeLabels(text, tokens, places),
      ...regimeLabels(tokens, places),
      ...seatRegimes(tokens, places, people),
      ...officeLabels(text, tokens, places, resolution),
      ...outletLabels(text, tokens),
      ...scareLabels(tokens, places),
    ].slice(0, mostLabels),
  );
  labels.push(...landsLabels(tokens, places));
  const quoted = quotations(text).flatMap(({ level, spans }) => (level === 0 ? spans : []));
  const contested = new Set(labels.filter(({ marks }) => marks.length > 0).map(({ entity }) => entity));
  const bare = bareLabels(tokens, places, contested, labels);
  const wordsOf = ({ span }: Label): string => text.slice(...span).toLowerCase();
  const outlets = new Set(bare.filter(({ span }) => voiceOf(span, statements, quoted) === 'outlet').map(wordsOf)); // prettier-ignore
  const grouped = new Map<string, Designation & { spans: Span[] }>();
  for (const label of [...labels, ...bare].sort((a, b) => a.span[0] - b.span[0])) {
    const voice = voiceOf(label.span, statements, quoted);
    // A bare name is worth a line only where a speaker's word differs from the outlet's.
    if (label.marks.length === 0 && bare.includes(label) && outlets.has(wordsOf(label))) continue;
    const words = text.slice(...label.span);
    const key = JSON.stringify([label.entity, words.toLowerCase().replace(/^the /u, ''), voice]);
    const group = grouped.get(key);
    if (group === undefined)
      grouped.set(key, {
        entity: label.entity,
        label: words,
        marks: [...label.marks],
        voice,
        spans: [label.span],
      });
    else group.spans.push(label.span);
  }
  return [...grouped.values()];
}

/** Labels without those that lie within another: "the breakaway Velorian region of Tarn" is one. */
function outermost(labels: readonly Label[]): Label[] {
  const longest = labels.toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  let end = 0;
  return longest.filter(({ span }) => {
    const within = span[1] <= end;
    end = Math.max(end, span[1]);
    return !within;
  });
}

function bareLabels(
  tokens: readonly Token[],
  places: readonly Place[],
  contested: ReadonlySet<string>,
  labels: readonly Label[],
): Label[] {
  // prettier-ignore
  return places
    .filter(({ entity, adjectival, generic, seat }) => contested.has(entity) && !adjectival && !generic && !seat)
    .map(({ entity, from, to }) => ({ entity, span: [tokens[from]!.start, tokens[to - 1]!.end] as const, marks: [] }))
    .filter(({ span }) => !labels.some((label) => overlaps(label.span, span)));
}

function voiceOf(
  span: Span,
  statements: readonly Statement[],
  quoted: readonly Span[],
): Designation['voice'] {
  const inside = quoted.some((quotation) => contains(quotation, span));
  if (!inside) return 'outlet';
  const index = statements.findIndex(
    ({ content, edits }) =>
      content.some((part) => contains(part, span)) &&
      !edits.some((edit) => edit.kind === 'insertion' && overlaps(edit.span, span)),
  );
  return index === -1 ? 'outlet' : index;
}
