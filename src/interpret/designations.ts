import type { LedgerRecord, Statement } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { contains, overlaps, type Span } from '../terms/span.js';
import { quotations } from '../text/quotations.js';
import type { Label } from './label.js';
import { claimsStatehood } from './gazetteer/gazetteer.js';
import { landPhrases, regionNames } from './land-phrases.js';
import { loadedNounLabels } from './loaded-nouns.js';
import { namedAs } from './named-as.js';
import { officeLabels, outletLabels, scareLabels } from './office-labels.js';
import { landsLabels, placeLabels, regimeLabels, seatRegimes } from './place-labels.js';
import { findPlaces, type Place } from './places.js';
import { soCalledLabels } from './so-called.js';
import { tokenise, type Token } from './tokens.js';
import { isTurn } from './turn.js';

type Designation = LedgerRecord['designations'][number];

/** More labels than this in one article are not read: bounds the work on hostile input. */
const mostLabels = 2000;
/** More words than this are not read for labels, as no article has so many: bounds the work on hostile input. */
const mostTokens = 12_000;

/**
 * How contested entities, and offices and outlets under a distancing word, are named, and in whose voice: the outlet's
 * outside quotation marks and in an editor's brackets, the speaker's inside.
 */
export function findDesignations(
  text: string,
  statements: readonly Statement[],
  resolution: Resolution,
): Designation[] {
  const marked = quotations(text);
  const tokens = withMarks(
    tokenise(text),
    marked.flatMap(({ spans }) => spans),
  ).slice(0, mostTokens);
  const places = findPlaces(tokens, resolution.entities).filter(({ kind }) => kind !== 'perhaps');
  const people = new Set(
    resolution.entities
      .filter(({ name, type }) => type === 'person' && name.includes(' ') && !/(?:regime|junta)$/u.test(name))
      .flatMap(({ name }) => name.split(' ')),
  );
  const quoted = [
    ...marked.flatMap(({ level, spans }) => (level === 0 ? spans : [])),
    // An answer in a printed interview is in the speaker's words, though no marks are around it.
    ...statements.filter((statement) => isTurn(text, statement)).flatMap(({ content }) => content),
  ];
  const inWords = (at: number): boolean => quoted.some((span) => contains(span, [tokens[at]!.start, tokens[at]!.end])); // prettier-ignore
  const labels = outermost(
    [
      ...placeLabels(text, tokens, places),
      ...regimeLabels(tokens, places),
      ...seatRegimes(tokens, places, people),
      ...officeLabels(text, tokens, places, resolution),
      ...outletLabels(text, tokens),
      ...scareLabels(text, tokens, places, resolution),
      ...namedAs(tokens, places),
      ...loadedNounLabels(tokens, places),
      ...soCalledLabels(text, tokens, places),
      ...landPhrases(tokens, places, inWords),
      ...regionNames(tokens, places, claimsStatehood),
    ].slice(0, mostLabels),
  );
  labels.push(...landsLabels(tokens, places));
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
        marks: label.marks.map((mark) => asWritten(mark, words)),
        voice,
        spans: [label.span],
      });
    else group.spans.push(label.span);
  }
  return [...grouped.values()];
}

/** Straight single marks are read as curly ones while labels are sought. */
function asWritten(mark: string, label: string): string {
  return label.includes(mark) ? mark : mark.replace(/[‘’]/gu, "'");
}

/** The tokens with straight single quotation marks told apart from apostrophes: as curly ones. */
function withMarks(tokens: readonly Token[], spans: readonly Span[]): Token[] {
  const opens = new Set(spans.map(([start]) => start));
  const closes = new Set(spans.map(([, end]) => end));
  return tokens.map((token) => {
    if (token.form !== "'") return token;
    return opens.has(token.start) ? { ...token, form: '‘' } : closes.has(token.end) ? { ...token, form: '’' } : token; // prettier-ignore
  });
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
  if (!quoted.some((quotation) => contains(quotation, span))) return 'outlet';
  const index = statements.findIndex(
    ({ content, edits }) =>
      content.some((part) => contains(part, span)) &&
      !edits.some((edit) => edit.kind === 'insertion' && overlaps(edit.span, span)),
  );
  return index === -1 ? 'outlet' : index;
}
