import type { RelationGrammar } from './grammar/grammar.js';
import { grammars } from './grammar/relations.js';
import type { Place } from './places.js';
import type { Token } from './tokens.js';

/** A relation as put into words somewhere in the text, before it is known what is made of it. */
export interface Proposition {
  readonly relation: RelationGrammar['relation'];
  readonly ends: boolean;
  readonly form: 'verb' | 'noun';
  /** Token of the verb or noun that carries it. */
  readonly trigger: number;
  /** Tokens from the first to the last word of it, half-open. */
  readonly from: number;
  readonly to: number;
  /** Explicit subjects; `side` stands for "we", "our country". */
  readonly subjects: readonly string[];
  readonly side: boolean;
  readonly objects: readonly string[];
  readonly objectIsSide: boolean;
  /** Third place: recognises Ostmark's sovereignty *over* Tarn. */
  readonly over: string | null;
}

interface Pattern {
  readonly grammar: RelationGrammar;
  readonly form: 'verb' | 'noun';
  readonly words: readonly ReadonlySet<string>[];
  readonly bodyOnly: boolean;
}

const byFirst = new Map<string, Pattern[]>();
for (const grammar of grammars) {
  for (const form of ['verb', 'noun'] as const) {
    for (const row of grammar[`${form}s`]) {
      const words = row.split(' ').slice(0, -1).map((cell) => new Set(cell.split('|'))); // prettier-ignore
      for (const first of words[0]!)
        byFirst.set(first, [
          ...(byFirst.get(first) ?? []),
          { grammar, form, words, bodyOnly: row.endsWith(' BODY') },
        ]);
    }
  }
}

/** All propositions of a text, in text order. One word carries one at most: the pattern with the most words wins. */
export function findPropositions(tokens: readonly Token[], places: readonly Place[]): Proposition[] {
  const at = new Map<number, Place>();
  const sure = new Map<number, Place>();
  for (const place of places)
    for (let i = place.from; i < place.to; i++) {
      at.set(i, place);
      if (place.kind !== 'perhaps') sure.set(i, place);
    }
  return tokens.flatMap((token, i) => {
    if (sure.has(i)) return [];
    const patterns = new Set([...(byFirst.get(token.lemma) ?? []), ...(byFirst.get(token.low) ?? [])]);
    const longestFirst = [...patterns].sort((a, b) => b.words.length - a.words.length);
    for (const pattern of longestFirst) {
      const state = pattern.grammar.relation === 'recognize';
      const found = match({ tokens, at: state ? at : sure }, pattern, i);
      if (found !== undefined) return [found];
    }
    return [];
  });
}

interface Reader {
  readonly tokens: readonly Token[];
  readonly at: ReadonlyMap<number, Place>;
}

const determiners = /^(?:the|a|an|its|his|her|their|our|your|this|that|any|all|every|each|some|no)$/;
const fillers = /^(?:so-called|de|facto|self-proclaimed|self-declared|breakaway|separatist|unrecogni[sz]ed|occupied|independent|sovereign|full|direct|diplomatic|financial|military|humanitarian|new|further|closer|close|more|international|formal|official|political|economic|state|partially|internationally|republic|region|territory|territories|province|district|independence|statehood|sovereignty|government|people|authorities|state|country|neighbou?ring|former|member|of|“|”|"|‘|’|\[)$/; // prettier-ignore

function match(
  reader: Reader,
  { grammar, form, words, bodyOnly }: Pattern,
  trigger: number,
): Proposition | undefined {
  const { tokens } = reader;
  let at = trigger + 1;
  if (form === 'verb' && /^(?:the|an?|its|his|her|their|our)$/.test(tokens[trigger - 1]?.low ?? ''))
    return undefined;
  // "the occupied Tarn district": an adjective, which designations read.
  if (
    form === 'verb' &&
    /ed$/.test(tokens[trigger]!.low) &&
    /^(?:the|an?|\[|internationally|this)$/.test(tokens[trigger - 1]?.low ?? '')
  )
    return undefined;
  if (form === 'verb' && words.length === 1 && isPassive(tokens, trigger))
    return passive(reader, grammar, trigger);
  for (const word of words.slice(1)) {
    const next = seek(reader, at, word);
    if (next === -1) return undefined;
    at = next + 1;
  }
  const object = objectAt(reader, at) ?? (grammar.relation === 'recognize' ? itAt(reader, at) : undefined);
  if (object === undefined || (bodyOnly && object.kind !== 'body')) return undefined;
  const subject = form === 'verb' ? subjectBefore(reader, trigger) : ownerBefore(reader, trigger);
  const by = form === 'noun' ? byAfter(reader, object.to) : undefined;
  const all = subject.names.length > 0 || subject.side ? subject : (by ?? subject);
  return {
    relation: relationOf(tokens, grammar.relation, trigger),
    ends: grammar.ends === true,
    form: form === 'verb' && (isGerund(tokens, trigger) || isPlanned(tokens, trigger)) ? 'noun' : form,
    trigger,
    from: Math.min(all.from ?? trigger, trigger),
    to: Math.max(object.to, by?.to ?? 0),
    subjects: all.names,
    side: all.side,
    objects: object.names,
    objectIsSide: object.side,
    over: object.over ?? null,
  };
}

/** "Tarn is part of Ostmark" tells a state of things; "to be part of Ostmark", "being part of it" is joining it. */
function relationOf(
  tokens: readonly Token[],
  relation: RelationGrammar['relation'],
  verb: number,
): RelationGrammar['relation'] {
  // prettier-ignore
  const aim = /^(?:to|will|would|should|could|can|may|might|must|never|not)$/.test(tokens[verb - 1]?.low ?? '');
  return relation === 'part-of' && (aim || /^(?:be|being)$/.test(tokens[verb]!.low)) ? 'join' : relation;
}

/** "the decision to recognise": a thing that can be welcomed or condemned, not an assertion. */
function isPlanned(tokens: readonly Token[], verb: number): boolean {
  const noun = /^(?:the|an?|any|no|its|his|her|their|our|this|new|['’]s?)$/.test(tokens[verb - 3]?.low ?? '');
  return noun && tokens[verb - 1]?.low === 'to' && planned.test(tokens[verb - 2]?.low ?? '');
}

/** "is recognized", "has been annexed": a form of "be" before a participle, adverbs and negation between. */
function isPassive(tokens: readonly Token[], verb: number): boolean {
  if (!/(?:ed|en|own|ung|uck)$/.test(tokens[verb]!.low)) return false;
  if (tokens[verb + 1]?.low === 'by') return true;
  for (let i = verb - 1; i >= Math.max(0, verb - 4); i--) {
    const { lemma, low } = tokens[i]!;
    if (lemma === 'be') return true;
    if (!/^(?:not|n't|never|also|still|yet|already|currently|now)$|ly$/.test(low)) return false;
  }
  return false;
}

function isGerund(tokens: readonly Token[], verb: number): boolean {
  if (!tokens[verb]!.low.endsWith('ing')) return false;
  for (let i = verb - 1; i >= Math.max(0, verb - 3); i--) {
    if (tokens[i]!.lemma === 'be') return false;
    if (!/^(?:not|n't|also|still|now|currently|actively)$/.test(tokens[i]!.low)) return true;
  }
  return true;
}

function passive(reader: Reader, grammar: RelationGrammar, verb: number): Proposition | undefined {
  const object = subjectBefore(reader, verb);
  const by = byAfter(reader, verb + 1);
  if (by === undefined || (object.names.length === 0 && !object.side)) return undefined;
  return {
    relation: grammar.relation,
    ends: grammar.ends === true,
    form: 'verb',
    trigger: verb,
    from: object.from ?? verb,
    to: by.to,
    subjects: by.names,
    side: by.side,
    objects: object.names,
    objectIsSide: object.side,
    over: object.over ?? null,
  };
}

function seek({ tokens, at }: Reader, from: number, wanted: ReadonlySet<string>): number {
  for (let i = from; i < Math.min(tokens.length, from + 5); i++) {
    const token = tokens[i]!;
    if (token.sentence !== tokens[from - 1]!.sentence) return -1;
    if (wanted.has(token.low) || wanted.has(token.lemma)) return i;
    if (
      !token.word ||
      (!determiners.test(token.low) && !fillers.test(token.low) && !at.has(i) && i > from + 2)
    )
      return -1;
  }
  return -1;
}

interface Slot {
  readonly names: readonly string[];
  readonly side: boolean;
  readonly from?: number;
  readonly to: number;
  readonly over?: string | null;
  readonly kind?: Place['kind'];
}

/** Places from `from` on, over determiners and descriptions, with the list that they open. */
function objectAt(reader: Reader, from: number): Slot | undefined {
  const { tokens, at } = reader;
  const sentence = tokens[from - 1]?.sentence;
  for (let i = from; i < Math.min(tokens.length, from + 9); i++) {
    const token = tokens[i]!;
    if (token.sentence !== sentence) return undefined;
    const place = at.get(i);
    if (place !== undefined && isOwner(reader, place)) return rightsOver(reader, place);
    if (place !== undefined && isNoun(reader, place)) return list(reader, place);
    // "our republics [Tarn and Nelu]": the bracket says which.
    if (token.low === 'our' && tokens[i + 2]?.form === '[') i += 2;
    else if (/^(?:us|our|ours)$/.test(token.low)) {
      const end = /^(?:country|republic|nation|people|state|region)$/.test(tokens[i + 1]?.low ?? '')
        ? i + 2
        : i + 1;
      return token.low === 'us' || end === i + 2 ? { names: [], side: true, to: end } : undefined;
    }
    if (place === undefined && !determiners.test(token.low) && !fillers.test(token.low)) return undefined;
  }
  return undefined;
}

/** "Ostmark's annexation", "Ostmark sovereignty": what follows is the object, not the place. */
function isOwner({ tokens }: Reader, { to, adjectival }: Place): boolean {
  const possessive = /^['’]s?$/.test(tokens[to]?.low ?? '');
  const what = tokens[possessive ? to + 1 : to]?.low ?? '';
  if (/^(?:independence|statehood)$/.test(what)) return false;
  return possessive || (adjectival && /^(?:sovereignty|claim|claims|control|rule)$/.test(what));
}

/** "Ostmark's sovereignty over Tarn": Ostmark, over Tarn. Nothing for other things that a place owns. */
function rightsOver(reader: Reader, owner: Place): Slot | undefined {
  const { tokens } = reader;
  const what = /^['’]s?$/.test(tokens[owner.to]?.low ?? '') ? owner.to + 1 : owner.to;
  if (!/^(?:sovereignty|claims?|control|rule)$/.test(tokens[what]?.low ?? '')) return undefined;
  if (!/^(?:over|to)$/.test(tokens[what + 1]?.low ?? '')) return undefined;
  const over = objectAt(reader, what + 2);
  return over === undefined ? undefined : { names: [owner.entity], side: false, from: owner.from, to: over.to, over: over.names[0] ?? null }; // prettier-ignore
}

/** "do not recognise it": the one contested place that this sentence or the one before names. */
function itAt({ tokens, at }: Reader, from: number): Slot | undefined {
  const pronoun = tokens[from];
  if (pronoun?.low !== 'it') return undefined;
  const named = new Map<string, Place>();
  for (let i = from - 1; i >= 0 && tokens[i]!.sentence >= pronoun.sentence - 1; i--) {
    const place = at.get(i);
    if (place?.kind === 'contested' && !place.adjectival) named.set(place.entity, place);
  }
  const [only, ...more] = named.keys();
  return only === undefined || more.length > 0 ? undefined : { names: [only], side: false, to: from + 1 };
}

/** An adjective names the place only before "region", "republic" and the like. */
function isNoun({ tokens }: Reader, { adjectival, from, to }: Place): boolean {
  const next = tokens[to];
  // "the Tarn Retailers Association", "Tarn-based"
  const longer =
    next?.capital === true &&
    next.sentence === tokens[from]!.sentence &&
    next.start === tokens[to - 1]!.end + 1;
  if (longer && !/^(?:region|republic|authority)$/.test(next.low)) return false;
  if (/^(?:members?|officials?|diplomats?|envoys?|ambassadors?|troops|forces|soldiers|lawmakers?|leaders?|president|minister|citizens?)$/.test(next?.low ?? '')) return false; // prettier-ignore
  return !adjectival || /^(?:region|republic|territory|state|side|people|authorities|government)$/.test(tokens[to]?.low ?? ''); // prettier-ignore
}

function list(reader: Reader, first: Place): Slot {
  const { tokens, at } = reader;
  const names = [first.entity];
  let to = first.to;
  for (;;) {
    let i = to;
    while (/^(?:,|and|or|as|well|the|also|&)$/.test(tokens[i]?.low ?? '') && i < to + 5) i++;
    const next = i > to ? at.get(i) : undefined;
    if (next === undefined || next.from !== i || !isNoun(reader, next) || next.adjectival) break;
    names.push(next.entity);
    to = next.to;
  }
  return { names, side: false, from: first.from, to, kind: first.kind };
}

const clauseEnds = /^(?:that|which|who|whether|if|because|while|although|but|;|:|\(|\)|—|–|”|"|“)$/;
const own = /^(?:we|our|us)$/;
const sideNoun = /^(?:country|republic|region|nation|territory)$/;
/** Words that may stand between a subject and its verb. */
const between = /^(?:not|n't|never|also|to|and|in|of|for|by|with|the|a|an|its|their|has|have|had|was|were|is|are|be|been|will|would|could|can|may|might|should|must|shall|do|does|did)$|ly$/; // prettier-ignore

/** The place, or list of places, that the clause before a verb is about. */
function subjectBefore(reader: Reader, verb: number): Slot {
  const { tokens, at } = reader;
  const none = { names: [], side: false, to: verb };
  for (let i = verb - 1, steps = 0; i >= 0 && steps < 14; i--, steps++) {
    const token = tokens[i]!;
    if (token.sentence !== tokens[verb]!.sentence || clauseEnds.test(token.low)) {
      if (token.low === 'whether' && tokens[i + 1]?.low === 'to') continue;
      // "Ostmark, which does not recognise Tarn", "— Ostmark and Nelu — do not": the clause is about the place before.
      const before = /^(?:which|who|that)$/.test(token.low) && tokens[i - 1]?.form === ',' ? i - 2 : i - 1;
      const about = /^(?:which|who|that|—|–)$/.test(token.low) ? at.get(before) : undefined;
      return about === undefined || about.adjectival ? none : backwards(reader, about);
    }
    if (token.form === ',') {
      const aside = asideBefore(tokens, i);
      if (aside !== -1) {
        i = aside;
        continue;
      }
      if (!at.has(i - 1) && !/^(?:and|however)$/.test(tokens[i + 1]?.low ?? '')) return none;
    }
    if (own.test(token.low)) return { names: [], side: true, from: i, to: i + 1 };
    if (/^(?:he|she|they|it|i|you|who)$/.test(token.low)) return none;
    // "the region would join": with a speaker, the one he speaks for; in the outlet's own words nobody for certain.
    if (
      sideNoun.test(token.low) &&
      !at.has(i) &&
      /^(?:the|his|her|our|their)$/.test(tokens[i - 1]?.low ?? '')
    )
      return { names: [], side: true, from: i - 1, to: i + 1 };
    const place = at.get(i);
    if (place === undefined) continue;
    if (isPrepositional(reader, place)) {
      i = place.from;
      continue;
    }
    if (!isSubject(reader, place)) return none;
    return backwards(reader, place);
  }
  return none;
}

/** Comma that opens the aside which the comma at `close` ends ("Ostmark, with the help of others, …"); -1 where none does. */
function asideBefore(tokens: readonly Token[], close: number): number {
  for (let i = close - 1; i >= Math.max(0, close - 10); i--) {
    if (tokens[i]!.form !== ',') continue;
    return /^(?:with|along|together|like|including|despite|after|however|meanwhile|which|who|also|too|for|in)$/.test(tokens[i + 1]!.low) ? i : -1; // prettier-ignore
  }
  return -1;
}

/** "in Tarn", "with Tarn": no subject. But "the leaders of Tarn", "the region of Tarn" are. */
function isPrepositional({ tokens }: Reader, { from, to }: Place): boolean {
  if (tokens[from - 1]?.low === 'for' && tokens[to]?.low === 'to') return false;
  let i = from - 1;
  while (i >= 0 && (determiners.test(tokens[i]!.low) || /^(?:so-called|breakaway)$/.test(tokens[i]!.low)))
    i--;
  return /^(?:in|on|at|with|from|against|to|by|for|between|into|about|near|over)$/.test(tokens[i]?.low ?? '');
}

/** "Ostmark's decision to recognise Tarn" */
const planned =
  /^(?:decision|plans?|move|intention|pledge|promise|readiness|desire|bid|attempts?|efforts?|ambition|wish|refusal)$/;

/** A demonym is a subject with a word for the whole state after it: "the Velorian government". */
function isSubject({ tokens }: Reader, { adjectival, to, from }: Place): boolean {
  if (tokens[to]?.low === "'s" || tokens[to]?.low === '’s') return /^(?:government|leaders|authorities|parliament|leadership)$/.test(tokens[to + 1]?.low ?? '') || (planned.test(tokens[to + 1]?.low ?? '') && tokens[to + 2]?.low === 'to'); // prettier-ignore
  if (adjectival) return /^(?:government|leaders|leadership|authorities|parliament|side|people|state|republic|region)$/.test(tokens[to]?.low ?? ''); // prettier-ignore
  return !(tokens[from - 1]?.low === 'of' && /^(?:president|minister|leader|head|member|part)$/.test(tokens[from - 2]?.low ?? '')); // prettier-ignore
}

function backwards({ tokens, at }: Reader, last: Place): Slot {
  const names = [last.entity];
  let from = last.from;
  for (;;) {
    let i = from - 1;
    while (i >= 0 && /^(?:,|and|or|as|well|the|both)$/.test(tokens[i]!.low) && i > from - 5) i--;
    const before = i < from - 1 ? at.get(i) : undefined;
    if (before === undefined || before.adjectival) break;
    names.unshift(before.entity);
    from = before.from;
  }
  return { names, side: false, from, to: last.to };
}

/** "Tarn's accession", "Tarn joining", "our membership", "accession of Tarn". */
function ownerBefore(reader: Reader, noun: number): Slot {
  const { tokens, at } = reader;
  let i = noun - 1;
  while (
    i >= 0 &&
    i > noun - 4 &&
    /^(?:full|formal|official|future|possible|eventual|the)$/.test(tokens[i]!.low)
  )
    i--;
  if (own.test(tokens[i]?.low ?? '')) return { names: [], side: true, from: i, to: noun };
  if (/^['’]s?$/.test(tokens[i]?.low ?? '')) i--;
  const place = at.get(i);
  return place === undefined || between.test(tokens[i]!.low)
    ? { names: [], side: false, to: noun }
    : { names: [place.entity], side: false, from: place.from, to: noun };
}

/** "by more than a hundred states, including Ostmark and Nelu": those that are named. */
function membersAfter(reader: Reader, from: number): Slot | undefined {
  const { tokens } = reader;
  for (let i = from; i < Math.min(tokens.length, from + 10); i++) {
    if (tokens[i]!.sentence !== tokens[from - 1]!.sentence) return undefined;
    if (/^(?:including|notably|like|among)$/.test(tokens[i]!.low)) return objectAt(reader, i + 1);
  }
  return undefined;
}

function byAfter(reader: Reader, from: number): (Slot & { readonly to: number }) | undefined {
  const { tokens } = reader;
  for (let i = from; i < Math.min(tokens.length, from + 5); i++) {
    if (tokens[i]!.sentence !== tokens[from - 1]!.sentence) return undefined;
    if (tokens[i]!.low === 'by') return objectAt(reader, i + 1) ?? membersAfter(reader, i + 1);
    if (!/ly$|^(?:only|far|so)$/.test(tokens[i]!.low)) return undefined;
  }
  return undefined;
}
