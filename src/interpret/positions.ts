import type { LedgerRecord, Statement } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import type { Span } from '../terms/span.js';
import { decisionPosition } from './decisions.js';
import { evidenceOf } from './evidence.js';
import { filled, topicsOf, type Topics } from './implicit.js';
import { around, stanceOf, type Around } from './modality.js';
import { findPlaces, type Place } from './places.js';
import type { Proposition } from './proposition.js';
import { findPropositions } from './propositions.js';
import { attributes, officeHolders, relationsOf, type Participants, type Relation } from './relations.js';
import { withShown } from './shown.js';
import { sidesOf } from './sides.js';
import { tokenise, tokensIn, type Token } from './tokens.js';
import { voiceOf, type Voice } from './voice.js';

type Position = LedgerRecord['positions'][number];

/** What the text says holds between states and bodies, and where it commits a speaker. */
export interface Claims {
  readonly positions: Position[];
  readonly relations: Relation[];
}

interface Reading {
  readonly proposition: Proposition;
  readonly voice: Voice | null;
  readonly side: string | null;
  readonly stated: Participants;
}

/** More propositions than this in one article are not read: bounds the work on hostile input. */
const mostPropositions = 2000;

/**
 * Positions and relations of an article, each with its words. Whose words they are is the innermost statement around
 * them, or the outlet.
 */
export function findClaims(text: string, statements: readonly Statement[], resolution: Resolution): Claims {
  const tokens = tokenise(text);
  const named = withShown(tokens, findPlaces(tokens, resolution.entities), resolution.entities);
  const places = named.filter(({ kind }) => kind !== 'perhaps');
  const sides = sidesOf(text, statements, tokens, places);
  const claims = { positions: [] as Position[], relations: [] as Relation[] };
  const read = findPropositions(tokens, named).slice(0, mostPropositions).map((proposition): Reading => {
    const voice = voiceOf(tokens, statements, proposition);
    const side = voice === null ? null : sides[voice.statement]!;
    return { proposition, voice, side, stated: participants(proposition, side) };
  }); // prettier-ignore
  const topics = topicsOf(read.map((one) => [one.proposition, known(one, tokens)]));
  for (const { proposition, voice, side, stated } of read) {
    const words = around(
      tokens,
      proposition,
      voice?.low ?? 0,
      voice?.high ?? tokens.length,
      voice?.cue ?? '',
    );
    const statement = voice === null ? undefined : statements[voice.statement]!;
    const urged = statement !== undefined && isUrged(statement, tokens, proposition);
    const taken = voice === null ? [] : positionsOf({ text, tokens, places, topics }, statements[voice.statement]!, voice, proposition, words, stated, side, urged); // prettier-ignore
    claims.positions.push(...taken);
    if (urged || proposition.infinitive === true || proposition.leans === true) continue;
    if (proposition.claimed === true && voice === null) continue;
    const span: Span = [tokens[proposition.from]!.start, tokens[proposition.to - 1]!.end];
    const together = proposition.they === true && statement !== undefined ? placesIn(tokens, places, statement.source) : []; // prettier-ignore
    const parties = together.length > 1 ? { ...stated, subjects: together } : stated;
    const told = relationsOf(tokens, proposition, words, parties, voice?.statement ?? 'outlet', span);
    // What several states will do is no one speaker's own will.
    const own = together.length > 1 || stated.subjects.length > 1 ? null : side;
    claims.relations.push(...told.filter((relation) => !isOwnWill(relation, own, taken.length > 0)));
  }
  const onDecisions = statements.flatMap((statement, i) => decisionPosition(tokens, statement, i, claims));
  return {
    positions: once([...claims.positions, ...onDecisions]),
    relations: latest(
      once([
        ...claims.relations,
        ...attributes(tokens, places, resolution),
        ...officeHolders(text, tokens, places, resolution),
      ]),
    ),
  };
}

/**
 * What a speaker says that his own side will or will not do is his position and no forecast, apart from deeds that he
 * promises; what it does or did is told as fact.
 */
function isOwnWill({ relation, polarity, subject }: Relation, side: string | null, taken: boolean): boolean {
  if (polarity === 'affirmed' || polarity === 'withdrawn' || relation === 'ally') return false;
  return taken || (side !== null && subject === side);
}

function participants(
  { subjects, side, objects, objectIsSide, they }: Proposition,
  own: string | null,
): Participants {
  return {
    subjects: side && own !== null && they !== true ? [own] : subjects,
    objects: objectIsSide && own !== null ? [own] : objects,
  };
}

/** "voted to hold a referendum on joining the Union": whose joining the article is about, the voice's own. */
function known({ proposition, voice, side, stated }: Reading, tokens: readonly Token[]): Participants {
  const own = voice !== null && side !== null && proposition.relation === 'join' && /ing$/u.test(tokens[proposition.trigger]!.low); // prettier-ignore
  return own && stated.subjects.length === 0 && !stated.objects.includes(side) ? { ...stated, subjects: [side] } : stated; // prettier-ignore
}

/** Names of the places that words hold, in text order. */
function placesIn(tokens: readonly Token[], places: readonly Place[], spans: readonly Span[]): string[] {
  return spans.flatMap((span) => {
    const [from, to] = tokensIn(tokens, span);
    return places.filter((place) => place.from >= from && place.to <= to && !place.adjectival).map(({ entity }) => entity); // prettier-ignore
  });
}

/** What is done rather than decided on: told as relations only. */
const deeds: ReadonlySet<string> = new Set(['attack', 'occupy', 'isolate', 'condemn', 'ally']);

interface Article {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly places: readonly Place[];
  readonly topics: Topics;
}

function positionsOf(
  { text, tokens, places, topics }: Article,
  statement: Statement,
  voice: Voice,
  proposition: Proposition,
  words: Around,
  stated: Participants,
  side: string | null,
  urged: boolean,
): Position[] {
  const holder = statement.speaker.entity ?? (statement.speaker.type === 'unnamed' ? statement.speaker.mention : null); // prettier-ignore
  if (holder === null || /^(?:there|it|this|that|which|who|they|one|some|others)$/iu.test(holder)) return [];
  // What a poll or a report finds is nobody's own wish.
  if (statement.speaker.type === 'work' || polling.test(holder)) return [];
  if (proposition.polarity !== undefined || proposition.they === true) return [];
  if (deeds.has(proposition.relation) && statement.act !== 'deny') return [];
  // "condemned the annexation" is told as a relation.
  if (proposition.relation === 'annex' && /^(?:condemn|denounce)$/u.test(statement.cueLemma ?? '')) return [];
  if (othersMind(tokens, places, voice, proposition, side)) return [];
  const implicit = stated.subjects.length === 0 && !proposition.side;
  const parties = filled(proposition, stated, topics, {
    side,
    controlled: isControlled(tokens, voice, proposition),
    judged: judging.test(statement.act) && /\bthe(?: \w+)?$/u.test(words.before),
    ofOthers: /\b(?:reward|gift|prize|encourag|legitimi[sz])\w*/u.test(words.after),
  });
  const { subjects, objects } = parties;
  // "accession talks with Nelu" are the union's.
  if (implicit && proposition.relation === 'negotiate' && /^(?:entry|accession|membership)$/u.test(tokens[proposition.trigger - 1]?.low ?? '')) return []; // prettier-ignore
  if (implicit && othersNamed(tokens, places, voice, proposition, side, subjects)) return [];
  const ofSide = side === null ? null : subjects.includes(side);
  const admits = proposition.relation === 'join' && side !== null && objects.includes(side);
  const stance = stanceOf(proposition, words, statement.act, { ofSide, urged, admits });
  // An end of ties has no name of its own: its stance would read as one on having them.
  if (stance === null || (proposition.ends && proposition.relation !== 'recognize')) return [];
  const relation = proposition.ends ? 'derecognize' : proposition.relation;
  const evidence = evidenceOf(text, tokens, proposition, voice.low, voice.high);
  return subjects.flatMap((subject) =>
    objects
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

const polling = /\b(?:poll|polls|survey|surveys|pollster|study|report)\b/iu;

const judging = /^(?:criticize|praise|support|oppose|express-feeling)$/u;

/** "refused to join", "ruled out joining": what opens the content is the speaker's own doing. */
function isControlled(
  tokens: readonly Token[],
  { low, cue }: Voice,
  { trigger, subjects, side }: Proposition,
): boolean {
  if (cue === '' || subjects.length > 0 || side || trigger - low > 3) return false;
  return tokens[trigger]!.low.endsWith('ing') ? !judgingCue.test(cue) : tokens[trigger - 1]?.low === 'to' && trigger - low <= 2; // prettier-ignore
}

const judgingCue = /\b(?:support|back|oppos|favou?r|welcom|condemn|critici|prais|call|urg|demand|warn)/u;

const urging: ReadonlySet<string> = new Set(['demand', 'urge', 'ask', 'support', 'oppose']);

/** "urged Nelu not to recognise", "demanded that Nelu withdraw": what is wished of another, not what holds. */
function isUrged(
  { act, cueLemma }: Statement,
  tokens: readonly Token[],
  { trigger, form, infinitive }: Proposition,
): boolean {
  const { low, lemma } = tokens[trigger]!;
  const bare = form === 'verb' && low === lemma && urging.has(act) && cueLemma !== 'say';
  return bare && infinitive !== true;
}

/** "Keled has blocked …", "Vostania hopes …" within a statement: another's mind, not the speaker's. */
function othersMind(
  tokens: readonly Token[],
  places: readonly Place[],
  { low }: Voice,
  { from, trigger }: Proposition,
  side: string | null,
): boolean {
  const { sentence } = tokens[trigger]!;
  return places.some(
    (place) =>
      place.from >= low &&
      place.to < from &&
      tokens[place.from]!.sentence === sentence &&
      !place.adjectival &&
      place.entity !== side &&
      /^(?:has|have|had|is|was|would|will|might|may|could|should|also|still|\p{L}+s|\p{L}+ed)$/u.test(
        tokens[place.to]!.low,
      ) &&
      !/^['’]s$/u.test(tokens[place.to]!.low) &&
      tokens.slice(place.to, from).some(({ lemma, low: form }) => minding.test(lemma) || minding.test(form)),
  );
}

/** "praised Albania for its recognition of …": another place before the noun may be the doer that it leaves out. */
function othersNamed(
  tokens: readonly Token[],
  places: readonly Place[],
  { low }: Voice,
  { trigger }: Proposition,
  side: string | null,
  meant: readonly string[],
): boolean {
  const { sentence } = tokens[trigger]!;
  return places.some(({ from, to, entity }) => from >= low && to <= trigger && entity !== side && !meant.includes(entity) && tokens[from]!.sentence === sentence); // prettier-ignore
}

const minding =
  /^(?:block|oppose|support|hope|want|veto|reject|refuse|back|welcome|condemn|favour|favor|demand|urge|seek|plan|fear|resist|delay|prevent|help|agree|push|press|lobby|call|consider|accept|allow)$/;

/** Recognised in 1994, withdrawn in 2002: what was withdrawn does not hold beside it in the same voice. */
function latest(relations: readonly Relation[]): Relation[] {
  const key = ({ relation, subject, object, voice }: Relation): string => JSON.stringify([relation, subject, object, voice]); // prettier-ignore
  const withdrawn = new Set(relations.filter(({ polarity }) => polarity === 'withdrawn').map(key));
  return relations.filter((relation) => relation.polarity !== 'affirmed' || !withdrawn.has(key(relation)));
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
