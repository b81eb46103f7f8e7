import type { LedgerRecord, Statement } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { overlaps, type Span } from '../terms/span.js';
import { evidenceOf, type Evidence } from './evidence.js';
import { around, polarityOf, stanceOf } from './modality.js';
import { findPlaces, type Place } from './places.js';
import { findPropositions, type Proposition } from './propositions.js';
import { tokenise, tokensIn, type Token } from './tokens.js';

type Position = LedgerRecord['positions'][number];
type Relation = LedgerRecord['relations'][number];

/** What the text says holds between states and bodies, and where it commits a speaker. */
export interface Claims {
  readonly positions: Position[];
  readonly relations: Relation[];
}

interface Voice {
  readonly statement: number;
  readonly low: number;
  readonly high: number;
}

/** More propositions than this in one article are not read: bounds the work on hostile input. */
const mostPropositions = 2000;

/**
 * Positions and relations of an article, each with its words. Whose words they are is the innermost statement around
 * them, or the outlet.
 */
export function findClaims(text: string, statements: readonly Statement[], resolution: Resolution): Claims {
  const tokens = tokenise(text);
  const named = findPlaces(tokens, resolution.entities);
  const places = named.filter(({ kind }) => kind !== 'perhaps');
  const sides = statements.map((statement) => sideOf(text, statement, tokens, places));
  const claims = { positions: [] as Position[], relations: [] as Relation[] };
  for (const proposition of findPropositions(tokens, named).slice(0, mostPropositions)) {
    const voice = voiceOf(tokens, statements, proposition);
    const words = around(tokens, proposition, voice?.low ?? 0, voice?.high ?? tokens.length);
    const span: Span = [tokens[proposition.from]!.start, tokens[proposition.to - 1]!.end];
    const side = voice === null ? null : sides[voice.statement]!;
    const stated = participants(proposition, side);
    const taken = voice === null ? [] : positionsOf(statements[voice.statement]!, voice, proposition, words, stated, side, evidenceOf(text, tokens, proposition, voice.low, voice.high)); // prettier-ignore
    claims.positions.push(...taken);
    const told = relationsOf(tokens, proposition, words, stated, voice, side, span);
    // What somebody will do, said by whom it commits, is a position and no forecast.
    claims.relations.push(...(taken.length > 0 ? told.filter(({ polarity }) => polarity === 'affirmed' || polarity === 'withdrawn') : told)); // prettier-ignore
  }
  return {
    positions: once(claims.positions),
    relations: once([
      ...claims.relations,
      ...attributes(tokens, places, resolution),
      ...officeHolders(text, tokens, places, resolution),
    ]),
  };
}

interface Participants {
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
}

function participants(
  { subjects, side, objects, objectIsSide }: Proposition,
  own: string | null,
): Participants {
  return {
    subjects: side && own !== null ? [own] : subjects,
    objects: objectIsSide && own !== null ? [own] : objects,
  };
}

/** What is done rather than decided on: told as relations only. */
const deeds: ReadonlySet<string> = new Set(['attack', 'occupy', 'isolate']);

function positionsOf(
  statement: Statement,
  voice: Voice,
  proposition: Proposition,
  words: ReturnType<typeof around>,
  stated: Participants,
  side: string | null,
  evidence: Evidence,
): Position[] {
  // prettier-ignore
  const holder = statement.speaker.entity ?? (statement.speaker.type === 'unnamed' ? statement.speaker.mention : null);
  if (holder === null || deeds.has(proposition.relation)) return [];
  const implicit = stated.subjects.length === 0 && !proposition.side;
  const subjects = implicit ? implied(proposition, stated, side) : stated.subjects;
  const ofSide = side === null ? null : subjects.includes(side);
  const stance = stanceOf(proposition, words, statement.act, ofSide);
  // An end of ties has no name of its own: its stance would read as one on having them.
  if (stance === null || (proposition.ends && proposition.relation !== 'recognize')) return [];
  const relation = proposition.ends ? 'derecognize' : proposition.relation;
  return subjects.flatMap((subject) =>
    stated.objects
      .filter((object) => object !== subject)
      .map((object) => ({
        holder,
        stance,
        proposition: { relation, subject, object },
        statement: voice.statement,
        ...evidence,
      })),
  );
}

/** "joining the Union": the speaker's own side. "recognition of our republic": by others. */
function implied(
  proposition: Proposition,
  { objects }: Participants,
  side: string | null,
): readonly string[] {
  if (side === null || proposition.form !== 'noun') return [];
  if (!objects.includes(side)) return [side];
  return proposition.relation === 'recognize' ? ['other states'] : [];
}

function relationsOf(
  tokens: readonly Token[],
  proposition: Proposition,
  words: ReturnType<typeof around>,
  { subjects, objects }: Participants,
  voice: Voice | null,
  side: string | null,
  span: Span,
): Relation[] {
  // prettier-ignore
  const polarity = polarityOf(tokens, proposition, words);
  if (polarity === null) return [];
  // What a speaker says that his own side will or will not do is his position; what it does or did is told as fact.
  const intended = polarity !== 'affirmed' && polarity !== 'withdrawn';
  if (intended && side !== null && subjects.includes(side)) return [];
  const begun = proposition.ends && polarity !== 'withdrawn';
  if (begun && proposition.relation !== 'recognize') return [];
  const relation = begun ? 'derecognize' : proposition.relation;
  return subjects.flatMap((subject) =>
    objects
      .filter((object) => object !== subject)
      .map((object) => ({
        relation,
        subject,
        object,
        polarity,
        over: proposition.over,
        voice: voice?.statement ?? ('outlet' as const),
        span,
      })),
  );
}

/** The innermost statement whose content holds the words that carry the proposition. */
function voiceOf(
  tokens: readonly Token[],
  statements: readonly Statement[],
  { trigger }: Proposition,
): Voice | null {
  const word: Span = [tokens[trigger]!.start, tokens[trigger]!.end];
  let best: Voice | null = null;
  let size = Infinity;
  statements.forEach(({ content, speaker }, statement) => {
    const length = content.reduce((sum, [start, end]) => sum + end - start, 0);
    const around = content.find((span) => overlaps(span, word));
    // A retelling inside a quotation whose source is left open ("we hear …") is still the quoted speaker's.
    const known = speaker.entity !== null || (speaker.type === 'unnamed' && !/^(?:we|i|us|they)$/iu.test(speaker.mention ?? 'we')); // prettier-ignore
    if (around === undefined || length >= size || (!known && best !== null)) return;
    const [low, high] = tokensIn(tokens, around);
    best = { statement, low, high };
    size = length;
  });
  return best;
}

/** The state or contested place that a speaker speaks for: told in his role or in the words that name him. */
function sideOf(
  text: string,
  { speaker, source }: Statement,
  tokens: readonly Token[],
  places: readonly Place[],
): string | null {
  // prettier-ignore
  const at = speaker.role === null ? -1 : text.indexOf(speaker.role);
  const spans: Span[] = [
    ...(at < 0 || speaker.role === null ? [] : [[at, at + speaker.role.length] as const]),
    ...source,
  ];
  for (const span of spans) {
    const [from, to] = tokensIn(tokens, span);
    const lands = places.filter((p) => p.from >= from && p.to <= to && p.kind !== 'body' && p.kind !== 'region'); // prettier-ignore
    const owner = /^['’]s?$/u.test(tokens[lands[0]?.to ?? 0]?.low ?? '');
    // "leader of Veloria's breakaway region of Tarn" speaks for Tarn.
    const place = lands.find((p) => p.kind === 'contested') ?? (owner ? (lands[1] ?? lands[0]) : lands[0]);
    if (place !== undefined) return place.entity;
  }
  return speaker.type === 'place' ? speaker.entity : null;
}

/** "the Ostmark-occupied Tarn region": the adjective says that it is occupied, in the narrator's words. */
function attributes(
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

const highest =
  /^(?:(?:the|its|de facto|acting|interim|so-called|self-proclaimed|separatist)\s)*(?:president|leader|head|prime minister|premier|governor|ruler)\sof\s(.+)$/iu;
const distanced =
  /\b(?:republic of|breakaway|separatist|self-proclaimed|self-declared|so-called|occupied|unrecogni[sz]ed)\b/iu;

/** "the de facto president of Tarn": who holds the highest office of a contested place, as the outlet tells it. */
function officeHolders(
  text: string,
  tokens: readonly Token[],
  places: readonly Place[],
  { entities }: Resolution,
): Relation[] {
  // prettier-ignore
  return entities.flatMap(({ name, type, role }): Relation[] => {
    const land = role === null ? undefined : highest.exec(role)?.[1];
    if (type !== 'person' || role === null || land === undefined) return [];
    const at = text.indexOf(role);
    if (at < 0) return [];
    const [from, to] = tokensIn(tokens, [at, at + role.length]);
    const place = places.find((p) => p.from >= from && p.to <= to);
    if (place === undefined || (place.adjectival && place.to === to)) return [];
    if (place.kind !== 'contested' && !(place.kind === 'own' && distanced.test(land))) return [];
    return [{ relation: 'govern', subject: name, object: place.entity, polarity: 'affirmed', over: null, voice: 'outlet', span: [at, at + role.length] }]; // prettier-ignore
  });
}

/** One of each that says the same in the same voice. */
function once<T extends Position | Relation>(claims: readonly T[]): T[] {
  const kept = new Map<string, T>();
  for (const claim of claims) {
    const key = JSON.stringify({ ...claim, span: null, evidence: null, condition: null, time: null });
    if (!kept.has(key)) kept.set(key, claim);
  }
  return [...kept.values()];
}
