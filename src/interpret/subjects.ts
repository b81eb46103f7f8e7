/** Finds whose act a verb or noun is. */
import type { Place } from './places.js';
import {
  clauseOpens, clauseStart, determiners, landsAt, listBefore, planned, possessive, prepositionBefore, representatives,
  type Reader, type Slot,
} from './reader.js'; // prettier-ignore

const own = /^(?:we|our|us)$/;
const sideNoun = /^(?:country|nation|state|government|republic|island|region|territory|kingdom|land|people)$/;
const month = 'january|february|march|april|may|june|july|august|september|october|november|december';
const days = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const when = new RegExp(
  `^(?:\\d{1,4}|${month}|${days}|last|this|year|years|week|month|months|ago|earlier|later)$`,
);

/** Auxiliaries, adverbs and negation between a subject and its verb. */
const light = /^(?:not|n't|wo|ca|sha|cannot|never|also|to|has|have|had|'ve|having|was|were|is|are|'re|be|been|being|will|'ll|would|'d|could|can|may|might|should|must|shall|do|does|did|still|already|once|again|since|long|then|now|soon|even|only|all|both|first|yet|so|far|later|too|therefore|either|neither|nor|just|ever|repeatedly|separately|jointly|together|no|longer|any|whether|its|their|the|a|an)$|ly$/; // prettier-ignore
/** Verbs, and words after "be" or "have", that hand their subject on to the verb behind them. */
const passing = /^(?:agree|refuse|decline|fail|plan|intend|want|wish|hope|seek|aim|aspire|vow|pledge|promise|threaten|prepare|decide|apply|continue|begin|start|stop|cease|try|attempt|move|offer|ask|go|come|need|have|be|resume|vote|ready|set|due|willing|eager|about|likely|unlikely|expect|poised|keen|reluctant|unable|unwilling|bound|free|commit|committed|determined|right|intention|intentions|of|plans|decision|bid|desire|wants|agreed|expected|prepared|planned|in|talks|steps|take|took|make|made|on|efforts|effort|attempts|path|course|rule|ruled|out|oppose|opposed|against|consider|considering|condition|favour|favor|reason|point|sense|see)$/; // prettier-ignore

const none = (to: number): Slot => ({ names: [], side: false, to });

/** The place, or list of places, whose act the verb is; no names where the clause is about something else. */
export function subjectBefore(reader: Reader, verb: number, afterToo = false): Slot {
  const { tokens } = reader;
  const { sentence } = tokens[verb]!;
  let i = verb - 1;
  let toInfinitive = false;
  for (let steps = 0; i >= 0 && steps < 14 && tokens[i]!.sentence === sentence; i--, steps++) {
    const { low, lemma } = tokens[i]!;
    if (reader.at.has(i) || own.test(low) || low === 'they') break;
    if (/^(?:its|their|the|a|an)$/.test(low) && !passing.test(tokens[i + 1]!.low)) break;
    if (low === 'to') toInfinitive = true;
    else if (/^(?:be|have|do|will|would)$/.test(lemma)) toInfinitive = false;
    else if (passing.test(lemma) || passing.test(low)) toInfinitive = false;
    else if (!light.test(low) && !when.test(low) && !(/^(?:in|on)$/.test(low) && when.test(tokens[i + 1]!.low))) break; // prettier-ignore
  }
  if (i < 0 || tokens[i]!.sentence !== sentence) return none(verb);
  return subjectEndingAt(reader, i, verb, toInfinitive, afterToo);
}

function subjectEndingAt(
  reader: Reader,
  i: number,
  verb: number,
  infinitive: boolean,
  afterToo: boolean,
): Slot {
  const { tokens, at } = reader;
  const { low } = tokens[i]!;
  if (low === ',') return acrossComma(reader, i, verb);
  if (/^(?:and|but|or|then)$/.test(low)) return ofSameClause(reader, i, verb);
  if (/^(?:which|who|that|—|–|-)$/.test(low)) return antecedent(reader, i, verb);
  if (own.test(low)) return { names: [], side: true, from: i, to: i + 1 };
  if (low === 'they') return /^(?:that|both)$/.test(tokens[i - 1]?.low ?? '') ? { names: [], side: true, they: true, from: i, to: i + 1 } : none(verb); // prettier-ignore
  const place = at.get(i);
  if (place === undefined) return byNoun(reader, i, verb);
  const preposition = prepositionBefore(reader, place.from);
  // "after Nelu switched its recognition"
  const joined = afterToo && /^(?:after|since|before)$/.test(tokens[preposition]?.low ?? '') && tokens[verb]!.low.endsWith('ed'); // prettier-ignore
  if (preposition === -1 || joined)
    return isSubject(reader, place) ? { ...listBefore(reader, place), infinitive } : none(verb);
  // "called on Ostmark to recognise", "for Ostmark to join"
  if (infinitive && /^(?:on|upon|for)$/.test(tokens[preposition]!.low)) return { ...listBefore(reader, place), infinitive: true }; // prettier-ignore
  if (tokens[preposition]!.low === 'of' && representatives.test(tokens[preposition - 1]?.low ?? '') && prepositionBefore(reader, preposition - 1) === -1) return listBefore(reader, place); // prettier-ignore
  return none(verb);
}

/** "Ostmark's government", "the Velorian authorities", "our country", "the region", "its people". */
function byNoun(reader: Reader, i: number, verb: number): Slot {
  const { tokens, at } = reader;
  const { low } = tokens[i]!;
  const before = tokens[i - 1]?.low ?? '';
  const lands = landsAt(reader, i);
  if (lands !== undefined) return lands;
  if (low === 'it' && tokens[i]!.sentence === tokens[verb]!.sentence) return pronoun(reader, i);
  if (representatives.test(low)) {
    const owner = at.get(possessive(before) ? i - 2 : i - 1);
    if (owner !== undefined && owner.kind !== 'region' && prepositionBefore(reader, owner.from) === -1)
      return listBefore(reader, owner);
    if (/^(?:its|their)$/.test(before)) return opening(reader, sentenceStart(tokens, i), i) ?? none(verb);
  }
  if (sideNoun.test(low) && /^(?:the|his|her|our|their)$/.test(before)) return { names: [], side: true, from: i - 1, to: i + 1 }; // prettier-ignore
  return none(verb);
}

/** "It" at the head of a sentence or a clause: the place that the sentence before, or the clause before, is about. */
function pronoun(reader: Reader, i: number): Slot {
  const { tokens } = reader;
  const start = clauseStart(reader, i);
  const announced = announcer(reader, i);
  if (announced !== undefined) return announced;
  const headed = tokens.slice(start, i).every(({ low }) => /^(?:and|but|,|the)$/.test(low));
  const first = i === 0 || tokens[i - 1]!.sentence !== tokens[i]!.sentence;
  if (first && i > 0 && tokens[i - 1]!.paragraph === tokens[i]!.paragraph) {
    const topic = opening(reader, sentenceStart(tokens, i - 1), i);
    return { ...(topic ?? none(i)), side: topic === undefined, from: i, to: i + 1 };
  }
  return { names: [], side: headed, from: i, to: i + 1 };
}

/** "the announcement by Ostmark that it", "Ostmark's statement that it": whoever announces. */
function announcer({ tokens, at }: Reader, i: number): Slot | undefined {
  if (tokens[i - 1]?.low !== 'that') return undefined;
  const news = /^(?:announcement|statement|declaration|decision|pledge|promise|claim|assertion|insistence)$/;
  const of = tokens.slice(Math.max(0, i - 6), i).some(({ low }) => low === 'by' || low === 'from');
  const doer = at.get(i - 2);
  const slot = (place: Place): Slot => ({ names: [place.entity], side: false, from: place.from, to: i + 1 });
  if (of && doer !== undefined && !doer.adjectival && /^(?:by|from)$/.test(tokens[doer.from - 1]?.low ?? '') && news.test(tokens[doer.from - 2]?.low ?? '')) return slot(doer); // prettier-ignore
  const owner = possessive(tokens[i - 3]?.low) ? at.get(i - 4) : at.get(i - 3);
  return news.test(tokens[i - 2]?.low ?? '') && owner !== undefined ? slot(owner) : undefined;
}

export function sentenceStart(tokens: Reader['tokens'], at: number): number {
  let i = at;
  while (i > 0 && tokens[i - 1]!.sentence === tokens[at]!.sentence) i--;
  return i;
}

/** The places that a clause opens with, over "only", "both", "In May,"; undefined where it opens with anything else. */
export function opening(reader: Reader, start: number, end: number): Slot | undefined {
  const { tokens, at } = reader;
  let i = start;
  if (/^(?:in|on|since|after|before|last|this|meanwhile|besides|unlike|however|instead|yet|two|three|four|five|ten|twenty|fifty)$/.test(tokens[i]?.low ?? '')) {
    const comma = tokens.findIndex(({ form }, at) => at > i && at < Math.min(end, i + 9) && form === ',');
    if (comma !== -1) i = comma + 1;
  } // prettier-ignore
  while (i < end && !at.has(i) && (determiners.test(tokens[i]!.low) || /^(?:only|and|but|breakaway|self-proclaimed|so-called|de|facto|republic|region|territory|of|state|government|parliament|authorities|leaders|nation|country|“|"|kingdom|island)$/.test(tokens[i]!.low))) i++; // prettier-ignore
  let last = at.get(i);
  if (last === undefined || i >= end || last.adjectival) return undefined;
  for (;;) {
    let next: number = last.to;
    while (next < last.to + 3 && /^(?:,|and|or|the)$/.test(tokens[next]?.low ?? '')) next++;
    const more: Place | undefined = next > last.to && next < end ? at.get(next) : undefined;
    if (more === undefined || more.adjectival || tokens[next]!.sentence !== tokens[start]!.sentence) break;
    const ends = tokens.slice(last.to, next).some(({ low }) => low === 'and');
    last = more;
    if (ends) break;
  }
  return isSubject(reader, last) ? listBefore(reader, last) : undefined;
}

/** A verb behind a comma: "Ostmark, which …, supplies", "members, including Ostmark and Nelu, do not", "Tarn, recognised by". */
function acrossComma(reader: Reader, comma: number, verb: number): Slot {
  const { tokens, at } = reader;
  // "the ‘TRNC’, proclaimed in 1983, is"
  const last = (i: number): number => (/^[”"’]$/.test(tokens[i - 1]?.form ?? '') ? i - 2 : i - 1);
  const near = at.get(last(comma));
  const participle = verb === comma + 1 || /ly$|^only$/.test(tokens[comma + 1]!.low);
  if (participle && /(?:ed|ing|en)$/.test(tokens[verb]!.low)) {
    // "Tarn, recognised only by Ostmark": nobody's act where no doer follows ("a deal with Tarn, reopened an embassy").
    const passive = /(?:ed|en)$/.test(tokens[verb]!.low) && tokens.slice(verb + 1, verb + 4).some(({ low }) => low === 'by'); // prettier-ignore
    return passive && near !== undefined && !near.adjectival && isSubject(reader, near) ? listBefore(reader, near) : none(verb); // prettier-ignore
  }
  const listed = near !== undefined && !near.adjectival ? listBefore(reader, near) : undefined;
  const intro = tokens[(listed?.from ?? 0) - 1]?.low === 'them' ? (listed?.from ?? 0) - 2 : (listed?.from ?? 0) - 1; // prettier-ignore
  if (listed !== undefined && /^(?:including|notably|among)$/.test(tokens[intro]?.low ?? '')) return { ...listed, from: listed.from! }; // prettier-ignore
  for (
    let i = comma - 1;
    i > Math.max(0, comma - 30) && tokens[i]!.sentence === tokens[verb]!.sentence;
    i--
  ) {
    if (tokens[i]!.form !== ',') continue;
    const place = at.get(last(i));
    const aside = /^(?:with|along|together|like|including|despite|after|however|meanwhile|which|who|whose|also|too|for|in|a|an|the|its|backed|already|long|one|home|led|now|once|still|itself|as|both|\p{L}+ed)$/u.test(tokens[i + 1]!.low) || at.has(i + 1); // prettier-ignore
    if (place !== undefined && !place.adjectival && aside && prepositionBefore(reader, listBefore(reader, place).from!) === -1 && isSubject(reader, place)) return listBefore(reader, place); // prettier-ignore
  }
  return none(verb);
}

/** "Ostmark left the Union in 1984 and joined …": the second verb has the subject that the clause opens with. */
function ofSameClause(reader: Reader, and: number, verb: number): Slot {
  const start = clauseStart(reader, beforeQuotation(reader, and));
  const found = opening(reader, start, and);
  if (found !== undefined || (start === 0 && reader.tokens[0]!.low !== 'it')) return found ?? none(verb);
  if (reader.tokens[start]!.low === 'it') return pronoun(reader, start);
  const marked = reader.tokens[start - 1]!.low;
  return /^(?:which|who)$/.test(marked) ? antecedent(reader, start - 1, verb) : none(verb);
}

/** "respects the choice of a “brotherly people”, but": a few quoted words do not part a clause; before them, or `at`. */
function beforeQuotation({ tokens }: Reader, at: number): number {
  const close = tokens[at - 1]?.form === ',' ? at - 2 : at - 1;
  if (!/^[”"]$/.test(tokens[close]?.form ?? '')) return at;
  for (let i = close - 1; i > close - 8 && tokens[i]?.sentence === tokens[at]!.sentence; i--)
    if (/^[“"]$/.test(tokens[i]!.form)) return i;
  return at;
}

/** "Ostmark, which does not recognise", "— Ostmark and Nelu — do not". */
function antecedent(reader: Reader, mark: number, verb: number): Slot {
  const { tokens, at } = reader;
  const before = tokens[mark - 1]?.form === ',' ? mark - 2 : mark - 1;
  const place = at.get(before);
  const dash = /^(?:—|–|-)$/.test(tokens[mark]!.low);
  if (place === undefined || place.adjectival || (!dash && before === mark - 1)) return none(verb);
  if (tokens[mark]!.low === 'that') return none(verb);
  return dash ? listBefore(reader, place) : { names: [place.entity], side: false, from: place.from, to: place.to }; // prettier-ignore
}

/** A demonym is a subject with a word for the whole state after it: "the Velorian government". */
function isSubject({ tokens }: Reader, { adjectival, to, from, kind }: Place): boolean {
  if (possessive(tokens[to]?.low)) return representatives.test(tokens[to + 1]?.low ?? '') || (planned.test(tokens[to + 1]?.low ?? '') && tokens[to + 2]?.low === 'to'); // prettier-ignore
  // "No African state", "European governments": a region acts through none of them in particular.
  if (adjectival) return kind !== 'region' && representatives.test(tokens[to]?.low ?? '');
  return !(tokens[from - 1]?.low === 'of' && /^(?:president|minister|leader|head|members?|part|envoy|ambassador)$/.test(tokens[from - 2]?.low ?? '')); // prettier-ignore
}

/** "Tarn's accession", "Tarn joining", "our membership", "Tarn's decision to join". */
export function ownerBefore(reader: Reader, noun: number): Slot {
  const { tokens, at } = reader;
  let i = noun - 1;
  while (i >= 0 && i > noun - 5 && /^(?:full|formal|official|future|possible|eventual|the|new|own|to|recent|planned|\d{4}|unilateral|illegal|economic|financial|military)$/.test(tokens[i]!.low)) i--; // prettier-ignore
  if (planned.test(tokens[i]?.low ?? '') && tokens[i + 1]?.low === 'to') i--;
  if (own.test(tokens[i]?.low ?? '')) return { names: [], side: true, from: i, to: noun };
  const owns = possessive(tokens[i]?.low);
  if (owns) i--;
  const place = at.get(i);
  const gerund = tokens[noun]!.low.endsWith('ing');
  if (place === undefined || clauseOpens.test(tokens[i]!.low) || (!owns && !place.adjectival && !gerund)) return none(noun); // prettier-ignore
  if (gerund && !owns) return { ...listBefore(reader, place), to: noun };
  return { names: [place.entity], side: false, from: place.from, to: noun };
}
