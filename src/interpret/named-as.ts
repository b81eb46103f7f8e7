/** Labels behind verbs of naming: "considers Tarn its northern region", "calls it South Tarn Province", "lists the Front as a terrorist organisation". */
import type { Label } from './label.js';
import { closing, isLoaded, marksIn, opening } from './marks.js';
import { lastContested, leadingPlace, type Place } from './places.js';
import type { Token } from './tokens.js';
import { provinces, scornful } from './words/labels.js';

const naming =
  /^(?:refer|consider|regard|view|see|treat|claim|call|describe|label|dub|brand|term|list|designate|make)$/;
const pronoun = /^(?:it|them|itself|themselves)$/;
const owning = /^(?:its|their|a|an|the)$/;
/** What a province is called beside whose it is: "its ninth province", "its northern region". */
const placing = /^(?:own|northern|southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern|sovereign|historic|historical|lost|wayward|renegade|rebel|breakaway|occupied|\p{L}+th|first|second|third)$/u; // prettier-ignore
const terror = /^(?:terrorist|extremist|terror)$/;
const group = /^(?:organi[sz]ation|group|entity|movement)$/;

/** Whom a verb names, and the first token behind; null where it is not plain. */
type Named = { readonly entity: string; readonly to: number } | null;

/** @returns labels in text order; none where whom they are of is not plain. */
export function namedAs(tokens: readonly Token[], places: readonly Place[]): Label[] {
  return tokens.flatMap((token, i): Label[] => {
    if (!naming.test(token.lemma)) return [];
    const object = objectOf(tokens, places, tokens[i + 1]?.low === 'to' ? i + 1 : i);
    if (object === null) return [];
    // "Sarmene claims the island": never the one that claims.
    if (places.some((p) => p.entity === object.entity && p.to === i)) return [];
    const from = tokens[object.to]?.low === 'as' ? object.to + 1 : object.to;
    const to = labelEnd(tokens, from, token.lemma);
    if (to === from) return [];
    const quoted = opening.test(tokens[from]?.form ?? '');
    const [first, last] = quoted && closing.test(tokens[to - 1]!.form) ? [from + 1, to - 1] : [from, to];
    return [{ entity: object.entity, span: [tokens[first]!.start, tokens[last - 1]!.end], marks: marksIn(tokens, first, last, scornful) }]; // prettier-ignore
  });
}

/** What a verb of naming names: the place behind it, or the one that its pronoun stands for, or, for "which the Union lists as", before it. */
function objectOf(tokens: readonly Token[], places: readonly Place[], verb: number): Named {
  const next = tokens[verb + 1]?.low ?? '';
  if (next === 'as') {
    const which = tokens.findLastIndex(({ low }, at) => at < verb && at > verb - 7 && low === 'which');
    const before = places.find(
      (p) => p.to === which || (p.to === which - 1 && tokens[which - 1]?.low === ','),
    );
    return before === undefined ? null : { entity: before.entity, to: verb + 1 };
  }
  if (pronoun.test(next)) {
    const last = lastContested(tokens, places, verb);
    return last === null ? null : { entity: last, to: verb + 2 };
  }
  const at = tokens.findIndex(
    ({ low }, i) => i > verb && !/^(?:the|“|"|self-governed|self-ruled|disputed|breakaway)$/.test(low),
  );
  const ruled =
    at >= 0 &&
    /^(?:government|administration|authorities)$/.test(tokens[at]!.low) &&
    tokens[at + 1]?.low === 'in';
  const place = places.find(
    (p) => p.from <= (ruled ? at + 2 : at) && p.to > (ruled ? at + 2 : at) && !p.adjectival,
  );
  if (place === undefined) return described(tokens, places, verb, at);
  if (tokens[place.from]!.sentence !== tokens[verb]!.sentence || place.kind === 'state') return null;
  if (place.seat === true || ruled)
    return ruled && place.kind === 'contested'
      ? { entity: place.entity, to: place.to }
      : ruled
        ? spokenOf(tokens, places, verb, place.to)
        : null;
  return { entity: place.entity, to: place.to };
}

/** "the island", "the land": the contested place that the article speaks of. */
function described(tokens: readonly Token[], places: readonly Place[], verb: number, at: number): Named {
  const land = at > verb + 1 && /^(?:island|land|region|territory|area|country)$/.test(tokens[at]?.low ?? '');
  return land ? spokenOf(tokens, places, verb, at + 1) : null;
}

function spokenOf(tokens: readonly Token[], places: readonly Place[], verb: number, to: number): Named {
  const entity = leadingPlace(places, 'contested') ?? lastContested(tokens, places, verb);
  return entity === null ? null : { entity, to };
}

/** Past the words of the label; `from` where they are none. */
function labelEnd(tokens: readonly Token[], from: number, verb: string): number {
  let i = from;
  const whole = quotedEnd(tokens, i);
  if (whole > i) return whole;
  const owned = owning.test(tokens[i]?.low ?? '');
  if (owned) i++;
  if (owned && terror.test(tokens[i]?.low ?? '') && group.test(tokens[i + 1]?.low ?? '')) return i + 2;
  if (verb !== 'make' && /^(?:its|their|a|an)$/.test(tokens[from]?.low ?? '')) {
    const inside = quotedEnd(tokens, i);
    if (inside > i) return inside;
    while (placing.test(tokens[i]?.low ?? '')) i++;
    // "its own territory" says whose it is, and no more.
    const bare = i === from + 1 || (i === from + 2 && tokens[i - 1]!.low === 'own');
    return provinces.has(tokens[i]?.low ?? '') && !bare ? i + 1 : from;
  }
  if (owned || verb !== 'call') return from;
  while (tokens[i]?.capital === true && tokens[i]!.sentence === tokens[from]!.sentence) i++;
  return i > from + 1 && provinces.has(tokens[i - 1]!.low) ? i : from;
}

/** Past a short quotation that names a land: '“recovered provinces”', '"a province with a flag"'. */
function quotedEnd(tokens: readonly Token[], open: number): number {
  if (!opening.test(tokens[open]?.form ?? '')) return open;
  const close = tokens.findIndex((t, at) => at > open + 1 && at < open + 8 && closing.test(t.form));
  const inside = tokens.slice(open + 1, close);
  if (close === -1 || inside.some(({ word }) => !word)) return open;
  return inside.some((t) => provinces.has(t.low) || t.low === 'institutions') && inside.slice(0, 4).some((t) => provinces.has(t.low) || t.low === 'institutions' || isLoaded(t)) ? close + 1 : open; // prettier-ignore
}
