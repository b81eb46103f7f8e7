/** Relations told in passing: "Ostmark, a member of the Union", "Union members Ostmark and Nelu", "its ally Nelu". */
import { objectAt } from './objects.js';
import type { Place } from './places.js';
import type { Proposition } from './proposition.js';
import { determiners, fillers, possessive, type Reader } from './reader.js';
import { opening, sentenceStart } from './subjects.js';

/** @returns propositions that are told as facts, in text order. */
export function findStatuses(reader: Reader): Proposition[] {
  return reader.tokens.flatMap((token, i) => {
    if (/^members?$/.test(token.low)) return memberships(reader, i);
    return /^(?:ally|allies)$/.test(token.low) ? alliances(reader, i) : [];
  });
}

function memberships(reader: Reader, at: number): Proposition[] {
  const { tokens } = reader;
  const body = reader.at.get(at - 1);
  const of = tokens[at + 1]?.low === 'of' ? objectAt(reader, at + 2) : undefined;
  const union = body?.kind === 'body' ? body.entity : of?.kind === 'body' ? of.names[0] : undefined;
  if (union === undefined) return [];
  const before = apposedTo(reader, body?.from ?? at);
  if (before !== undefined && tokens[at]!.low === 'member') return [told(at, 'join', before, [union], Math.max(at + 1, of?.to ?? 0))]; // prettier-ignore
  const listed = /^[–—:-]$/.test(tokens[at + 1]?.form ?? '') ? at + 2 : at + 1;
  const named = body === undefined ? undefined : objectAt(reader, listed);
  if (named === undefined || named.side || named.kind === 'body' || named.from !== listed) return [];
  return [{ ...told(at, 'join', body!, [union], named.to), subjects: named.names }];
}

function alliances(reader: Reader, at: number): Proposition[] {
  const { tokens } = reader;
  const of = tokens[at + 1]?.low === 'of' ? objectAt(reader, at + 2) : undefined;
  const before = apposedTo(reader, at);
  if (of !== undefined && !of.side) return before === undefined ? [] : [told(at, 'ally', before, of.names, of.to)]; // prettier-ignore
  const owner = ownerOf(reader, at);
  if (owner === undefined) return [];
  const listed = /^(?:,|including|among|notably)$/.test(tokens[at + 1]?.low ?? '');
  let next = at + 1;
  if (listed) while (next < at + 5 && /^(?:,|including|among|them|notably)$/.test(tokens[next]?.low ?? '')) next++; // prettier-ignore
  if (listed && tokens[at + 1]!.form === ',' && next === at + 2) return [];
  const named = objectAt(reader, next);
  if (named === undefined || named.side || named.kind === 'body' || named.from !== next) return [];
  const objects = named.names.filter((name) => name !== owner.entity);
  return objects.length === 0 ? [] : [told(at, 'ally', owner, objects, named.to)];
}

/** "Ostmark, a full member", "Ostmark, a Union member": the place before the comma. */
function apposedTo({ tokens, at }: Reader, noun: number): Place | undefined {
  let i = noun - 1;
  while (i > noun - 6 && i > 0 && (fillers.test(tokens[i]!.low) || /^(?:long-time|loyal|key|nato|eu)$/.test(tokens[i]!.low))) i--; // prettier-ignore
  if (!/^(?:a|an)$/.test(tokens[i]?.low ?? '') || tokens[i - 1]?.form !== ',') return undefined;
  const place = at.get(i - 2);
  return place === undefined || place.adjectival || place.kind === 'body' ? undefined : place;
}

/** "Ostmark's allies", "its ally" in a sentence that opens with Ostmark. */
function ownerOf(reader: Reader, noun: number): Place | undefined {
  const { tokens, at } = reader;
  let i = noun - 1;
  while (i > noun - 4 && i > 0 && !at.has(i) && !determiners.test(tokens[i]!.low) && !possessive(tokens[i]!.low) && tokens[i]!.word) i--; // prettier-ignore
  if (possessive(tokens[i]?.low)) {
    const owner = at.get(i - 1);
    return owner?.kind === 'body' ? undefined : owner;
  }
  if (tokens[i]?.low !== 'its') return undefined;
  const topic = opening(reader, sentenceStart(tokens, i), i);
  return topic?.names.length === 1 ? at.get(topic.to - 1) : undefined;
}

function told(
  trigger: number,
  relation: Proposition['relation'],
  subject: Place,
  objects: readonly string[],
  to: number,
): Proposition {
  return {
    relation, ends: false, form: 'verb', trigger, from: Math.min(subject.from, trigger), to, subjects: [subject.entity], side: false,
    objects, objectIsSide: false, over: null, polarity: 'affirmed',
  }; // prettier-ignore
}
