import type { RelationGrammar } from './grammar/grammar.js';
import { byAfter, itAt, membersAfter, objectAt } from './objects.js';
import { patternsOf, type Cell, type Pattern, type SlotName } from './patterns.js';
import { contestedLands, leadingPlace, type Place } from './places.js';
import { determiners, fillers, planned, possessive, type Reader, type Slot } from './reader.js';
import type { Proposition } from './proposition.js';
import { findClaimed } from './claimed.js';
import { findStatuses } from './statuses.js';
import { ownerBefore, subjectBefore } from './subjects.js';
import type { Token } from './tokens.js';

/** All propositions of a text, in text order. One word carries one at most: the pattern with the most words wins. */
export function findPropositions(tokens: readonly Token[], places: readonly Place[]): Proposition[] {
  const at = new Map<number, Place>();
  const sure = new Map<number, Place>();
  for (const place of places)
    for (let i = place.from; i < place.to; i++) {
      at.set(i, place);
      if (place.kind !== 'perhaps') sure.set(i, place);
    }
  const body = bodyOf(places);
  const reader = { tokens, at: sure, body, lands: contestedLands(places), land: leadingPlace(places, 'contested'), recognised: null }; // prettier-ignore
  const found: Proposition[] = [];
  tokens.forEach((token, i) => {
    if (sure.has(i) || !token.word) return;
    const last = found.at(-1);
    const within = last !== undefined && last.infinitive === true && last.trigger < i && i < last.to ? last.relation : null; // prettier-ignore
    for (const pattern of patternsOf(token.lemma, token.low)) {
      const state = pattern.grammar.relation === 'recognize';
      const recognised = state ? lastRecognised(tokens, found, i) : null;
      const propositions = match(state ? { ...reader, at, recognised } : reader, pattern, i);
      if (propositions.length === 0) continue;
      // "called on Nelu to impose sanctions on Tarn": the noun would tell it again, of the speaker's side.
      if (pattern.form === 'noun' && pattern.grammar.relation === within) continue;
      found.push(...propositions.map((proposition) => ofLast(tokens, proposition, last)));
      return;
    }
  });
  return [...found, ...findStatuses(reader), ...findClaimed(reader)].sort((a, b) => a.trigger - b.trigger);
}

/** "supports Tarn's accession to the Union but not its accession to the Pact": whose the last one was. */
function ofLast(
  tokens: readonly Token[],
  proposition: Proposition,
  last: Proposition | undefined,
): Proposition {
  const { form, subjects, side, trigger, relation } = proposition;
  const its = tokens[trigger - 1]?.low === 'its' && form === 'noun' && subjects.length === 0 && !side;
  const same =
    last?.relation === relation &&
    last.to <= trigger &&
    tokens[last.trigger]!.sentence === tokens[trigger]!.sentence;
  return its && same ? { ...proposition, subjects: last.subjects, side: last.side } : proposition;
}

/** What "its recognition" is of: what was recognised last, in this sentence or the one before. */
function lastRecognised(tokens: readonly Token[], found: readonly Proposition[], at: number): Slot | null {
  const last = found.filter(({ relation }) => relation === 'recognize').at(-1);
  const near = last !== undefined && tokens[last.trigger]!.sentence >= tokens[at]!.sentence - 1;
  return near ? { names: last.objects, side: last.objectIsSide, to: at + 1 } : null;
}

/** The body that an article is about: named three times as often as any other. */
function bodyOf(places: readonly Place[]): string | null {
  const counts = new Map<string, number>();
  for (const { entity, kind } of places)
    if (kind === 'body' && !/^(?:UN\b|United Nations)/.test(entity))
      counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= 3 * (second?.[1] ?? 0) ? first[0] : null;
}

function match(reader: Reader, pattern: Pattern, trigger: number): Proposition[] {
  const { tokens } = reader;
  const { grammar, form, cells } = pattern;
  if (form !== 'noun' && isNounHere(tokens, trigger)) return [];
  if (form === 'verb' && isPassive(tokens, trigger)) {
    const only = cells.length === 1 && cells[0] === 'OBJ';
    const intoBody = cells.length === 3 && cells[0] === 'OBJ' && cells[2] === 'BODY';
    return only ? passive(reader, grammar, trigger) : intoBody ? admitted(reader, pattern, trigger) : [];
  }
  const slots = fill(reader, cells, trigger, form);
  if (slots === undefined) return [];
  if (form === 'mutual') return mutual(reader, grammar, trigger, slots.to);
  if (slots.MEMBER !== undefined) return admission(reader, grammar, trigger, slots.MEMBER);
  const object =
    slots.LAND ??
    slots.TOPIC ??
    slots.PRE ??
    slots.SAME ??
    slots.BODY ??
    slots.OBJ ??
    slots.OWNER ??
    slots.DEED;
  if (slots.PAIR !== undefined) {
    const [subject, ...others] = slots.PAIR.names;
    return [build(reader, grammar, trigger, { ...slots.PAIR, names: [subject!] }, { ...slots.PAIR, names: others }, 'noun')]; // prettier-ignore
  }
  if (object === undefined) return [];
  if (isElsewhere(reader, cells, trigger, object.to)) return [];
  // "recognises Beijing as the government of China", "as its capital"
  if (grammar.relation === 'recognize' && tokens[object.to]?.low === 'as' && tokens.slice(object.to + 1, object.to + 5).some(({ low }) => /^(?:government|representative|capital|president|leader|occupier|aggressor)$/.test(low))) return []; // prettier-ignore
  if (isAttitude(grammar) && /ing$|^(?:in|to)$/.test(tokens[object.to]?.low ?? '')) return [];
  // "will lead Tarn into the Union": it is Tarn that joins.
  const led = slots.BODY !== undefined && slots.OBJ !== undefined ? slots.OBJ : undefined;
  const subject =
    led !== undefined
      ? led
      : form === 'verb'
        ? subjectOf(reader, grammar, trigger, object)
        : ownerBefore(reader, slots.PRE?.from ?? trigger);
  const of = form === 'noun' && cells.length === 1 && cells[0] === 'BODY' ? ofAfter(reader, trigger + 1) : undefined; // prettier-ignore
  const member = slots.PRE === undefined ? undefined : memberAfter(reader, trigger + 1);
  const by = form === 'noun' ? (of ?? member ?? byAfter(reader, object.to)) : undefined;
  const whose = form === 'noun' && grammar.relation === 'withdraw-forces' ? troopsOf(reader, trigger, object) : undefined; // prettier-ignore
  const all = subject.names.length > 0 || subject.side ? subject : (by ?? whose ?? subject);
  // "Ostmark's accession" needs an owner where the body is left out.
  const left = slots.TOPIC === undefined && slots.PRE === undefined;
  if (left && of === undefined && object.to === trigger + 1 && all.names.length === 0 && !all.side) return [];
  const noun = form === 'noun' || isGerund(tokens, trigger) || isPlanned(tokens, trigger);
  const to = Math.max(object.to, by?.to ?? 0);
  const proposition = build(reader, grammar, trigger, { ...all, to }, object, noun ? 'noun' : 'verb');
  const old = slots.OLD === undefined ? [] : [{ ...proposition, ends: true, objects: slots.OLD.names }];
  return [...old, proposition, ...unlike(reader, proposition, to)];
}

/** "Veloria is in the Union", but not "is playing a part in Union programmes". */
function isElsewhere(reader: Reader, [first]: readonly Cell[], trigger: number, to: number): boolean {
  if (reader.tokens[trigger]!.lemma !== 'be' || typeof first !== 'object' || !first.has('in')) return false;
  const next = /^(?:not|n't|still|already|also)$/.test(reader.tokens[trigger + 1]?.low ?? '') ? trigger + 2 : trigger + 1; // prettier-ignore
  return reader.tokens[next]?.low !== 'in' || !isBare(reader, to, false);
}

/** "the withdrawal of Ostmark troops from Tarn" */
function troopsOf({ at }: Reader, trigger: number, { from: end = trigger }: Slot): Slot | undefined {
  for (let i = trigger + 1; i < end; i++) {
    const place = at.get(i);
    if (place !== undefined) return { names: [place.entity], side: false, to: place.to };
  }
  return undefined;
}

const acts: ReadonlySet<string> = new Set(['recognize', 'establish-ties', 'join', 'leave', 'annex']);

/** The subject before a verb, or those that are named behind it: "forty states recognise Tarn, including Nelu". */
function subjectOf(reader: Reader, { relation }: RelationGrammar, verb: number, object: Slot): Slot {
  const before = subjectBefore(reader, verb, acts.has(relation));
  if (relation !== 'recognize' || before.names.length > 0 || before.side) return before;
  const { tokens } = reader;
  const head = tokens.slice(Math.max(0, verb - 6), verb).some(({ low, sentence }) => sentence === tokens[verb]!.sentence && /^(?:countries|states|nations|governments|members)$/.test(low)); // prettier-ignore
  const none = tokens.slice(Math.max(0, verb - 8), verb).some(({ low }) => /^(?:no|which|that|who|not|n't|never)$/.test(low)); // prettier-ignore
  if (!head || none) return before;
  for (let i = object.to; i < object.to + 10 && tokens[i]?.sentence === tokens[verb]!.sentence; i++)
    if (/^(?:including|notably|among)$/.test(tokens[i]!.low)) return objectAt(reader, /^(?:them|these)$/.test(tokens[i + 1]?.low ?? '') ? i + 2 : i + 1) ?? before; // prettier-ignore
  return before;
}

/** "EU membership for Tarn", "the EU membership of Tarn" */
function memberAfter(reader: Reader, from: number): Slot | undefined {
  return /^(?:of|for)$/.test(reader.tokens[from]?.low ?? '') ? objectAt(reader, from + 1) : undefined;
}

/** "The Union will admit Tarn", "the Union's door is open to Tarn": Tarn would join. */
function admission(reader: Reader, grammar: RelationGrammar, trigger: number, member: Slot): Proposition[] {
  const door = /^doors?$/.test(reader.tokens[trigger]!.low);
  const body = door ? ownerBefore(reader, trigger) : subjectBefore(reader, trigger);
  const named = body.names.length > 0 && reader.at.get(body.from ?? -1)?.kind === 'body';
  if (!named && !(door && body.side)) return [];
  const slot = { ...body, from: body.from ?? trigger };
  const built = build(reader, grammar, trigger, { ...member, from: slot.from, to: member.to }, { ...slot, to: trigger + 1 }, door ? 'noun' : 'verb'); // prettier-ignore
  return [{ ...built, to: member.to, ...(door ? { leans: true } : {}) }];
}

const isAttitude = ({ relation }: RelationGrammar): boolean =>
  relation === 'support' || relation === 'condemn';

function build(
  { tokens }: Reader,
  grammar: RelationGrammar,
  trigger: number,
  subject: Slot,
  object: Slot,
  form: 'verb' | 'noun',
): Proposition {
  return {
    relation: relationOf(tokens, grammar.relation, trigger),
    ends: grammar.ends === true,
    form,
    trigger,
    from: Math.min(subject.from ?? trigger, trigger),
    to: Math.max(subject.to, object.to, trigger + 1),
    subjects: subject.names,
    side: subject.side,
    objects: object.names,
    objectIsSide: object.side,
    over: object.over ?? null,
    ...(subject.infinitive === true ? { infinitive: true } : {}),
    ...(subject.they === true ? { they: true } : {}),
    ...(grammar.ahead === true ? { ahead: true } : {}),
    ...(form === 'noun' && grammar.done === true ? { done: true } : {}),
  };
}

type Slots = Partial<Record<SlotName, Slot>> & { readonly to: number };

/** Walks the cells of a row from its first word; undefined where one of them is not there. */
function fill(reader: Reader, cells: readonly Cell[], trigger: number, form: Pattern['form']): Slots | undefined {
  let to = trigger + 1;
  const slots: Partial<Record<SlotName, Slot>> = {};
  for (const [n, cell] of cells.entries()) {
    if (typeof cell === 'object') {
      // "has severed relations" is no having of relations.
      if (n === 0 && reader.tokens[trigger]!.lemma === 'have' && !cell.has(reader.tokens[to]?.low ?? '') && !/^(?:no|not|any|full|formal|diplomatic|official|close|strong)$/.test(reader.tokens[to]?.low ?? '')) return undefined; // prettier-ignore
      const next = seek(reader, to, cell);
      if (next === -1) return undefined;
      to = next + 1;
      continue;
    }
    const slot = slotAt(reader, cell, to, form === 'noun' && cells.length === 1);
    if (slot === undefined) return undefined;
    slots[cell] = slot;
    to = slot.to;
  }
  return { ...slots, to };
} // prettier-ignore

function slotAt(reader: Reader, cell: SlotName, from: number, mayLack: boolean): Slot | undefined {
  const { tokens, at, body } = reader;
  if (cell === 'PAIR') {
    const pair = objectAt(reader, from);
    return pair !== undefined && pair.names.length >= 2 ? pair : undefined;
  }
  if (cell === 'SAME') return reader.recognised === null ? undefined : { ...reader.recognised, to: from };
  if (cell === 'TOPIC') return isBare(reader, from) ? { names: [], side: false, to: from } : undefined;
  if (cell === 'PRE') return bodyBefore(reader, from - 1);
  if (cell === 'OWNER' || cell === 'DEED') return ownerAt(reader, from, cell);
  const same = tokens[from]?.low === 'it' && reader.recognised !== null ? { ...reader.recognised, to: from + 1 } : undefined;
  const object = objectAt(reader, from) ?? same ?? itAt(reader, from) ?? someOf(reader, from);
  if (cell === 'LAND') return object?.kind === 'body' || object?.kind === 'region' ? undefined : object;
  if (cell !== 'BODY') return object;
  if (object?.kind === 'body') return object;
  const lacking = mayLack && body !== null && !/^(?:to|in|into)$/.test(tokens[from]?.low ?? '') && !at.has(from);
  return lacking ? { names: [body], side: false, to: from } : undefined;
} // prettier-ignore

/** "supports membership", "the accession would": nothing behind the noun says of what. */
function isBare({ tokens, at }: Reader, from: number, alone = true): boolean {
  const noun = tokens[from - 1]!;
  const next = tokens[from];
  if ((alone && at.has(from - 2)) || /^in$/.test(tokens[from - 2]?.low ?? '')) return false;
  if (next === undefined || next.sentence !== noun.sentence || !next.word) return true;
  return /^(?:is|was|are|were|would|will|could|can|should|must|has|had|have|as|at|before|after|until|without|and|or|but|outright|later|now|this|next|only|remains?|because|if|while|since|despite|altogether)$/.test(next.low); // prettier-ignore
}

/** "NATO membership", "full EU membership" */
function bodyBefore({ at }: Reader, noun: number): Slot | undefined {
  const body = at.get(noun - 1);
  if (body?.kind !== 'body') return undefined;
  return { names: [body.entity], side: false, from: body.from, to: noun + 1, kind: 'body' };
}

/** "with twelve states, among them Ostmark" */
function someOf(reader: Reader, from: number): Slot | undefined {
  const counted = /^(?:\d+|some|about|several|dozens|more|five|six|seven|eight|nine|ten|twelve|other)$/.test(reader.tokens[from]?.low ?? ''); // prettier-ignore
  return counted ? membersAfter(reader, from + 1) : undefined;
}

const deeds = /^(?:attacks?|invasion|annexation|occupation|aggression|war|strikes?|offensive|blockade|recognition|shelling|bombing|incursion)$/; // prettier-ignore

function ownerAt({ tokens, at }: Reader, from: number, cell: 'OWNER' | 'DEED'): Slot | undefined {
  const place = at.get(determiners.test(tokens[from]?.low ?? '') ? from + 1 : from);
  if (place === undefined || !(place.adjectival || possessive(tokens[place.to]?.low))) return undefined;
  const to = possessive(tokens[place.to]?.low) ? place.to + 1 : place.to;
  if (cell === 'DEED' && !deeds.test(tokens[to]?.low ?? '') && !deeds.test(tokens[to + 1]?.low ?? '')) return undefined; // prettier-ignore
  return { names: [place.entity], side: false, from: place.from, to };
}

/** "the accession of Tarn" where the body is left out. */
function ofAfter(reader: Reader, from: number): Slot | undefined {
  return reader.tokens[from]?.low === 'of' ? objectAt(reader, from + 1) : undefined;
}

function mutual(reader: Reader, grammar: RelationGrammar, trigger: number, to: number): Proposition[] {
  const { tokens } = reader;
  if (/^(?:with|to|between)$/.test(tokens[to]?.low ?? '')) return [];
  const subject = subjectBefore(reader, trigger);
  const [first, ...others] = subject.names;
  if (first === undefined || others.length === 0) return [];
  const noun = isGerund(tokens, trigger) ? 'noun' : 'verb';
  return [build(reader, grammar, trigger, { ...subject, names: [first], to }, { names: others, side: false, to }, noun)]; // prettier-ignore
}

/** "does not recognise it, and neither do Nelu and Ostmark" */
function neitherOthers(reader: Reader, { trigger }: Proposition, to: number): Slot | undefined {
  const { tokens } = reader;
  for (let i = to; i < to + 8 && tokens[i]?.sentence === tokens[trigger]!.sentence; i++) {
    if (!/^(?:neither|nor)$/.test(tokens[i]!.low) || !/^(?:do|does|did|has|have|will)$/.test(tokens[i + 1]?.low ?? '')) continue; // prettier-ignore
    const others = objectAt(reader, i + 2);
    return others === undefined || others.side ? undefined : others;
  }
  return undefined;
}

/** "recognised by Nelu, but not by Ostmark", "Nelu recognises Tarn, but Ostmark does not": the same, negated, of others. */
function unlike(reader: Reader, proposition: Proposition, to: number): Proposition[] {
  const { tokens } = reader;
  const neither = neitherOthers(reader, proposition, to);
  if (neither !== undefined) return [{ ...proposition, subjects: neither.names, side: false, polarity: 'negated', to: neither.to }]; // prettier-ignore
  let i = to;
  for (; i < to + 14 && tokens[i]?.sentence === tokens[proposition.trigger]!.sentence; i++) if (/^(?:but|although|though|while)$/.test(tokens[i]!.low)) break; // prettier-ignore
  if (!/^(?:but|although|though|while)$/.test(tokens[i]?.low ?? '') || tokens[i]!.sentence !== tokens[proposition.trigger]!.sentence) return []; // prettier-ignore
  const byOthers = tokens[i + 1]?.low === 'not' && tokens[i + 2]?.low === 'by';
  const others = objectAt(reader, byOthers ? i + 3 : i + 1);
  if (others === undefined || others.side) return [];
  const verb = tokens[others.to]?.low ?? '';
  const denies = /^(?:do|does|did|has|have)$/.test(verb) && /^(?:not|n't)$/.test(tokens[others.to + 1]?.low ?? '') && !(tokens[others.to + 2]?.word === true); // prettier-ignore
  if (!byOthers && !denies) return [];
  return [{ ...proposition, subjects: others.names, side: false, polarity: 'negated', to: others.to }];
}

/** "Tarn is part of Ostmark" tells a state of things; "to be part of Ostmark", "being part of it" is joining it. */
function relationOf(
  tokens: readonly Token[],
  relation: RelationGrammar['relation'],
  verb: number,
): RelationGrammar['relation'] {
  const aim = /^(?:to|will|would|should|could|can|may|might|must|never|not)$/.test(tokens[verb - 1]?.low ?? '') && /^(?:be|become)$/.test(tokens[verb]!.low); // prettier-ignore
  return relation === 'part-of' && (aim || /^(?:being)$/.test(tokens[verb]!.low)) ? 'join' : relation;
}

/** "the help", "its aid", "the occupied Tarn district": no verbs. */
function isNounHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.low ?? '';
  if (tokens[at]!.low.endsWith('ing')) return false;
  if (/^(?:the|an?|its|his|her|their|our|of)$/.test(before)) return true;
  if (possessive(before) && !/^['’]s$/.test(tokens[at]!.low)) return true;
  return /ed$/.test(tokens[at]!.low) && /^(?:\[|internationally|this)$/.test(before);
}

/** "the decision to recognise": a thing that can be welcomed or condemned, not an assertion. */
function isPlanned(tokens: readonly Token[], verb: number): boolean {
  const noun = /^(?:the|an?|any|no|its|his|her|their|our|this|new|['’]s?)$/.test(tokens[verb - 3]?.low ?? '');
  const called = /^(?:calls|efforts|appeals|proposals)$/.test(tokens[verb - 2]?.low ?? '');
  return tokens[verb - 1]?.low === 'to' && (called || (noun && planned.test(tokens[verb - 2]?.low ?? '')));
}

/** "is recognized", "has been annexed", "recognised only by": a form of "be" before a participle, or "by" behind it. */
function isPassive(tokens: readonly Token[], verb: number): boolean {
  if (!/(?:ed|en|own|ung|uck)$/.test(tokens[verb]!.low)) return false;
  if (tokens[verb + 1]?.low === 'by') return true;
  if (/^(?:only|formally|officially|mainly)$/.test(tokens[verb + 1]?.low ?? '') && tokens[verb + 2]?.low === 'by') return true; // prettier-ignore
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

function passive(reader: Reader, grammar: RelationGrammar, verb: number): Proposition[] {
  const object = subjectBefore(reader, verb);
  if (object.names.length === 0 && !object.side) return [];
  const by = byAfter(reader, verb + 1);
  const to = by?.to ?? verb + 1;
  const agents = by ?? { names: [], side: false, to };
  const proposition = { ...build(reader, grammar, verb, { ...agents, from: object.from ?? verb, to }, object, 'verb'), to }; // prettier-ignore
  const others = unlike(reader, proposition, to);
  return by === undefined ? others : [proposition, ...others];
}

/** "Veloria was admitted to the Northern Union": the one admitted is the one that joins. */
function admitted(reader: Reader, { grammar, cells }: Pattern, verb: number): Proposition[] {
  const next = typeof cells[1] === 'object' ? seek(reader, verb + 1, cells[1]) : -1;
  const body = next === verb + 1 ? objectAt(reader, next + 1) : undefined;
  const subject = subjectBefore(reader, verb);
  if (body?.kind !== 'body' || (subject.names.length === 0 && !subject.side)) return [];
  return [build(reader, grammar, verb, { ...subject, to: verb }, body, 'verb')];
}

function seek({ tokens, at }: Reader, from: number, wanted: ReadonlySet<string>): number {
  for (let i = from; i < Math.min(tokens.length, from + 5); i++) {
    const token = tokens[i]!;
    if (token.sentence !== tokens[from - 1]!.sentence) return -1;
    if (wanted.has(token.low) || wanted.has(token.lemma)) return i;
    const place = at.get(i);
    // "join the Union with us": the verb has its object before "with".
    if (place?.kind === 'body' && !place.adjectival && wanted.has('with') && !possessive(tokens[place.to]?.low)) return -1; // prettier-ignore
    if (/^[“"”]$/.test(token.form)) continue;
    const passed =
      determiners.test(token.low) || fillers.test(token.low) || place !== undefined || i <= from + 2;
    if (!token.word || !passed || /^(?:and|but|or|to|that|which|who|with|in|on|for|from|after|before|while)$/.test(token.low)) return -1; // prettier-ignore
  }
  return -1;
}
