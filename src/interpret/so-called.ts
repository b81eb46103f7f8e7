/** "the so-called Treaty of Deep Alliance", "the so-called 'reconciliation bureau'": things with a name, and claims, that are held at a distance. */
import type { Label } from './label.js';
import { marksIn } from './marks.js';
import { contestedLands, lastContested, leadingPlace, type Place } from './places.js';
import type { Token } from './tokens.js';
import { claimModifiers, claims, institutions, offices } from './words/labels.js';

const treaty = /^(?:treaty|agreement|accord|pact|compact|memorandum|law|act)$/;
const within = /^(?:of|on|for|and|the)$/;

/** @returns labels of what "so-called" stands before, where neither a place nor an office does, in text order. */
export function soCalledLabels(text: string, tokens: readonly Token[], places: readonly Place[]): Label[] {
  return tokens.flatMap(({ low, sentence }, i): Label[] => {
    if (low !== 'so-called') return [];
    const from = tokens[i - 1]?.low === 'the' ? i - 1 : i;
    const named = nameEnd(tokens, i + 1);
    if (named > i + 1 && !places.some((p) => p.kind !== 'body' && p.from < named && p.to > i)) return [label(tokens, from, named, text.slice(tokens[i + 1]!.start, tokens[named - 1]!.end))]; // prettier-ignore
    let to = i + 1;
    while (claimModifiers.has(tokens[to]?.low ?? '')) to++;
    const modified = to > i + 1;
    while (tokens[to]?.sentence === sentence && claims.has(tokens[to]!.low) && to < i + 5) to++;
    if (!claims.has(tokens[to - 1]!.low) || (!modified && institutions.has(tokens[to - 1]!.low)) || offices.has(tokens[to - 1]!.low)) return []; // prettier-ignore
    return claimed(tokens, places, from, to);
  });
}

/** A claim is of the land behind it, of each of the contested lands where it is told of them all, or of the one spoken of. */
function claimed(tokens: readonly Token[], places: readonly Place[], from: number, to: number): Label[] {
  const tied = /^(?:of|in|for)$/.test(tokens[to]?.low ?? '');
  const land = tied
    ? places.find((p) => p.from === to + 1 && p.kind === 'contested' && !p.adjectival)
    : undefined;
  if (land !== undefined) return [label(tokens, from, land.to, land.entity)];
  const many = tied && tokens.slice(to + 1, to + 4).some(({ low }) => /^(?:regions|territories|republics)$/.test(low)); // prettier-ignore
  if (many) return contestedLands(places).map((entity) => label(tokens, from, to, entity));
  const entity = leadingPlace(places, 'contested') ?? lastContested(tokens, places, from);
  return entity === null ? [] : [label(tokens, from, to, entity)];
}

/** Past a name ("Treaty of Deep Alliance", "treaty on alliance"); `from` where there is none. */
function nameEnd(tokens: readonly Token[], from: number): number {
  if (!treaty.test(tokens[from]?.low ?? '')) return from;
  let to = from + 1;
  if (!tokens[from]!.capital)
    return tokens[to]?.low === 'on' && tokens[to + 1]?.word === true ? to + 2 : from;
  while (tokens[to]?.sentence === tokens[from]!.sentence && (tokens[to]!.capital || within.test(tokens[to]!.low))) to++; // prettier-ignore
  while (!tokens[to - 1]!.capital) to--;
  return to;
}

function label(tokens: readonly Token[], from: number, to: number, entity: string): Label {
  return { entity, span: [tokens[from]!.start, tokens[to - 1]!.end], marks: marksIn(tokens, from, to) };
}
