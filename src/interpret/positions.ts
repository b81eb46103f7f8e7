import type { LedgerRecord, Statement } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { overlaps, type Span } from '../terms/span.js';
import { evidenceOf, type Evidence } from './evidence.js';
import { around, stanceOf, type Around } from './modality.js';
import { findPlaces, type Place } from './places.js';
import type { Proposition } from './proposition.js';
import { findPropositions } from './propositions.js';
import { attributes, officeHolders, relationsOf, type Participants, type Relation } from './relations.js';
import { sidesOf } from './sides.js';
import { tokenise, tokensIn, type Token } from './tokens.js';

type Position = LedgerRecord['positions'][number];

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
  const sides = sidesOf(text, statements, tokens, places);
  const claims = { positions: [] as Position[], relations: [] as Relation[] };
  for (const proposition of findPropositions(tokens, named).slice(0, mostPropositions)) {
    const voice = voiceOf(tokens, statements, proposition);
    const words = around(tokens, proposition, voice?.low ?? 0, voice?.high ?? tokens.length);
    const side = voice === null ? null : sides[voice.statement]!;
    const stated = participants(proposition, side);
    const urged = voice !== null && isUrged(statements[voice.statement]!, tokens, proposition);
    const taken = voice === null ? [] : positionsOf(statements[voice.statement]!, voice, proposition, words, stated, side, evidenceOf(text, tokens, proposition, voice.low, voice.high), othersMind(tokens, places, voice, proposition, side), urged, othersNamed(tokens, places, voice, proposition, side)); // prettier-ignore
    claims.positions.push(...taken);
    if (urged || proposition.infinitive === true) continue;
    const span: Span = [tokens[proposition.from]!.start, tokens[proposition.to - 1]!.end];
    const told = relationsOf(tokens, proposition, words, stated, voice?.statement ?? 'outlet', span);
    claims.relations.push(...told.filter((relation) => !isOwnWill(relation, side, taken.length > 0)));
  }
  return {
    positions: once(claims.positions),
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
  if (polarity === 'affirmed' || polarity === 'withdrawn') return false;
  if (polarity === 'prospective' && promised.has(relation)) return false;
  return taken || (side !== null && subject === side);
}

const promised: ReadonlySet<string> = new Set(['aid', 'withdraw-forces', 'cooperate', 'establish-ties']);

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
const deeds: ReadonlySet<string> = new Set(['attack', 'occupy', 'isolate', 'condemn']);

function positionsOf(
  statement: Statement,
  voice: Voice,
  proposition: Proposition,
  words: Around,
  stated: Participants,
  side: string | null,
  evidence: Evidence,
  minded: boolean,
  urged: boolean,
  doer: boolean,
): Position[] {
  const holder = statement.speaker.entity ?? (statement.speaker.type === 'unnamed' ? statement.speaker.mention : null); // prettier-ignore
  if (holder === null || minded || proposition.polarity !== undefined) return [];
  if (deeds.has(proposition.relation) && statement.act !== 'deny') return [];
  const implicit = stated.subjects.length === 0 && !proposition.side;
  if (implicit && doer) return [];
  const subjects = implicit ? implied(proposition, stated, side) : stated.subjects;
  const ofSide = side === null ? null : subjects.includes(side);
  const stance = stanceOf(proposition, words, statement.act, ofSide, urged);
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
  if (side === null || proposition.form !== 'noun' || done.has(proposition.relation)) return [];
  if (!objects.includes(side)) return [side];
  return proposition.relation === 'recognize' ? ['other states'] : [];
}

/** Deeds of others, where their doer is not named. */
const done: ReadonlySet<string> = new Set([
  'annex',
  'occupy',
  'attack',
  'isolate',
  'withdraw-forces',
  'condemn',
]);

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
      /^(?:has|have|had|is|was|would|will|also|still|\p{L}+s|\p{L}+ed)$/u.test(tokens[place.to]!.low) &&
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
): boolean {
  const { sentence } = tokens[trigger]!;
  return places.some(({ from, to, entity }) => from >= low && to <= trigger && entity !== side && tokens[from]!.sentence === sentence); // prettier-ignore
}

const minding =
  /^(?:block|oppose|support|hope|want|veto|reject|refuse|back|welcome|condemn|favour|favor|demand|urge|seek|plan|fear|resist|delay|prevent|help|agree)$/;

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
