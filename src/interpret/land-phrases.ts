/** What contested lands are called without their name, or by one that makes them a part of a state: descriptions, provinces, parts. */
import type { Label } from './label.js';
import { isLoaded, marksIn, opening } from './marks.js';
import { lastContested, leadingPlace, type Place } from './places.js';
import type { Token } from './tokens.js';
import { provinces, rulers } from './words/labels.js';

type Finder = (tokens: readonly Token[], places: readonly Place[], at: number) => Label | null;

/** @param quoted whether the token at an index stands in somebody's words. @returns labels in text order. */
export function landPhrases(
  tokens: readonly Token[],
  places: readonly Place[],
  quoted: (at: number) => boolean,
): Label[] {
  const everywhere: Finder[] = [ruledLand, ownProvince, occupiedPart, isProvince];
  const inWords: Finder[] = [partOf, seatedRulers];
  return tokens.flatMap((_, i) => {
    const told = everywhere.flatMap((find) => find(tokens, places, i) ?? []);
    const said = inWords.flatMap((find) => find(tokens, places, i) ?? []);
    return said.length > 0 && quoted(i) ? [...told, ...said] : told;
  });
}

/** "the Tarn region" where Tarn calls itself a state: a region of whom is left unsaid. */
export function regionNames(
  tokens: readonly Token[],
  places: readonly Place[],
  stateLike: (entity: string) => boolean,
): Label[] {
  return places.flatMap(({ entity, from, to, kind, generic, seat }): Label[] => {
    const named = /(?:district|province|region)$/u.test(tokens[to - 1]!.low) ? to : to + 1;
    const region = /^(?:district|province|region)$/u.test(tokens[named - 1]?.low ?? '') && tokens[named - 1]!.sentence === tokens[from]!.sentence;
    const bare = tokens[from - 1]?.low === 'the' && tokens[named]?.capital !== true;
    if (kind !== 'contested' || generic === true || seat === true || !region || !bare || !stateLike(entity)) return [];
    return [label(tokens, from - 1, named, entity)];
  }); // prettier-ignore
}

const ruledMark = /^(?:self-ruled|self-governing|self-administered)$/;

/** "the self-ruled island", "the democratically governed island". */
function ruledLand(tokens: readonly Token[], places: readonly Place[], at: number): Label | null {
  if (!/^(?:island|territory|enclave|democracy)$/.test(tokens[at]!.low)) return null;
  const land = tokens[at + 1]?.low === 'of' ? places.find((p) => p.from === at + 2 && p.kind === 'contested') : undefined; // prettier-ignore
  if (tokens[at + 1]?.low === 'of' && land === undefined) return null;
  const self = ruledMark.test(tokens[at - 1]?.low ?? '');
  const governed = /^(?:governed|ruled|run)$/.test(tokens[at - 1]?.low ?? '') && /^(?:democratically|self)$/.test(tokens[at - 2]?.low ?? ''); // prettier-ignore
  const from = self ? at - 2 : at - 3;
  const entity = (self || governed) && /^(?:the|a)$/.test(tokens[from]?.low ?? '') ? (land?.entity ?? spokenOf(tokens, places, at)) : null; // prettier-ignore
  if (entity === null) return null;
  return { ...label(tokens, from, land?.to ?? at + 1, entity), marks: self ? [tokens[at - 1]!.form] : [] };
}

/** "its occupied region", "sovereignty over its southern provinces": what a state calls the contested land. */
function ownProvince(tokens: readonly Token[], places: readonly Place[], at: number): Label | null {
  if (!provinces.has(tokens[at]!.low) || /^(?:of|in)$/.test(tokens[at + 1]?.low ?? '')) return null;
  const before = tokens[at - 1];
  if (before === undefined || tokens[at - 2]?.low !== 'its') return null;
  const marked = isLoaded(before);
  const over = /^(?:southern|northern|eastern|western)$/.test(before.low) && /^(?:over|of)$/.test(tokens[at - 3]?.low ?? '') && /^(?:sovereignty|independence|integrity|secession)$/.test(tokens[at - 4]?.low ?? ''); // prettier-ignore
  // Of several lands, as "its occupied regions" may be, none is picked.
  if ((!marked && !over) || (marked && /s$/.test(tokens[at]!.low))) return null;
  const entity = spokenOf(tokens, places, at);
  return entity === null ? null : label(tokens, at - 2, at + 1, entity);
}

/** "the occupied north of Halm", "the occupied part of the city", "the Ostmark-held north". */
function occupiedPart(tokens: readonly Token[], places: readonly Place[], at: number): Label | null {
  const { low } = tokens[at]!;
  const mark = tokens[at - 1];
  if (!/^(?:north|south|east|west|part|parts|areas)$/.test(low) || mark === undefined || !isLoaded(mark)) return null; // prettier-ignore
  if (tokens[at - 2]?.low !== 'the' || tokens[at + 1]?.capital === true) return null;
  const place =
    tokens[at + 1]?.low === 'of' ? places.find((p) => p.from === at + 2 && !p.adjectival) : undefined;
  if (tokens[at + 1]?.low === 'of' && place === undefined) return null;
  const entity =
    place?.kind === 'contested' && place.seat !== true ? place.entity : spokenOf(tokens, places, at);
  return entity === null ? null : label(tokens, at - 2, place?.to ?? at + 1, entity);
}

/** "Tarn is an occupied territory", "Tarn is not a province". */
function isProvince(tokens: readonly Token[], places: readonly Place[], at: number): Label | null {
  if (!provinces.has(tokens[at]!.low) || /^(?:of|in)$/.test(tokens[at + 1]?.low ?? '')) return null;
  const marked = isLoaded(tokens[at - 1]!);
  const from = marked ? at - 2 : at - 1;
  if (!/^an?$/.test(tokens[from]?.low ?? '') || (!marked && tokens[at]!.low !== 'province')) return null;
  let verb = from - 1;
  if (/^(?:not|never|n't|still)$/.test(tokens[verb]?.low ?? '')) verb--;
  if (!/^(?:is|was|are|were|remains|be)$/.test(tokens[verb]?.low ?? '')) return null;
  const end = opening.test(tokens[verb - 1]?.form ?? '') ? verb - 1 : verb;
  const subject = places.find((p) => p.to === end && p.kind === 'contested' && !p.adjectival);
  return subject === undefined ? null : label(tokens, from, at + 1, subject.entity);
}

/** "an inalienable part of Veloria", in the words of who says so. */
function partOf(tokens: readonly Token[], places: readonly Place[], at: number): Label | null {
  const kind = /^(?:inseparable|inalienable|integral|indivisible)$/.test(tokens[at - 1]?.low ?? '');
  if (!kind || tokens[at]!.low !== 'part' || tokens[at - 2]?.low !== 'an') return null;
  const whole =
    tokens[at + 1]?.low === 'of' ? places.find((p) => p.from === at + 2 && !p.adjectival) : undefined;
  const owned = /^['’]s$/u.test(tokens[whole?.to ?? -1]?.low ?? '') && /^(?:territory|soil|land)$/.test(tokens[whole!.to + 1]?.low ?? ''); // prettier-ignore
  const entity = spokenOf(tokens, places, at);
  if (entity === null || entity === whole?.entity) return null;
  const to = whole === undefined ? at + 1 : owned ? whole.to + 2 : whole.to;
  return label(tokens, at - 2, to, entity);
}

/** "the administration in Teska": who rules there is called after the seat alone. */
function seatedRulers(tokens: readonly Token[], places: readonly Place[], at: number): Label | null {
  if (!rulers.has(tokens[at]!.low) || tokens[at + 1]?.low !== 'in' || tokens[at - 1]?.low !== 'the') return null; // prettier-ignore
  const seat = places.find((p) => p.from === at + 2 && p.seat === true && p.kind === 'contested');
  return seat === undefined ? null : label(tokens, at - 1, seat.to, seat.entity);
}

/** The contested land that the article is about, or else the one spoken of last. */
function spokenOf(tokens: readonly Token[], places: readonly Place[], at: number): string | null {
  return leadingPlace(places, 'contested') ?? lastContested(tokens, places, at);
}

function label(tokens: readonly Token[], from: number, to: number, entity: string): Label {
  return { entity, span: [tokens[from]!.start, tokens[to - 1]!.end], marks: marksIn(tokens, from, to) };
}
