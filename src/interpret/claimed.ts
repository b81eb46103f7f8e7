/** Lands that a state holds to be its own: "Ostmark considers Tarn its northern region", "claims the island as its province". */
import { objectAt } from './objects.js';
import type { Proposition } from './proposition.js';
import { representatives, type Reader } from './reader.js';
import { subjectBefore } from './subjects.js';

const claiming = /^(?:claim|consider|regard|see|view|treat)$/;
const land =
  /^(?:territory|territories|region|province|provinces|part|land|lands|own|soil|district|island|republic)$/;
const describing = /^(?:own|northern|southern|eastern|western|sovereign|historic|historical|inalienable|integral|inseparable|renegade|lost|wayward|rebel|breakaway|rightful|occupied|\p{L}+th|“|"|‘)$/u; // prettier-ignore

/** @returns propositions that the land is part of the state, told as that state's claim, in text order. */
export function findClaimed(reader: Reader): Proposition[] {
  return reader.tokens.flatMap((token, i) => (claiming.test(token.lemma) ? claimedAt(reader, i) : []));
}

function claimedAt(reader: Reader, verb: number): Proposition[] {
  const { tokens } = reader;
  const object = objectAt(reader, verb + 1);
  const [claimed, ...others] = object?.names ?? [];
  if (object === undefined || claimed === undefined || others.length > 0 || object.kind === 'body') return [];
  const end = ownEnd(reader, object.to);
  const claimant = subjectBefore(reader, verb);
  const [subject, ...more] = claimant.names;
  if (end === -1 || subject === undefined || more.length > 0 || subject === claimed) return [];
  if (tokens.slice(claimant.to, verb).some(({ low }) => /^(?:not|n't|never|no)$/.test(low))) return [];
  return [
    {
      relation: 'part-of', ends: false, form: 'verb', trigger: object.from ?? verb + 1, from: Math.min(claimant.from ?? verb, verb), to: end,
      subjects: [claimed], side: false, objects: [subject], objectIsSide: false, over: null, polarity: 'affirmed', claimed: true,
    },
  ]; // prettier-ignore
}

/** Past "as its ninth province", "to be part of its territory", "its own"; -1 where the words say nothing of the kind. */
function ownEnd({ tokens }: Reader, from: number): number {
  let i = from;
  while (representatives.test(tokens[i]?.low ?? '')) i++;
  if (tokens[i]?.low === 'as') i++;
  else if (tokens[i]?.low === 'to' && tokens[i + 1]?.low === 'be') i += 2;
  while (/^(?:an?|integral|inalienable|inseparable|part|of)$/.test(tokens[i]?.low ?? '')) i++;
  if (!/^(?:its|their)$/.test(tokens[i]?.low ?? '')) return -1;
  i++;
  while (describing.test(tokens[i]?.low ?? '') && !land.test(tokens[i]!.low)) i++;
  while (describing.test(tokens[i]?.low ?? '') && land.test(tokens[i + 1]?.low ?? '')) i++;
  return land.test(tokens[i]?.low ?? '') ? i + 1 : -1;
}
