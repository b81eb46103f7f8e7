import type { LedgerRecord, Statement } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { contains, overlaps, type Span } from '../terms/span.js';
import { quotations } from '../text/quotations.js';
import { findPlaces, type Place } from './places.js';
import { tokenise, type Token } from './tokens.js';

type Designation = LedgerRecord['designations'][number];

interface Label {
  readonly entity: string;
  readonly span: Span;
  readonly marks: readonly string[];
}

/** Loaded or distancing words that can stand before a name or an office. Each side uses some; none is endorsed. */
const loaded =
  /^(?:so-called|self-proclaimed|self-declared|self-styled|breakaway|separatist|secessionist|rebel|rebel-held|occupied|unrecogni[sz]ed|puppet|rogue|renegade|illegitimate|illegal|purported|pretended|pseudo-republic|temporarily|disputed|[\p{L}’'-]+-(?:occupied|backed|controlled|annexed|held|installed))$/iu;
const loadedHead = /^(?:regime|junta|entity|pseudo-state|statelet)$/iu;
const offices =
  /^(?:president|leader|prime|minister|head|chairman|chairwoman|speaker|premier|governor|chief|commander|ambassador|mayor|deputy|foreign|defen[cs]e|interior|government|parliament|authorities|leadership)$/iu;
const heads =
  /^(?:republic|region|territory|territories|province|district|state|statelet|country|enclave|entity|regime|authorities|government|area|areas|island|islands|peninsula|lands?|zone|junta|leadership|forces|administration)$/iu;
const outletHead = /^(?:outlet|newspaper|agency|channel|broadcaster|tabloid|mouthpiece|website|media)$/iu;
const determiner = /^(?:the|a|an|this|its|their|his|her|our|“|"|‘|«)$/iu;

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
  const labels = [
    ...placeLabels(text, tokens, places),
    ...officeLabels(text, tokens, places, resolution),
    ...outletLabels(text, tokens),
    ...scareLabels(tokens, places),
  ].slice(0, mostLabels);
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

/** "the Ostmark-occupied Tarn region", "so-called Republic of Tarn", "the breakaway region of Tarn", "the Tarn regime". */
function placeLabels(text: string, tokens: readonly Token[], places: readonly Place[]): Label[] {
  return places.flatMap((place): Label[] => {
    if (place.kind === 'body' || place.kind === 'region' || place.generic) return [];
    let from = place.from;
    const of = /^of$/u.test(tokens[from - 1]?.low ?? '') && heads.test(tokens[from - 2]?.low ?? '');
    if (of) from -= 2;
    while (from > 0 && isPart(tokens[from - 1]!, tokens[place.from]!.sentence)) from--;
    let to = place.to;
    if (heads.test(tokens[to]?.low ?? '') && tokens[to]!.sentence === tokens[place.from]!.sentence) to++;
    // "the so-called Veloria loophole" names a loophole.
    if (
      place.kind !== 'contested' &&
      to === place.to &&
      tokens[place.from - 1]?.low === 'so-called' &&
      isNounAfter(tokens, to)
    )
      return [];
    const marks = marksIn(tokens, from, to);
    // "the “so-called state”": the quotation marks distance once more.
    const scare = marks.length > 0 && /^[“"«]$/u.test(tokens[from - 1]?.form ?? '') && /^[”"»]$/u.test(tokens[to]?.form ?? '') ? [text.slice(tokens[from - 1]!.start, tokens[to]!.end)] : []; // prettier-ignore
    const long = /^(?:Republic|Kingdom) of /u.test(text.slice(tokens[of ? place.from - 2 : place.from]!.start)); // prettier-ignore
    if (place.adjectival && to === place.to) return [];
    if (marks.length === 0 && (!long || place.kind === 'state')) return [];
    if (determiner.test(tokens[from - 1]?.low ?? '') && !/^(?:so-called)$/u.test(tokens[from]!.low)) from--;
    return [{ entity: place.entity, span: [tokens[from]!.start, tokens[to - 1]!.end], marks: [...marks, ...scare] }]; // prettier-ignore
  });
}

/** A lower-case word that is no small word of grammar and no verb form in sight. */
function isNounAfter(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next?.word === true && !next.capital && next.lemma === next.low && next.low.length > 4 && !/ing$|^(?:where|which|while|since|after|before|until|under|about|would|could|should|might|there|their|these|those|because|during|though|whose)$/u.test(next.low); // prettier-ignore
}

/** A loaded word; "…-held" and the like only of a name or an armed side ("Ostmark-occupied", "rebel-held", not "gun-controlled"). */
function isLoaded({ low, form }: Pick<Token, 'low' | 'form'>): boolean {
  const compound = /^(.+)-(?:occupied|backed|controlled|annexed|held|installed)$/u.exec(low);
  return loaded.test(low) && (compound === null || /^\p{Lu}/u.test(form) || /^(?:rebel|government|militant|separatist|insurgent|opposition|foreign)$/u.test(compound[1]!)); // prettier-ignore
}

function isPart({ low, form, sentence }: Token, within: number): boolean {
  return sentence === within && (isLoaded({ low, form }) || low === 'facto' || low === 'de' || low === 'former' || /^(?:Republic|region)$/u.test(form)); // prettier-ignore
}

function marksIn(tokens: readonly Token[], from: number, to: number): string[] {
  const marks: string[] = [];
  for (let i = from; i < to; i++) {
    const { low, form } = tokens[i]!;
    if (low === 'de' && tokens[i + 1]?.low === 'facto') marks.push(`${form} ${tokens[++i]!.form}`);
    else if (low === 'temporarily' && loaded.test(tokens[i + 1]?.low ?? ''))
      marks.push(`${form} ${tokens[++i]!.form}`);
    else if (isLoaded({ low, form }) || loadedHead.test(low)) marks.push(form);
    else if (/^[“"«]$/u.test(form)) {
      const close = tokens.findIndex(
        (t, at) => at > i && at < Math.min(to, i + 5) && /^[”"»]$/u.test(t.form),
      );
      if (close === -1) continue;
      marks.push(tokens.slice(i, close + 1).map((t) => t.form).join(' ').replace(/^(.) (.*) (.)$/u, '$1$2$3')); // prettier-ignore
      i = close;
    }
  }
  return marks;
}

/** "the de facto president", "the self-proclaimed parliament": an office under a distancing word, of a person or a place. */
function officeLabels(
  text: string,
  tokens: readonly Token[],
  places: readonly Place[],
  { entities }: Resolution,
): Label[] {
  // prettier-ignore
  return tokens.flatMap((token, i): Label[] => {
    const facto = token.low === 'de' && tokens[i + 1]?.low === 'facto';
    const claimed = /^(?:so-called|self-proclaimed|self-declared|self-styled|[\p{L}’'-]+-(?:installed|appointed|backed))$/u.test(token.low);
    if (!facto && !claimed) return [];
    let to = i + (facto ? 2 : 1);
    while (to < i + 6 && (offices.test(tokens[to]?.low ?? '') || heads.test(tokens[to]?.low ?? '') || /^[“”"]$/u.test(tokens[to]?.form ?? ''))) to++; // prettier-ignore
    if (to === i + (facto ? 2 : 1) || places.some((p) => p.from < to && p.to > i)) return [];
    const seat = institution.test(tokens[to - 1]!.low) && /^(?:in|of)$/u.test(tokens[to]?.low ?? '') ? places.find((p) => p.from === to + 1 && !p.adjectival && p.kind === 'contested') : undefined; // prettier-ignore
    const owner = /^['’]s$/u.test(tokens[i - 1]?.low ?? '') ? places.find((p) => p.to === i - 1) : undefined;
    // "Tarn's de facto president": the label is of the office, its owner no part of it.
    const from = owner === undefined && determiner.test(tokens[i - 1]?.low ?? '') ? i - 1 : i;
    const span: Span = [tokens[from]!.start, tokens[to - 1]!.end];
    const person = entities.find(({ name, type, role, mentions }) => type === 'person' && !places.some((p) => name.endsWith(p.entity)) && (mentions.some((m) => overlaps(m, span)) || named(text, role, span))); // prettier-ignore
    const entity = person?.name ?? (seat === undefined ? null : seat.entity);
    return entity === null ? [] : [{ entity, span, marks: marksIn(tokens, from, to) }];
  });
}

/** 'Tarn's “president”', 'the so-called “government” in Tarn', '“president” of Tarn': an office in scare quotes, of a place. */
function scareLabels(tokens: readonly Token[], places: readonly Place[]): Label[] {
  return tokens.flatMap((token, open): Label[] => {
    if (!/^[“"«]$/u.test(token.form)) return [];
    let close = open + 1;
    while (
      close < open + 4 &&
      (offices.test(tokens[close]?.low ?? '') || claims.test(tokens[close]?.low ?? ''))
    )
      close++;
    if (close === open + 1 || !/^[”"»]$/u.test(tokens[close]?.form ?? '')) return [];
    const owner = /^['’]s$/u.test(tokens[open - 1]?.low ?? '') ? places.find((p) => p.to === open - 1) : places.find((p) => p.to === open && p.adjectival); // prettier-ignore
    const seat = /^(?:of|in)$/u.test(tokens[close + 1]?.low ?? '') ? places.find((p) => p.from === close + 2 || p.from === close + 3) : undefined; // prettier-ignore
    const entity = owner?.entity ?? seat?.entity;
    if (entity === undefined) return [];
    let from = owner?.from ?? open;
    while (
      from > 0 &&
      (determiner.test(tokens[from - 1]!.low) || loaded.test(tokens[from - 1]!.low)) &&
      tokens[from - 1]!.word
    )
      from--;
    const to = owner === undefined && seat !== undefined ? seat.to : close + 1;
    return [{ entity, span: [tokens[from]!.start, tokens[to - 1]!.end], marks: marksIn(tokens, from, to) }];
  });
}

const institution = /^(?:authorities|government|parliament|leadership|administration|ministry|forces)$/u; // prettier-ignore

const claims = /^(?:independence|republic|state|elections?|referendum|constitution|ministry|ministers?|authorities|army|border|presidents?)$/iu; // prettier-ignore

function named(text: string, role: string | null, span: Span): boolean {
  if (role === null) return false;
  const at = text.indexOf(role);
  return at >= 0 && overlaps([at, at + role.length], span);
}

/** "the Ostmark propaganda outlet Beacon". */
function outletLabels(text: string, tokens: readonly Token[]): Label[] {
  return tokens.flatMap((token, i): Label[] => {
    if (!/^(?:propaganda|state-run|pro-government|state-controlled|disinformation)$/u.test(token.low))
      return [];
    const head = tokens[i + 1];
    const name = tokens[i + 2];
    if (head === undefined || name === undefined || !outletHead.test(head.low) || !name.capital) return [];
    let from = i;
    while (from > 0 && tokens[from - 1]!.capital && tokens[from - 1]!.sentence === token.sentence) from--;
    if (determiner.test(tokens[from - 1]?.low ?? '')) from--;
    let to = i + 3;
    while (tokens[to]?.capital === true && tokens[to]!.sentence === token.sentence) to++;
    return [{ entity: text.slice(name.start, tokens[to - 1]!.end), span: [tokens[from]!.start, tokens[to - 1]!.end], marks: [text.slice(token.start, head.end)] }]; // prettier-ignore
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
    .filter(({ entity, adjectival, generic }) => contested.has(entity) && !adjectival && generic !== true)
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
