import type { LedgerRecord } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import type { Span } from '../terms/span.js';
import { polarityOf, type Around } from './modality.js';
import { findPlaces, type Place } from './places.js';
import type { Proposition } from './proposition.js';
import { tokenise, tokensIn, type Token } from './tokens.js';

export type Relation = LedgerRecord['relations'][number];

/** Subjects and objects of a proposition, the speaker's side filled in. */
export interface Participants {
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
}

/** What a proposition tells to hold, in whose voice; [] where its words tell nothing. */
export function relationsOf(
  tokens: readonly Token[],
  proposition: Proposition,
  words: Around,
  { subjects, objects }: Participants,
  voice: Relation['voice'],
  span: Span,
): Relation[] {
  const polarity = polarityOf(tokens, proposition, words);
  if (polarity === null) return [];
  const begun = proposition.ends && polarity !== 'withdrawn';
  if (begun && proposition.relation !== 'recognize') return [];
  const relation = begun ? 'derecognize' : proposition.relation;
  return subjects.flatMap((subject) =>
    objects
      .filter((object) => object !== subject)
      .map((object) => ({ relation, subject, object, polarity, over: proposition.over, voice, span })),
  );
}

/** "the Ostmark-occupied Tarn region": the adjective says that it is occupied, in the narrator's words. */
export function attributes(
  tokens: readonly Token[],
  places: readonly Place[],
  { entities }: Resolution,
): Relation[] {
  return tokens.flatMap((token, i): Relation[] => {
    const [, who, what] = /^(.+)-(occupied|annexed)$/u.exec(token.form) ?? [];
    if (who === undefined) return [];
    const [subject] = findPlaces(tokenise(who), entities);
    const own = subject?.entity;
    const object = places.find(
      (p) => p.from > i && p.from <= i + 3 && tokens[p.from]!.sentence === token.sentence,
    );
    if (own === undefined || object === undefined || own === object.entity) return [];
    const name = places.find((p) => !p.adjectival && p.entity === own)?.entity ?? own;
    const relation = what === 'occupied' ? 'occupy' : 'annex';
    return [{ relation, subject: name, object: object.entity, polarity: 'affirmed', over: null, voice: 'outlet', span: [token.start, tokens[object.to - 1]!.end] }]; // prettier-ignore
  });
}

const office = String.raw`(?:president|leader|head|prime minister|premier|governor|ruler|chief minister|head of state)`;
const qualified = String.raw`(?:(?:the|its|current|de facto|acting|interim|so-called|self-proclaimed|self-styled|separatist|breakaway|[\p{L}’'-]+-(?:installed|appointed|backed))\s)*`;
const ofLand = new RegExp(String.raw`^${qualified}${office}\sof\s(?<land>.+)$`, 'iu');
const landsOwn = new RegExp(String.raw`^(?<land>.+?)(?:['’]s?)?\s${qualified}${office}$`, 'iu');
const distanced =
  /\b(?:republic of|breakaway|separatist|self-proclaimed|self-declared|so-called|occupied|unrecogni[sz]ed|de facto)\b|-installed\b/iu;

/** "the de facto president of Tarn", "Tarn's leader": who holds the highest office of a contested place, as the outlet tells it. */
export function officeHolders(
  text: string,
  tokens: readonly Token[],
  places: readonly Place[],
  { entities }: Resolution,
): Relation[] {
  return entities.flatMap(({ name, type, role }): Relation[] => {
    const land = role === null ? undefined : (ofLand.exec(role) ?? landsOwn.exec(role))?.groups?.['land'];
    if (type !== 'person' || role === null || land === undefined) return [];
    if (/\b(?:former|ex|deputy|vice|last|next|future|opposition|party)\b/iu.test(role)) return [];
    const at = text.indexOf(role);
    if (at < 0) return [];
    const [from, to] = tokensIn(tokens, [at, at + role.length]);
    const place = places.find((p) => p.from >= from && p.to <= to);
    if (place === undefined || (place.adjectival && place.to === to)) return [];
    if (place.kind !== 'contested' && !(place.kind === 'own' && distanced.test(role))) return [];
    return [{ relation: 'govern', subject: name, object: place.entity, polarity: 'affirmed', over: null, voice: 'outlet', span: [at, at + role.length] }]; // prettier-ignore
  });
}
