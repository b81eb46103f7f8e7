import { byBody, byOwnBody } from './bodies.js';
import { byDescription } from './descriptions.js';
import { isPossessive, plain, wordAt, type Document } from './document.js';
import type { Entity } from './inventory.js';
import type { NameMention } from './name-type.js';
import { byPersonalPronoun } from './pronouns.js';
import { nobody, vague, type Found, type Reading } from './reading.js';
import { addRole } from './roles.js';
import { bodyHeads, bodyIntroducers, isDemonym, issued, ownedBodies, workNouns } from './words/name-words.js';
import { isPersonNoun, shortTitles, vagueNouns } from './words/person-nouns.js';

const quantified =
  /^(?:one|two|three|four|five|six|some|many|several|most|few|another|other|others|dozens|hundreds|thousands|members?|critics|supporters|opponents|aides)$/u;

/**
 * A phrase with words of its own: a name, a list of names, a body made of a name, a description.
 * @param from first word of the phrase. @param to end, exclusive, in words.
 * @param around the speaker of the statement that the phrase stands in, if any.
 */
export function byPhrase(reading: Reading, from: number, to: number, around: Found | null): Found {
  const { document, names, inventory } = reading;
  const inside = names.filter((n) => n.from >= from && n.to <= to + 1 && n.from < to);
  const first = inside[0];
  const work = workIn(reading, from, to, first !== undefined);
  if (work !== null) return work;
  const opener = plain(document, from);
  if (opener === 'both' && to - from === 1) return byBoth(reading, from);
  if (first === undefined) return byOwnBody(reading, from, to, around) ?? byDescription(reading, from, to);
  const named = byBody(reading, from, to, first);
  if (named !== null) return named;
  if (quantified.test(opener) || opener === 'both')
    return opener === 'another' && inside.length === 1 ? apposed(reading, from, to, inside) : vague;
  const introduced = inside.find((n) => n !== first && introducesBody(document, from, n));
  const body = introduced && inventory.of.get(introduced);
  if (body !== undefined) return { entities: [body], confidence: 0.9 };
  // "Continental Union commissioner X": the body is part of the title, X is the head.
  const titled = inside.find((n) => n.type === 'person' && n.from > first.from && n.titleFrom <= from + 1);
  const own = titled && inventory.of.get(titled);
  if (own !== undefined) return { entities: [own], confidence: 0.9 };
  if (!leadsTo(document, from, first)) return apposed(reading, from, to, inside);
  const after = first.to;
  const compound = after < to ? compoundHead(document, after, to) : null;
  if (isPossessive(document, after - 1) && after < to) return byOwned(reading, from, to, inside, compound);
  if (compound !== null && isBehind(document, compound, inside)) return apposed(reading, from, to, inside);
  if (compound !== null)
    return opener === 'a' || opener === 'an'
      ? vagueOr(reading, from, compound)
      : byCompound(reading, from, first, compound);
  if (opener === 'a' || opener === 'an')
    return first.type === 'person' || first.type === 'group' ? nobody : byDescription(reading, from, to);
  const listed = listOf(reading, inside, from, to);
  const entities = listed.map((n) => inventory.of.get(n)).filter((e): e is Entity => e !== undefined);
  return entities.length === 0 ? nobody : { entities: [...new Set(entities)], confidence: 0.95 };
}

/** "The Aramite president, X": a person's name set off right behind the noun that ends the phrase. */
function isBehind(document: Document, head: number, inside: readonly NameMention[]): boolean {
  return (
    isPersonNoun(plain(document, head)) &&
    plain(document, head + 1) === ',' &&
    inside.some((n) => n.type === 'person' && n.titleFrom === head + 2)
  );
}

/** "A 2031 survey by the Daily X": a work told by the phrase that names it; "the survey": the last such work. */
function workIn(reading: Reading, from: number, to: number, named: boolean): Found | null {
  const { document, past } = reading;
  let end = from;
  while (
    end < to &&
    document.words[end]!.letters &&
    !/^(?:of|by|for|from|in|on|at|about|into|who|that|which)$/u.test(plain(document, end)) &&
    !(workNouns.has(plain(document, end - 1)) && isMade.test(plain(document, end)))
  )
    end++;
  if (end <= from || !workNouns.has(plain(document, end - 1)) || isPossessive(document, end - 1)) return null;
  const first = /^(?:the|a|an|this|that|his|her|its|their)$/u.test(plain(document, from)) ? from + 1 : from;
  if (named) return { entities: [], made: workNamed(reading, first, end, to), confidence: 0.7 };
  const issuer = issuerOf(reading, from, end) ?? byWriter(reading, from, end);
  if (issuer !== null) return issuer;
  const last = past.slice(-3).findLast((p) => p.found.made?.type === 'work');
  return last !== undefined && first > from && plain(document, from).startsWith('th')
    ? { ...last.found, confidence: 0.65 }
    : nobody;
}

/** A work by its maker where the phrase names one ("a poll by X", "an X survey"), else by the phrase. */
function workNamed(
  { document, names }: Reading,
  first: number,
  end: number,
  to: number,
): NonNullable<Found['made']> {
  const noun = document.words[end - 1]!;
  const inside = names.filter((n) => n.from >= first && n.to <= to + 1 && n.from < to);
  const joint = makerJoint(document, end, to);
  const by = joint === null ? [] : inside.filter((n) => n.from > joint);
  const maker =
    by.find((n) => n.type === 'person') ??
    by[0] ??
    inside.find((n) => n.to < end && n.type === 'organization');
  let last = end;
  while (last < to && (document.words[last]!.letters || plain(document, last) !== ',')) last++;
  const phrase = document.text.slice(document.words[first]!.span[0], document.words[last - 1]!.span[1]);
  return { name: maker === undefined || noun.capital ? phrase : maker.text, type: 'work' };
}

/** What a maker does to a work; who saw, obtained or leaked it is none. */
const isMade =
  /^(?:published|taken|conducted|released|carried|made|issued|compiled|prepared|written|done|adopted|drafted|produced|signed)$/u;

/** "A poll by X", "a survey published on Monday by X": where the maker is told; null where he is not. */
function makerJoint(document: Document, end: number, to: number): number | null {
  if (/^(?:by|from)$/u.test(plain(document, end))) return end;
  if (!isMade.test(plain(document, end))) return null;
  for (let i = end + 1; i < Math.min(to, end + 8) && document.words[i]!.letters; i++)
    if (plain(document, i) === 'by') return i;
  return null;
}

/** "The post", "the statement": what the last speaker, one or two sentences before, is told to have written or issued. */
function issuerOf({ document, past }: Reading, from: number, end: number): Found | null {
  const noun = plain(document, end - 1);
  const last = past.at(-1);
  if (last === undefined || !issued.has(noun) || end - from !== 2 || plain(document, from) !== 'the')
    return null;
  const distance = document.sentence[from]! - document.sentence[wordAt(document, last.at)]!;
  if (distance > 2 || last.found.confidence < 0.7 || last.found.made?.type === 'work') return null;
  const told = document.text.slice(last.at, document.words[from]!.span[0]).toLowerCase();
  const wrote =
    /\b(?:wrote|writes|posted|tweeted)\b/u.test(last.cue) && /^(?:post|tweet|message)$/u.test(noun);
  return wrote || new RegExp(`\\b(?:an?|his|her|its|their) (?:\\p{L}+ )?${noun}\\b`, 'u').test(told)
    ? { ...last.found, confidence: 0.65 }
    : null;
}

/** "Her post": the word of whom "her" means. */
function byWriter(reading: Reading, from: number, end: number): Found | null {
  const opener = plain(reading.document, from);
  if (end - from !== 2 || !/^(?:his|her)$/u.test(opener) || !issued.has(plain(reading.document, end - 1))) return null; // prettier-ignore
  const owner = byPersonalPronoun(reading, from, opener === 'his' ? 'male' : 'female', null);
  return owner.entities.length === 1 ? { ...owner, confidence: owner.confidence * 0.9 } : null;
}

/** "Both": the two who spoke together last. */
function byBoth({ document, past }: Reading, at: number): Found {
  const last = past.at(-1);
  const near =
    last !== undefined && document.sentence[at]! - document.sentence[wordAt(document, last.at)]! <= 2;
  return near && last.found.entities.length === 2 ? { ...last.found, confidence: 0.75 } : nobody;
}

/** What a name owns: "X's deputy, Y", "X's Ministry of Health", "X's office", else a description ("X's lawyer"). */
function byOwned(
  reading: Reading,
  from: number,
  to: number,
  inside: readonly NameMention[],
  head: number | null,
): Found {
  const { document, inventory } = reading;
  const first = inside[0]!;
  const next = inside[1];
  const owned = next && inventory.of.get(next);
  if (owned !== undefined && next!.from === first.to && next!.type === 'organization')
    return { entities: [owned], confidence: 0.85 };
  if (inside.slice(1).some((n) => n.type === 'person')) return apposed(reading, from, to, inside);
  if (head === null) return byDescription(reading, from, to);
  return plain(document, head) === 'campaign' || ownedBodies.has(plain(document, head))
    ? byCompound(reading, from, first, head)
    : vagueOr(reading, from, head);
}

/** True where only an article, a title, a role or what a body is stands between the phrase's start and the name. */
function leadsTo(document: Document, from: number, name: NameMention): boolean {
  if (introducesBody(document, from, name) || introducesPerson(document, from, name)) return true;
  for (let i = from; i < Math.min(name.from, name.titleFrom < from ? from : name.titleFrom); i++)
    if (
      !/^(?:the|a|an|both|even|and|then|former|so-called|\d{2}-year-old)$/u.test(plain(document, i)) &&
      !shortTitles.has(plain(document, i)) &&
      document.words[i]!.letters
    )
      return false;
  return true;
}

/** "The Russian propaganda outlet X", "state news agency X". */
function introducesBody(document: Document, from: number, { from: at, type }: NameMention): boolean {
  if (type === 'person' || at <= from || !bodyIntroducers.has(plain(document, at - 1))) return false;
  for (let i = from; i < at; i++) {
    const word = document.words[i]!;
    if (!word.letters || (word.capital && i > from && !isAdjective(plain(document, i)))) return false;
    if (/^(?:of|by|for|from|in|on|at|with|to|and|or|who|that|which)$/u.test(word.lower)) return false;
  }
  return true;
}

/** "Republican presidential hopeful X", "nuclear experts X and Y": small words alone before a person's name. */
function introducesPerson(document: Document, from: number, { from: at, type }: NameMention): boolean {
  if (type !== 'person' || at <= from) return false;
  for (let i = from; i < at; i++) {
    const word = document.words[i]!;
    if (
      (!word.letters && !/^['’]$/u.test(word.lower)) ||
      (isPossessive(document, i) && !/s['’]$/u.test(document.text.slice(word.span[0], word.span[1] + 1))) ||
      (word.capital && !isAdjective(plain(document, i)) && i > from)
    )
      return false;
    if (/^(?:of|by|for|from|in|on|at|with|to|and|or|who|that|which|about|against|his|her)$/u.test(word.lower))
      return false;
  }
  return isPersonNoun(plain(document, at - 1)) || isPersonNoun(plain(document, at - 1).replace(/s$/u, ''));
}

/** A people's adjective: listed, or made as they are. */
function isAdjective(lower: string): boolean {
  return isDemonym(lower) || /\p{L}{3}(?:ian|ish|ese|ean)$/u.test(lower);
}

/** The last of the small nouns that go on after a name: "officials" in "Castellan campaign officials". */
function compoundHead(document: Document, after: number, to: number): number | null {
  let at: number | null = null;
  for (let i = after; i < to; i++) {
    const word = document.words[i]!;
    if (!word.letters || word.capital) break;
    if (
      /^(?:and|or|who|which|that|of|in|from|at|with|on|for|to|outside|inside|within|under|over|about|against|after|before|during|into|near|like|himself|herself|itself|also|both|by|as|then|now)$/u.test(
        word.lower,
      )
    )
      break;
    at = i;
  }
  return at;
}

function byCompound(reading: Reading, from: number, name: NameMention, head: number): Found {
  const { document } = reading;
  const lower = plain(document, head);
  const start = document.words[name.from]!.span[0];
  const phrase = document.text.slice(start, document.words[head]!.span[1]);
  const authorities = lower === 'authorities' && plain(document, from) === 'the';
  if (bodyHeads.has(lower) || ownedBodies.has(lower) || authorities)
    return { entities: [], made: { name: phrase, type: 'organization' }, confidence: 0.85 };
  if (workNouns.has(lower)) return { entities: [], made: { name: phrase, type: 'work' }, confidence: 0.7 };
  return vagueOr(reading, from, head);
}

function vagueOr(reading: Reading, from: number, head: number): Found {
  const lower = plain(reading.document, head);
  return vagueNouns.has(lower) || lower.endsWith('s') ? vague : byDescription(reading, from, head + 1);
}

/** "Her deputy, X," and "the president of Y, X": the name set off behind the description. */
function apposed(reading: Reading, from: number, to: number, inside: readonly NameMention[]): Found {
  const { document, inventory } = reading;
  const name = inside.find((n) => n.type === 'person' && plain(document, n.titleFrom - 1) === ',');
  const entity = name && inventory.of.get(name);
  if (name !== undefined && entity !== undefined) {
    addRole(document, entity, from, name.titleFrom - 1);
    return { entities: [entity], confidence: 0.85 };
  }
  const titled = inside.find((n) => n.type === 'person' && n.to === to && n.titleFrom <= from + 1);
  const own = titled && inventory.of.get(titled);
  return own === undefined ? byDescription(reading, from, to) : { entities: [own], confidence: 0.8 };
}

/** The names that "and" or a comma joins to the first, each of them a head. */
function listOf(
  { document }: Reading,
  inside: readonly NameMention[],
  from: number,
  to: number,
): NameMention[] {
  const listed = [inside[0]!];
  const joined = document.words.slice(from, to).some((w) => w.lower === 'and');
  if (!joined) return listed;
  for (const name of inside.slice(1)) {
    const before = joinBefore(document, name);
    const region = before === ',' && plain(document, name.from).includes('-') && name.to - name.from === 1;
    if (
      (before === 'and' || before === ',') &&
      isAlike(inside[0]!, name) &&
      !region &&
      plain(document, name.to) !== 'of'
    )
      listed.push(name);
  }
  return listed;
}

/** Persons are listed with persons; an engine may take a land that it does not know for one, or for a body. */
function isAlike(a: NameMention, b: NameMention): boolean {
  const isBare = ({ from, to, titleFrom }: NameMention): boolean => to - from === 1 && titleFrom === from;
  const persons = [a, b].filter(({ type }) => type === 'person');
  return a.type === b.type || persons.length === 0 || persons.every(isBare) || a.type === 'other' || b.type === 'other'; // prettier-ignore
}

/** The word or mark that joins a name to what is before it, its article and small modifiers aside. */
function joinBefore(document: Document, { titleFrom, from }: NameMention): string {
  let at = titleFrom - 1;
  const least = titleFrom < from ? titleFrom - 4 : titleFrom - 2;
  const passes = (i: number): boolean =>
    plain(document, i) === 'the' ||
    (titleFrom < from &&
      document.words[i]?.letters === true &&
      !/^(?:and|or|of|with|for|in|to)$/u.test(plain(document, i)));
  while (at > least && passes(at)) at--;
  return plain(document, at);
}
