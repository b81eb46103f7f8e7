/** Finds the places behind a verb or noun: what is recognised, joined, left. */
import type { Place } from './places.js';
import { determiners, fillers, landsAt, possessive, type Reader, type Slot } from './reader.js';

const lists = /^(?:,|and|or|as|well|also|the|both|nor|to|with|by|from)$/;

/** Places from `from` on, over determiners and descriptions, with the list that they open. */
export function objectAt(reader: Reader, from: number): Slot | undefined {
  const { tokens, at } = reader;
  const sentence = tokens[from - 1]?.sentence;
  for (let i = from; i < Math.min(tokens.length, from + 9); i++) {
    const token = tokens[i]!;
    if (token.sentence !== sentence) return undefined;
    const place = at.get(i);
    const lands = place === undefined ? landsAt(reader, i) : undefined;
    if (lands !== undefined) return lands;
    if (place !== undefined && isOwner(reader, place)) return rightsOver(reader, place);
    if (place !== undefined && isNoun(reader, place)) return listFrom(reader, place);
    // "our republics [Tarn and Nelu]": the bracket says which.
    if (token.low === 'our' && tokens[i + 2]?.form === '[') i += 2;
    else if (/^(?:us|our|ours)$/.test(token.low)) {
      const end = /^(?:country|republic|nation|people|state|region)$/.test(tokens[i + 1]?.low ?? '') ? i + 2 : i + 1; // prettier-ignore
      return token.low === 'us' || end === i + 2 ? { names: [], side: true, to: end } : undefined;
    }
    if (place === undefined && !determiners.test(token.low) && !fillers.test(token.low)) return undefined;
  }
  return undefined;
}

/** "Ostmark's annexation", "Ostmark sovereignty": what follows is the object, not the place. */
function isOwner({ tokens }: Reader, { to, adjectival }: Place): boolean {
  const owns = possessive(tokens[to]?.low);
  const what = tokens[owns ? to + 1 : to]?.low ?? '';
  if (/^(?:independence|statehood)$/.test(what)) return false;
  return owns || (adjectival && /^(?:sovereignty|claim|claims|control|rule)$/.test(what));
}

/** "Ostmark's sovereignty over Tarn": Ostmark, over Tarn. Nothing for other things that a place owns. */
function rightsOver(reader: Reader, owner: Place): Slot | undefined {
  const { tokens } = reader;
  const what = possessive(tokens[owner.to]?.low) ? owner.to + 1 : owner.to;
  if (!/^(?:sovereignty|claims?|control|rule)$/.test(tokens[what]?.low ?? '')) return undefined;
  const plain = { names: [owner.entity], side: false, from: owner.from, to: what + 1, over: null };
  if (!/^(?:over|to)$/.test(tokens[what + 1]?.low ?? ''))
    return tokens[what]!.low === 'sovereignty' ? plain : undefined;
  const over = objectAt(reader, what + 2);
  return { names: [owner.entity], side: false, from: owner.from, to: over?.to ?? what + 2, over: over?.names[0] ?? null }; // prettier-ignore
}

/** "do not recognise it", "supplies it with gas": the one contested place that this sentence or the one before names. */
export function itAt({ tokens, at, land, lands }: Reader, from: number): Slot | undefined {
  const pronoun = tokens[from];
  const verb = tokens[from - 1]?.lemma;
  if (pronoun?.low === 'them' && verb === 'recognize' && lands.length > 0) return { names: lands, side: false, to: from + 1 }; // prettier-ignore
  if (pronoun?.low !== 'it') return undefined;
  const named = new Map<string, Place>();
  for (let i = from - 1; i >= 0 && tokens[i]!.sentence >= pronoun.sentence - 1; i--) {
    const place = at.get(i);
    if (place !== undefined && /^(?:contested|own)$/.test(place.kind) && !place.adjectival) named.set(place.entity, place); // prettier-ignore
  }
  const contested = [...named.values()].filter(({ kind }) => kind === 'contested');
  const [only, ...more] = contested.length > 0 ? contested : [...named.values()].slice(0, 1);
  if (only === undefined && land !== null && verb === 'recognize') return { names: [land], side: false, to: from + 1 }; // prettier-ignore
  return only === undefined || more.length > 0
    ? undefined
    : { names: [only.entity], side: false, to: from + 1 };
}

/** An adjective names the place only before "region", "republic" and the like. */
function isNoun({ tokens }: Reader, { adjectival, from, to }: Place): boolean {
  const next = tokens[to];
  // "the Tarn Retailers Association", "Tarn-based"
  const longer = next?.capital === true && next.sentence === tokens[from]!.sentence && next.start === tokens[to - 1]!.end + 1; // prettier-ignore
  if (longer && !/^(?:region|republic|authority)$/.test(next.low)) return false;
  if (/^(?:members?|officials?|diplomats?|envoys?|ambassadors?|troops|forces|soldiers|lawmakers?|leaders?|president|minister|citizens?|footballers?|companies|banks?|positions?|targets?|ships?|villages?|cities|towns|airspace|border|membership|accession|embassy|economy|oil|gas|exports?|passports?)$/.test(next?.low ?? '')) return false; // prettier-ignore
  return !adjectival || /^(?:region|republic|state|government|authorities|territory|side|people|land)$/.test(next?.low ?? ''); // prettier-ignore
}

function listFrom({ tokens, at }: Reader, first: Place): Slot {
  const names = [first.entity];
  let to = first.to;
  let ended = false;
  for (;;) {
    let i = to;
    while (i < tokens.length && lists.test(tokens[i]!.low) && i < to + 4) i++;
    const next = i > to ? at.get(i) : undefined;
    // "joined Ostmark, Veloria said": the speaker is no member of the list.
    if (next === undefined || next.adjectival || tokens[i]!.sentence !== tokens[first.from]!.sentence) break;
    const joint = tokens.slice(to, i).map(({ low }) => low);
    if (possessive(tokens[next.to]?.low) || !joint.some((low) => /^(?:,|and|or|nor)$/.test(low))) break;
    if (/^(?:said|says|and|told|which|who|has|have|is|does|do|will|would)$/.test(tokens[next.to]?.low ?? '') && !goesOn(tokens, at, next)) break; // prettier-ignore
    if (joint.some((low) => /^(?:and|or|nor|as)$/.test(low))) ended = true;
    names.push(next.entity);
    to = next.to;
  }
  // "Tarn, the Pacific state": two names and a comma are no list.
  if (names.length > 1 && !ended && joinedByComma(tokens, first.to)) return { names: [first.entity], side: false, from: first.from, to: first.to, kind: first.kind }; // prettier-ignore
  return { names, side: false, from: first.from, to, kind: first.kind };
}

const joinedByComma = (tokens: Reader['tokens'], at: number): boolean => tokens[at]?.form === ',';

/** "… and Nelu": after "and" the list goes on only where another place follows. */
function goesOn(tokens: Reader['tokens'], at: Reader['at'], { to }: Place): boolean {
  return tokens[to]!.low === 'and' && (at.has(to + 1) || (tokens[to + 1]?.low === 'the' && at.has(to + 2)));
}

/** "by more than a hundred states, including Ostmark and Nelu": those that are named. */
export function membersAfter(reader: Reader, from: number): Slot | undefined {
  const { tokens } = reader;
  for (let i = from; i < Math.min(tokens.length, from + 10); i++) {
    if (tokens[i]!.sentence !== tokens[from - 1]!.sentence) return undefined;
    if (reader.at.has(i) && tokens[i - 1]?.low !== 'of') return undefined;
    if (/^(?:including|notably|like|among)$/.test(tokens[i]!.low)) {
      return objectAt(reader, /^(?:them|these)$/.test(tokens[i + 1]?.low ?? '') ? i + 2 : i + 1);
    }
  }
  return undefined;
}

/** "recognised by Ostmark", "only by Ostmark": the places behind "by". */
export function byAfter(reader: Reader, from: number): Slot | undefined {
  const { tokens } = reader;
  for (let i = from; i < Math.min(tokens.length, from + 5); i++) {
    if (tokens[i]!.sentence !== tokens[from - 1]!.sentence) return undefined;
    if (tokens[i]!.low === 'by') {
      const members = /^(?:\d|some|about|more|over|around|nearly|almost|most|many|only|several|other|various|dozens|hundreds|a|the|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+t(?:y|een))/u.test(tokens[i + 1]?.low ?? '') ? membersAfter(reader, i + 1) : undefined; // prettier-ignore
      return members ?? objectAt(reader, i + 1);
    }
    if (!/ly$|^(?:only|far|so)$/.test(tokens[i]!.low)) return undefined;
  }
  return undefined;
}
