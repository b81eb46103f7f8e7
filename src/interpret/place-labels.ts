/** Labels of lands and states under marks, or by a name that only one side uses. */
import { sidedNames } from './gazetteer/gazetteer.js';
import { closing, isLoaded, marksIn, opening } from './marks.js';
import { contestedLands, leadingPlace, type Place } from './places.js';
import type { Label } from './label.js';
import type { Token } from './tokens.js';
import { heads, landHeads, loadedHeads, modifiers, partingWords, regimeWords } from './words/labels.js';

const determiner = /^(?:the|a|an|this|that|its|their|his|her|our)$/u;
const official =
  /^(?:(?:Northern |Southern |Eastern |Western )?Republic|Kingdom|State) of |\p{Lu}\p{Ll}+ Republic$/u;

/**
 * "the Ostmark-occupied Tarn region", "so-called Republic of Tarn", "Veloria's breakaway region of Tarn", "the Tarn regime",
 * "the breakaway region" where the article is about one.
 */
export function placeLabels(text: string, tokens: readonly Token[], places: readonly Place[]): Label[] {
  const adjectives = new Set(places.filter(({ adjectival }) => adjectival).map(({ from }) => from));
  const leading = leadingPlace(places, 'contested');
  return places.flatMap((place, at): Label[] => {
    if (place.kind === 'region' || place.generic) return [];
    let { from, to } = place;
    const same = (i: number): boolean => tokens[i]?.sentence === tokens[place.from]!.sentence;
    if (heads.has(tokens[to]?.low ?? '') && same(to)) to++;
    if (place.kind !== 'contested' && to === place.to && tokens[place.from - 1]?.low === 'so-called' && isNounAfter(tokens, to)) return []; // prettier-ignore
    const of = tokens[from - 1]?.low === 'of' && heads.has(tokens[from - 2]?.low ?? '');
    if (of) from -= 2;
    const named = from;
    to = aliasEnd(tokens, places, place, to);
    const quoted = opening.test(tokens[from - 1]?.form ?? '') && closing.test(tokens[to]?.form ?? '');
    const words = text.slice(tokens[from]!.start, tokens[to - 1]!.end);
    const sided = place.kind !== 'state' && (official.test(words.replace(/ \(.*$/u, '')) || sidedNames.has(words.replace(/ \(.*$/u, '')) || sidedNames.has(text.slice(tokens[place.from]!.start, tokens[place.to - 1]!.end))); // prettier-ignore
    if (quoted && sided && place.kind === 'contested') [from, to] = [from - 1, to + 1];
    from = leftEdge(tokens, from, adjectives);
    if (place.adjectival && to === place.to) return [];
    // "the tax regime of Veloria" is no name of it.
    if (of && loadedHeads.has(tokens[named]!.low) && from === named && !determiner.test(tokens[from - 1]?.low ?? '')) return []; // prettier-ignore
    const marks = marksIn(tokens, from, to);
    if (place.kind === 'body' && (named === from || of)) return [];
    // "the “so-called state”": the quotation marks distance once more.
    const scare = marks.length > 0 && opening.test(tokens[from - 1]?.form ?? '') && closing.test(tokens[to]?.form ?? '') ? [text.slice(tokens[from - 1]!.start, tokens[to]!.end)] : []; // prettier-ignore
    if (
      marks.length === 0 &&
      (!sided || (place.kind !== 'contested' && leading !== null && leading !== place.entity))
    )
      return [];
    const head = tokens[of ? place.from - 2 : to - 1]!.low;
    const entity = ofAnother(tokens, place, { from, head, of }, places[at - 1], leading);
    if (entity === null) return [];
    const owner = /^['’]s$/u.test(tokens[from - 1]?.low ?? '') ? places.find((p) => p.to === from - 1) : undefined; // prettier-ignore
    if (owner !== undefined && marks.length > 0 && entity !== owner.entity) from = owner.from;
    if (determiner.test(tokens[from - 1]?.low ?? '') && tokens[from]!.low !== tokens[from - 1]!.low) from--;
    return [{ entity, span: [tokens[from]!.start, tokens[to - 1]!.end], marks: [...marks, ...scare] }];
  });
}

/** Past the same land's other name in brackets: "the Republic of Tarn (Tarnland)". */
function aliasEnd(tokens: readonly Token[], places: readonly Place[], { entity }: Place, to: number): number {
  if (tokens[to]?.form !== '(') return to;
  const alias = places.find((p) => p.from === to + 1 && p.entity === entity && !p.adjectival);
  // "the Tarn Arab Republic (TAR)": an abbreviation is a name of its own.
  const whole =
    alias !== undefined && tokens[alias.to]?.form === ')' && /\p{Ll}/u.test(tokens[alias.from]!.form);
  return whole ? alias.to + 1 : to;
}

/** The first token of a label: over its marks, and over other adjectives where a determiner stands before them. */
function leftEdge(tokens: readonly Token[], named: number, adjectives: ReadonlySet<number>): number {
  let edge = named;
  for (let i = named - 1; i >= 0 && i > named - 8 && tokens[i]!.sentence === tokens[named]!.sentence; i--) {
    const { low, form } = tokens[i]!;
    const mark = (isLoaded(tokens[i]!) && !isDeed(tokens, i)) || low === 'facto' || low === 'de' || (low === 'illegally' && edge < named); // prettier-ignore
    if (mark || low === 'former' || /^(?:Republic|region)$/u.test(form)) edge = i;
    else if (edge < named && (determiner.test(low) || /^['’]s$/u.test(low))) return i + 1;
    else if (!modifiers.has(low) && !adjectives.has(i) && !/^pro-/u.test(low)) break;
  }
  return edge;
}

/** "Ostmark annexed Tarn", "which occupied Tarn": a verb, no mark; a mark stands behind a determiner, a preposition or another mark. */
function isDeed(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:annexed|occupied|disputed)$/u.test(tokens[at]!.low)) return false;
  const before = tokens[at - 1];
  if (before === undefined || before.sentence !== tokens[at]!.sentence || isLoaded(before)) return false;
  return !/^(?:the|a|an|this|its|their|of|in|from|for|to|over|on|with|into|across|within|about|near|illegally|temporarily|currently|still|long|militarily|['’]s)$|^[“"«‘(]$/u.test(before.low); // prettier-ignore
}

/**
 * Whom a label is of: the place itself; but "a breakaway region of Veloria", "the breakaway Velorian region" and "Veloria's
 * breakaway region" are of the land that broke away: the one it is apposed to, or the one that the article is about.
 */
function ofAnother(
  tokens: readonly Token[],
  place: Place,
  { from, head, of }: { from: number; head: string; of: boolean },
  before: Place | undefined,
  leading: string | null,
): string | null {
  const parting = tokens.slice(from, place.from + 1).some((token) => partingWords.has(token.low) || /-(?:held|occupied|annexed)$/u.test(token.low)); // prettier-ignore
  const apposed = of && /^(?:a|an)$/u.test(tokens[from - 1]?.low ?? '');
  const land = landHeads.has(head) && (of || place.adjectival);
  if (!land || !parting || place.kind === 'contested') return place.entity;
  // "the occupied territories of Veloria": which, is not told.
  if (!apposed && /s$/u.test(head)) return null;
  if (!apposed && place.kind !== 'state') return place.entity;
  const named = before !== undefined && !before.adjectival && before.to >= from - 3 && tokens[before.to]?.low === ',' ? before.entity : undefined; // prettier-ignore
  return named ?? leading;
}

/** "the occupied regions", "our breakaway territories": of each of the two or three contested lands of the article; "the breakaway regions of Tarn and Sarn" of those two. */
export function landsLabels(tokens: readonly Token[], places: readonly Place[]): Label[] {
  const lands = contestedLands(places);
  return tokens.flatMap(({ low }, i): Label[] => {
    if (!/^(?:regions|territories|republics|entities)$/u.test(low) || !isLoaded(tokens[i - 1] ?? tokens[i]!))
      return [];
    const owner = /^['’]s$/u.test(tokens[i - 2]?.low ?? '') ? places.find((p) => p.to === i - 2) : undefined;
    const from = owner?.from ?? (determiner.test(tokens[i - 2]?.low ?? '') ? i - 2 : i - 1);
    const listed = tokens[i + 1]?.low === 'of' ? listOf(tokens, places, i + 2) : [];
    if (listed.length < 2 && /^(?:of|in)$/u.test(tokens[i + 1]?.low ?? '')) return [];
    const to = listed.at(-1)?.to ?? i + 1;
    const names = listed.length > 1 ? listed.map(({ entity }) => entity) : lands;
    return names.map((entity) => ({ entity, span: [tokens[from]!.start, tokens[to - 1]!.end], marks: marksIn(tokens, from, to) })); // prettier-ignore
  });
}

/** "Tarn and Sarn", "Tarn, Sarn and Velm", from a token on: contested places alone. */
function listOf(tokens: readonly Token[], places: readonly Place[], at: number): Place[] {
  const list: Place[] = [];
  for (let i = at; i < tokens.length;) {
    const place = places.find((p) => p.from === i && p.kind === 'contested' && !p.adjectival);
    if (place === undefined) break;
    list.push(place);
    i = place.to;
    while (/^(?:,|and)$/u.test(tokens[i]?.low ?? '') && i < place.to + 2) i++;
  }
  return list;
}

/** A lower-case word that is no small word of grammar and no verb form in sight. */
function isNounAfter(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next?.word === true && !next.capital && next.lemma === next.low && next.low.length > 4 && !/ing$|^(?:where|which|while|since|after|before|until|under|about|would|could|should|might|there|their|these|those|because|during|though|whose)$/u.test(next.low); // prettier-ignore
}

/** "the junta", "the military regime in Port Rey": of the place behind it, or of the one that the article is about. */
export function regimeLabels(tokens: readonly Token[], places: readonly Place[]): Label[] {
  const main = mainPlace(places);
  return tokens.flatMap(({ low, sentence }, i): Label[] => {
    if (low !== 'regime' && low !== 'junta') return [];
    let from = i;
    while (regimeWords.has(tokens[from - 1]?.low ?? '')) from--;
    const owner = /^['’]s$/u.test(tokens[from - 1]?.low ?? '') ? places.find((p) => p.to === from - 1) : undefined; // prettier-ignore
    if (owner !== undefined && owner.kind !== 'body')
      return [{ entity: owner.entity, span: [tokens[owner.from]!.start, tokens[i]!.end], marks: marksIn(tokens, from, i + 1) }]; // prettier-ignore
    if (!/^(?:the|this)$/u.test(tokens[from - 1]?.low ?? '') || tokens[from - 1]!.sentence !== sentence) return []; // prettier-ignore
    if (places.some((p) => p.from <= i && p.to > i) || tokens[i + 1]?.low === 'change') return [];
    const place = /^(?:in|of)$/u.test(tokens[i + 1]?.low ?? '') ? (places.find((p) => p.from === i + 2) ?? null) : undefined; // prettier-ignore
    const entity = place === undefined ? main : (place?.entity ?? null);
    const to = place?.to ?? i + 1;
    if (entity === null) return [];
    return [{ entity, span: [tokens[from - 1]!.start, tokens[to - 1]!.end], marks: marksIn(tokens, from, i + 1) }]; // prettier-ignore
  });
}

/** The state or land that an article names at least twice as often as any other. */
function mainPlace(places: readonly Place[]): string | null {
  const counts = new Map<string, number>();
  for (const { entity, kind, generic } of places)
    if (kind !== 'body' && kind !== 'region' && !generic) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] < Math.max(3, 2 * (second?.[1] ?? 0)) ? null : first[0];
}

/** "the Selmont regime", of a seat that no list knows: a capitalised word that is no belief and no person. */
export function seatRegimes(
  tokens: readonly Token[],
  places: readonly Place[],
  people: ReadonlySet<string>,
): Label[] {
  return tokens.flatMap(({ low }, i): Label[] => {
    const seat = tokens[i - 1];
    if (!loadedHeads.has(low) || low === 'entity' || seat === undefined || !seat.capital) return [];
    if (tokens[i - 2]?.low !== 'the' || people.has(seat.form) || /(?:ist|ic|ite|an|ish|ese)$|-/u.test(seat.low)) return []; // prettier-ignore
    if (places.some((p) => p.from < i && p.to >= i)) return [];
    return [{ entity: seat.form, span: [tokens[i - 2]!.start, tokens[i]!.end], marks: [tokens[i]!.form] }];
  });
}
