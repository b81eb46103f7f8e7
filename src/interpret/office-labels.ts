/** Labels of offices, institutions, claims and media under marks. */
import type { ArticleEntity, Resolution } from '../terms/resolution.js';
import { overlaps, type Span } from '../terms/span.js';
import type { Label } from './label.js';
import { closing, isLoaded, marksIn, opening } from './marks.js';
import { lastContested, leadingPlace, type Place } from './places.js';
import type { Token } from './tokens.js';
import { claimModifiers, claims, institutions, mediaHeads, mediaMarks, offices } from './words/labels.js';

const determiner = /^(?:the|a|an|this|its|their|his|her|our)$/u;
const claimed = /^(?:so-called|self-proclaimed|self-declared|self-styled|self-appointed|separatist|breakaway|secessionist|puppet|unrecogni[sz]ed|illegitimate|occupation|[\p{L}’'-]+-(?:installed|appointed|backed|imposed))$/u; // prettier-ignore

/**
 * "the de facto president", "the self-proclaimed parliament", "the so-called speaker of parliament": an office is of the
 * person who is told to hold it, an institution of its land.
 */
export function officeLabels(
  text: string,
  tokens: readonly Token[],
  places: readonly Place[],
  { entities }: Resolution,
): Label[] {
  const leading = leadingPlace(places, 'contested');
  return tokens.flatMap((token, i): Label[] => {
    const facto = token.low === 'de' && tokens[i + 1]?.low === 'facto';
    if (!facto && !claimed.test(token.low)) return [];
    if (!facto && token.low.includes('-') && !isLoaded(token)) return [];
    const noun = i + (facto ? 2 : 1);
    const adjective = places.find((p) => p.from === noun && p.adjectival);
    const to = officeEnd(tokens, adjective?.to ?? noun);
    if (to === (adjective?.to ?? noun) || places.some((p) => p !== adjective && p.from < to && p.to > i)) return []; // prettier-ignore
    const institution = tokens.slice(noun, to).some(({ low }) => institutions.has(low) || claims.has(low) || low === 'assembly') && !tokens.slice(noun, to).some(({ low }) => offices.has(low)); // prettier-ignore
    if (adjective !== undefined && institution) return [];
    const seat = /^(?:in|of)$/u.test(tokens[to]?.low ?? '') ? places.find((p) => !p.adjectival && (p.from === to + 1 || (p.from === to + 2 && tokens[to + 1]?.low === 'the'))) : undefined; // prettier-ignore
    const owner = /^['’]s$/u.test(tokens[i - 1]?.low ?? '') ? places.find((p) => p.to === i - 1) : undefined;
    // "Tarn's de facto president": the label is of the office, its owner no part of it; an institution has no other name.
    const start = owner === undefined && determiner.test(tokens[i - 1]?.low ?? '') ? i - 1 : i;
    const from = owner !== undefined && institution ? owner.from : start;
    const end = institution && seat?.from === to + 1 && !sameLand(owner, seat) ? seat.to : to;
    const span: Span = [tokens[from]!.start, tokens[end - 1]!.end];
    const person = institution ? undefined : (holderOf(text, entities, places, span) ?? headOf(tokens, entities, places, noun, leading)); // prettier-ignore
    const land = [adjective, owner, seat].find((p) => p?.kind === 'contested' || (p?.kind === 'own' && institution))?.entity ?? (owner === undefined && seat === undefined && adjective === undefined ? (leading ?? lastContested(tokens, places, i)) : null); // prettier-ignore
    const other =
      seat !== undefined && seat.kind === 'own' ? (leading ?? lastContested(tokens, places, i)) : null;
    const entity = person?.name ?? other ?? land;
    return entity === null ? [] : [{ entity, span, marks: marksIn(tokens, from, end) }];
  });
}

const sameLand = (a: Place | undefined, b: Place): boolean => a?.entity === b.entity;

/** Past the words of an office or institution, in quotation marks or not: "foreign minister", "speaker of parliament". */
function officeEnd(tokens: readonly Token[], from: number): number {
  if (opening.test(tokens[from]?.form ?? '')) {
    const close = tokens.findIndex((t, at) => at > from && at < from + 6 && closing.test(t.form));
    const inside = tokens.slice(from + 1, close);
    return close > from && inside.length > 0 && inside.every((t) => isOffice(t) || t.capital || /^(?:of|['’]s)$/u.test(t.low)) ? close + 1 : from; // prettier-ignore
  }
  let to = from;
  while (to < from + 5 && tokens[to] !== undefined && isOffice(tokens[to]!)) to++;
  if (to === from + 1 && opening.test(tokens[to]?.form ?? '')) return Math.max(to, officeEnd(tokens, to));
  const whole = tokens[to]?.low === 'of' && /^(?:parliament|state|government|staff|security)$/u.test(tokens[to + 1]?.low ?? ''); // prettier-ignore
  return whole && to > from ? to + 2 : to;
}

function isOffice({ low }: Token): boolean {
  return offices.has(low) || institutions.has(low);
}

function holderOf(
  text: string,
  entities: readonly ArticleEntity[],
  places: readonly Place[],
  span: Span,
): ArticleEntity | undefined {
  return entities.find(
    ({ name, type, role, mentions }) =>
      type === 'person' &&
      !places.some((p) => name.endsWith(p.entity)) &&
      (mentions.some((mention) => overlaps(mention, span)) || isRole(text, role, span)),
  );
}

/** "the so-called president", of one who is told to lead the land that the article is about; the only such person, or nobody. */
function headOf(
  tokens: readonly Token[],
  entities: readonly ArticleEntity[],
  places: readonly Place[],
  noun: number,
  leading: string | null,
): ArticleEntity | undefined {
  if (leading === null || !/^(?:president|leader|official)$/u.test(tokens[noun]!.low)) return undefined;
  const land = places.filter((p) => p.entity === leading && p.generic !== true);
  const names = new Set(land.map((p) => tokens.slice(p.from, p.to).map(({ form }) => form).join(' '))); // prettier-ignore
  const [only, ...more] = entities.filter(({ type, role }) => type === 'person' && role !== null && highest.test(role) && [...names].some((name) => role.includes(name))); // prettier-ignore
  return more.length === 0 ? only : undefined;
}

const highest = /^(?:(?!former|opposition).)*\b(?:president|leader|prime minister)\b/iu;

function isRole(text: string, role: string | null, span: Span): boolean {
  if (role === null) return false;
  const at = text.indexOf(role);
  return at >= 0 && overlaps([at, at + role.length], span);
}

/** 'Tarn's “president”', 'the so-called “government” in Tarn', '“president” of Tarn': an office in scare quotes, of a place or of who is told to hold it. */
export function scareLabels(
  text: string,
  tokens: readonly Token[],
  places: readonly Place[],
  { entities }: Resolution,
): Label[] {
  const leading = leadingPlace(places, 'contested');
  return tokens.flatMap((token, open): Label[] => {
    if (!opening.test(token.form)) return [];
    const close = scareEnd(tokens, open);
    if (close === open) return [];
    const owner = /^['’]s$/u.test(tokens[open - 1]?.low ?? '') ? places.find((p) => p.to === open - 1) : places.find((p) => p.to === open && p.adjectival); // prettier-ignore
    const seat = /^(?:of|in)$/u.test(tokens[close + 1]?.low ?? '') ? places.find((p) => p.from === close + 2 || p.from === close + 3) : undefined; // prettier-ignore
    const spokenOf = /^(?:word|words|term|name|phrase|calls?|called)$/u.test(tokens[open - 1]?.low ?? '');
    const alone = !spokenOf && owner === undefined && seat === undefined && claims.has(tokens[close - 1]!.low); // prettier-ignore
    const land = owner?.entity ?? seat?.entity ?? (alone ? (leading ?? lastContested(tokens, places, open)) : null); // prettier-ignore
    if (land === null) return [];
    let from = owner?.from ?? open;
    while (from > 0 && tokens[from - 1]!.word && (isArticle(tokens[from - 1]!, alone) || isLoaded(tokens[from - 1]!))) from--; // prettier-ignore
    const to = owner === undefined && seat !== undefined ? seat.to : close + 1;
    const entity = apposed(text, tokens, entities, to) ?? land;
    return [{ entity, span: [tokens[from]!.start, tokens[to - 1]!.end], marks: marksIn(tokens, from, to) }];
  });
}

/** The closing mark of an office or a claim in quotation marks; `open` where something else stands in them. */
function scareEnd(tokens: readonly Token[], open: number): number {
  let close = open + 1;
  while (close < open + 4 && [offices, claims, claimModifiers].some((list) => list.has(tokens[close]?.low ?? ''))) close++; // prettier-ignore
  const whole = closing.test(tokens[close]?.form ?? '') && close > open + 1;
  return whole && !claimModifiers.has(tokens[close - 1]!.low) ? close : open;
}

/** 'a “referendum”': the article is no part of what the thing is called. */
function isArticle({ low }: Token, alone: boolean): boolean {
  return determiner.test(low) && !(alone && /^an?$/u.test(low));
}

/** The person named right behind a label: "…, Vadim Kras,". */
function apposed(
  text: string,
  tokens: readonly Token[],
  entities: readonly ArticleEntity[],
  to: number,
): string | undefined {
  const at = tokens[tokens[to]?.form === ',' ? to + 1 : to]?.start;
  if (at === undefined) return undefined;
  return entities.find(({ name, type }) => type === 'person' && name.includes(' ') && text.startsWith(name, at))?.name; // prettier-ignore
}

/** "the Ostmark propaganda outlet Beacon". */
export function outletLabels(text: string, tokens: readonly Token[]): Label[] {
  return tokens.flatMap((token, i): Label[] => {
    if (!mediaMarks.has(token.low)) return [];
    const head = tokens[i + 1];
    const name = tokens[i + 2];
    if (head === undefined || name === undefined || !mediaHeads.has(head.low) || !name.capital) return [];
    if (name.sentence !== token.sentence) return [];
    let from = i;
    while (from > 0 && tokens[from - 1]!.capital && tokens[from - 1]!.sentence === token.sentence) from--;
    if (determiner.test(tokens[from - 1]?.low ?? '')) from--;
    let to = i + 3;
    while (tokens[to]?.capital === true && tokens[to]!.sentence === token.sentence) to++;
    return [{ entity: text.slice(name.start, tokens[to - 1]!.end), span: [tokens[from]!.start, tokens[to - 1]!.end], marks: [text.slice(token.start, head.end)] }]; // prettier-ignore
  });
}
