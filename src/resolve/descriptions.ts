import { isPossessive, plain, wordAt, type Document } from './document.js';
import type { Entity } from './inventory.js';
import { nobody, type Found, type Reading } from './reading.js';
import { addRole } from './roles.js';
import { bodyDescriptions, bodyIntroducers, isDemonym } from './words/name-words.js';
import { femaleWords, isPersonNoun, maleWords, portfolios } from './words/person-nouns.js';

/** "The de facto president", "the court", "the report": one entity named before it that the words fit, or nobody. */
export function byDescription(reading: Reading, from: number, to: number): Found {
  const { document } = reading;
  const definite = /^(?:the|this|that|his|her|its)$/u.test(plain(document, from));
  const end = headEnd(document, from, to);
  const head = plain(document, end - 1);
  const content = document.words.slice(from + 1, end).map((_, i) => plain(document, from + 1 + i));
  if (!definite) return byOffice(reading, from, end, to);
  if (to - from === 2 && /^(?:former|latter)$/u.test(head)) return byOrder(reading, from, head);
  const age = /^(\d{2})-year-old$/u.exec(plain(document, from + 1))?.[1];
  if (age !== undefined && plain(document, from) === 'the') return byAge(reading, from, age);
  if (head === 'head') {
    const of = /^of (?:the )?(?:(\p{L}+) )?(state|government)$/u.exec(wordsOf(document, end, to));
    if (of !== null) return byHighOffice(reading, from, of[2]!, of[1] ?? '');
  }
  if (isPersonNoun(head)) return person(reading, from, to, head, content);
  const made = madeBefore(reading, from, head, content) ?? toldBody(reading, from, head, content);
  if (made !== null) return made;
  const wanted = bodyDescriptions.get(head);
  if (wanted === undefined && !bodyIntroducers.has(head)) return nobody;
  return body(reading, from, head, wanted ?? [], content.slice(0, -1));
}

/** So many words after it a name may still tell who "X's president" was. */
const namedWithin = 60;

/** "X's president": who is told to hold that office of X anywhere in the article, or is named right after, as agencies do. */
function byOffice(reading: Reading, from: number, end: number, to: number): Found {
  const { document, inventory } = reading;
  let first = from;
  while (first < end && !isPossessive(document, first)) first++;
  const head = plain(document, end - 1);
  if (first + 1 >= end || !document.words[from]!.capital || !isPersonNoun(head) || end !== to) return nobody;
  const content = document.words.slice(first + 1, end).map((_, i) => plain(document, first + 1 + i));
  const owner = new Set([plain(document, first)]);
  const held = inventory.entities.filter((e) => e.type === 'person' && fit(e, head, content, owner) >= 2);
  if (held.length > 0) return held.length === 1 ? { entities: held, confidence: 0.8 } : nobody;
  const named = namedLater(reading, from);
  if (named === null || !genderFits(named, head)) return nobody;
  addRole(document, named, from, end);
  return { entities: [named], confidence: 0.7 };
}

/** The one person whom the next lines name, in full, for the first time and without any office, as a subject of speech. */
function namedLater({ document, names, inventory }: Reading, from: number): Entity | null {
  const next = names.filter(
    (n) =>
      n.from > from &&
      n.from < from + namedWithin &&
      document.paragraph[n.from]! - document.paragraph[from]! <= 1 &&
      n.type === 'person' &&
      n.to - n.from > 1 &&
      /^(?:told|said|says|added|tells|warned|insisted)$/u.test(plain(document, n.to)),
  );
  const persons = [...new Set(next.map((n) => inventory.of.get(n)))];
  const [only] = persons;
  if (only === undefined || persons.length !== 1 || only.roles.length > 0) return null;
  return only.mentions[0]!.from > from && only.type === 'person' ? only : null;
}

const highOffices: Readonly<Record<string, RegExp>> = {
  state: /\b(?:president|king|queen|emir|sultan|monarch|emperor|prince|princess)\b/iu,
  government: /\b(?:prime minister|premier|chancellor)\b/iu,
};

/** "The head of state": the one person of this and the last paragraph with such an office, or of the article. */
function byHighOffice({ document, inventory }: Reading, from: number, of: string, land: string): Found {
  const bearers = inventory.entities.filter(
    (e) =>
      e.type === 'person' &&
      e.mentions.some((m) => m.from < from) &&
      e.roles.some(({ text, guessed }) => guessed !== true && text.toLowerCase().includes(land) && highOffices[of]!.test(text) && !/\b(?:former|vice|deputy|ex)\b/iu.test(text)), // prettier-ignore
  );
  const near = bearers.filter((e) => isSpokenOfHere(e, from, document));
  const found = near.length > 0 ? near : bearers;
  return found.length === 1 ? { entities: found, confidence: 0.8 } : nobody;
}

/** Lower-cased words, parted by blanks. */
function wordsOf(document: Document, from: number, to: number): string {
  return document.words.slice(from, to).map((_, i) => plain(document, from + i)).join(' '); // prettier-ignore
}

function isSpokenOfHere({ mentions }: Entity, from: number, { paragraph }: Document): boolean {
  return mentions.some((m) => m.from < from && paragraph[from]! - paragraph[m.from]! <= 1);
}

/** "The former", "the latter": of the two that the sentence before names, and no more than two. */
function byOrder({ document, names, inventory }: Reading, from: number, which: string): Found {
  const own = names.filter(
    (n) => n.from < from && document.sentence[from]! - document.sentence[n.from]! <= 1,
  );
  const before = own.filter((n) => document.sentence[n.from] !== document.sentence[from]);
  const told = before.length > 0 ? before : own;
  const entities = [...new Set(told.map((n) => inventory.of.get(n)))].filter((e) => e?.type !== 'group');
  const [first, second, third] = entities;
  if (first === undefined || second === undefined || third !== undefined || entities.length !== 2)
    return nobody;
  return { entities: [which === 'former' ? first : second], confidence: 0.75 };
}

/** "The 58-year-old": who is told to be of that age, else the one person whom this and the last paragraph speak of. */
function byAge(reading: Reading, from: number, age: string): Found {
  const { document, inventory } = reading;
  const told = inventory.entities.filter(
    (e) =>
      e.type === 'person' &&
      e.mentions.some((m) => plain(document, m.to) === ',' && plain(document, m.to + 1) === age),
  );
  if (told.length === 1) return { entities: told, confidence: 0.9 };
  const here = document.paragraph[from]!;
  const spoken = inventory.entities.filter(
    (e) =>
      e.type === 'person' &&
      e.mentions.some(
        (m) =>
          m.from < from &&
          !document.quoted[m.from] &&
          here - document.paragraph[m.from]! <= 1 &&
          isActor(document, m),
      ),
  );
  const own = spoken.filter((e) =>
    e.mentions.some((m) => m.from < from && document.paragraph[m.from] === here),
  );
  const found = own.length > 0 ? own : spoken;
  return found.length === 1 ? { entities: found, confidence: 0.7 } : nobody;
}

/** Begins a clause: not owner, not after a preposition. */
function isActor(
  document: Document,
  { from, to, titleFrom }: { from: number; to: number; titleFrom: number },
): boolean {
  const before = plain(document, Math.min(from, titleFrom) - 1);
  return (
    !isPossessive(document, to - 1) && !/^(?:of|for|at|in|with|on|to|from|by|against|about)$/u.test(before)
  );
}

function headEnd(document: Document, from: number, to: number): number {
  let end = from + 1;
  while (
    end < to &&
    document.words[end]!.letters &&
    !/^(?:of|for|in|at|from|with|on|to|who|that|which|and)$/u.test(plain(document, end))
  )
    end++;
  return end;
}

function person(reading: Reading, from: number, to: number, head: string, content: readonly string[]): Found {
  const { document, inventory } = reading;
  const owner = /^(?:his|her)$/u.test(plain(document, from));
  const telling = tellingWords(document, from + 1, from + 1 + content.length);
  const candidates = inventory.entities
    .filter(
      (e) =>
        e.type === 'person' &&
        e.mentions.some((m) => m.from < from) &&
        genderFits(e, head) &&
        (!owner || isNear(e, from, document)),
    )
    .map((entity) => ({
      entity,
      score: fit(entity, head, content, telling) + nearness(entity, from, document),
      sure: fit(entity, head, content, telling) > 0,
    }))
    .filter((c) => c.sure)
    .sort((a, b) => b.score - a.score);
  const complement = complementOf(document, from + 1 + content.length, to);
  const told = candidates.filter(
    ({ entity }) => entity.roles.some((r) => holdsAll(r.text, complement)) || (content.length === 1 && complement.length === 0 && spokeLast(reading, entity, from)), // prettier-ignore
  );
  const [first, second] = told.length > 0 ? told : candidates;
  if (owner && (first === undefined || second !== undefined)) return nobody;
  if (first === undefined) return generic(reading, from, to, head, content);
  if (second !== undefined && first.score - second.score < 0.4) return nobody;
  addRole(document, first.entity, from, phraseEnd(document, from, to));
  return { entities: [first.entity], confidence: 0.85 };
}

/** "The minister" who has just spoken, rather than another whom he spoke of. */
function spokeLast({ document, past }: Reading, entity: Entity, from: number): boolean {
  const last = past.at(-1);
  if (last === undefined || last.found.entities.length !== 1 || last.found.entities[0] !== entity)
    return false;
  return document.sentence[from]! - document.sentence[wordAt(document, last.at)]! <= 4;
}

/** "The head of the republic": what the office is of. */
function complementOf(document: Document, at: number, to: number): string[] {
  const found: string[] = [];
  if (plain(document, at) !== 'of') return found;
  for (
    let i = at + 1;
    i < to && document.words[i]!.letters && !/^(?:who|in|on|at|for)$/u.test(plain(document, i));
    i++
  )
    // prettier-ignore
    if (plain(document, i) !== 'the') found.push(plain(document, i));
  return found;
}

function holdsAll(role: string, wanted: readonly string[]): boolean {
  const own = role.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
  return wanted.length > 0 && wanted.every((word) => own.includes(word));
}

/** A role ends where the next is set off. */
function phraseEnd(document: Document, from: number, to: number): number {
  for (let i = from; i < to; i++) if (!document.words[i]!.letters && plain(document, i) === ',') return i;
  return to;
}

function isNear({ mentions }: Entity, from: number, document: Document): boolean {
  const first = mentions[0];
  return first !== undefined && document.paragraph[from]! - document.paragraph[first.from]! <= 1;
}

/** Names of lands and bodies among the words: "the Ohio governor" is no other land's. */
function tellingWords(document: Document, from: number, to: number): Set<string> {
  const found = new Set<string>();
  for (let i = from; i < to; i++) {
    const lower = plain(document, i);
    if (document.words[i]!.capital && !isDemonym(lower) && !isPersonNoun(lower)) found.add(lower);
  }
  return found;
}

/** Words shared with what the article calls the person; the head must be among them. */
function fit(entity: Entity, head: string, content: readonly string[], telling: ReadonlySet<string>): number {
  let best = 0;
  for (const { text, guessed, left } of entity.roles) {
    if (guessed === true || (left !== true && isOther(text, content))) continue;
    const own = new Set(
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}-]+/u)
        .flatMap((w) => [w, ...(synonyms.get(w) ?? [])]),
    );
    if (!own.has(head) || [...telling].some((w) => !isAmong(w, own)) || isOtherOffice(own, content)) continue;
    const shared = content.filter((w) => own.has(w)).length;
    best = Math.max(best, shared === content.length ? 2 + shared : shared > 1 ? 1 : 0.5);
  }
  return best;
}

/** "The former president" is not she who is told to be president now. */
function isOther(role: string, content: readonly string[]): boolean {
  return content[0] === 'former' && !/\b(?:former|ex|one-?time|then|ousted|retired)\b/iu.test(role);
}

const ranks = /^(?:prime|first|deputy|vice|assistant)$/u;

/** "The prime minister" is no first minister, "the deputy minister" no minister. */
function isOtherOffice(role: ReadonlySet<string>, content: readonly string[]): boolean {
  const isRank = (word: string): boolean => ranks.test(word) || portfolios.has(word);
  const wanted = content.filter(isRank);
  const lacking = wanted.filter((word) => !role.has(word));
  if (lacking.some((word) => /^(?:deputy|vice|assistant)$/u.test(word))) return true;
  return lacking.length > 0 && [...role].some((word) => isRank(word) && !wanted.includes(word));
}

/** The word, or one made of it: "Drovian" of "Drovia". */
function isAmong(word: string, role: ReadonlySet<string>): boolean {
  if (role.has(word)) return true;
  const stem = word.slice(0, Math.max(4, word.length - 1));
  return word.length > 4 && [...role].some((own) => own.startsWith(stem));
}

const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ['rep', ['representative', 'lawmaker', 'congressman', 'congresswoman']],
  ['sen', ['senator', 'lawmaker']],
  ['senator', ['lawmaker']],
  ['congressman', ['lawmaker']],
  ['gov', ['governor']],
  ['gen', ['general']],
  ['premier', ['minister']],
  ['nominee', ['candidate']],
]);

/** In [0, 1): later and more often named persons are likelier. */
function nearness({ mentions }: Entity, from: number, document: Document): number {
  const last = mentions.filter((m) => m.from < from && document.quoted[m.from] !== true).at(-1);
  return last === undefined
    ? 0
    : 1 / (1 + document.paragraph[from]! - document.paragraph[last.from]!) - 0.01 / mentions.length;
}

/** Two people or more are spoken of in the last paragraphs: whose former office it was is open. */
function isInCompany({ document, inventory }: Reading, from: number): boolean {
  const here = document.paragraph[from]!;
  const isNear = (at: number): boolean => at < from && here - document.paragraph[at]! <= 3;
  return (
    inventory.entities.filter((e) => e.type === 'person' && e.mentions.some((m) => isNear(m.from))).length > 1
  );
}

/** "The California congressman" where no role says so: the one person named in this or the last paragraph. */
function generic(
  reading: Reading,
  from: number,
  to: number,
  head: string,
  content: readonly string[],
): Found {
  const { document, inventory, past } = reading;
  const near = inventory.entities.filter(
    (e) =>
      e.type === 'person' &&
      e.name.includes(' ') &&
      genderFits(e, head) &&
      !holdsNow(e, head, content) &&
      e.mentions.some(
        (m) =>
          m.from < from &&
          !document.quoted[m.from] &&
          document.paragraph[from]! - document.paragraph[m.from]! <= 1,
      ),
  );
  // "the Finnish president" is whoever is told to be that, not whom the lines before speak of.
  if (/^(?:president|minister|premier|chancellor|king|queen|ambassador|envoy|leader)$/u.test(head) && content.slice(0, -1).some((word) => isDemonym(word))) return nobody; // prettier-ignore
  if (near.length === 0 || content.length < 2 || !isPlainly(reading, from, to)) return nobody;
  const latest = past.at(-1)?.found.entities;
  const goesOn =
    latest?.length === 1 && content.length > 1 && content[0] !== 'former' && near.includes(latest[0]!);
  if (near.length > 1 && !goesOn) return nobody;
  if (content[0] === 'former' && isInCompany(reading, from)) return nobody;
  const entity = near.length === 1 ? near[0]! : latest![0]!;
  if (entity.roles.some((r) => r.weight > 1) && content.length < 2) return nobody;
  addRole(document, entity, from, phraseEnd(document, from, to), true);
  return { entities: [entity], confidence: 0.8 };
}

/** Told to hold the office that "the former X" held. */
function holdsNow({ roles }: Entity, head: string, content: readonly string[]): boolean {
  return (
    content[0] === 'former' &&
    roles.some(({ text, left }) => left !== true && isOther(text, content) && text.toLowerCase().split(/[^\p{L}-]+/u).includes(head)) // prettier-ignore
  );
}

/** No owner, no other name but a place's, no word that tells this one from others like it. */
function isPlainly({ document, names }: Reading, from: number, to: number): boolean {
  if (plain(document, from) !== 'the') return false;
  for (let i = from; i < to; i++)
    if (isPossessive(document, i) || /^(?:only|same|other|next|new|last)$/u.test(plain(document, i)))
      return false;
  return names.every((n) => n.from < from || n.from >= to || n.type === 'place');
}

function genderFits({ gender }: Entity, head: string): boolean {
  return !(gender === 'female' && maleWords.has(head)) && !(gender === 'male' && femaleWords.has(head));
}

/** "The ministry" after "the Georgian foreign ministry": the body told by that noun lately. */
function madeBefore(
  { document, past }: Reading,
  from: number,
  head: string,
  content: readonly string[],
): Found | null {
  const last = past.slice(-6).findLast(({ found }) => {
    if (found.made?.type !== 'organization') return false;
    const own = found.made.name
      .toLowerCase()
      .replace(/ (?:of|in) .*$/u, '')
      .split(' ');
    return own.at(-1) === head && content.every((word) => own.includes(word));
  });
  if (last === undefined) return null;
  const near = document.sentence[from]! - document.sentence[wordAt(document, last.at)]! <= 8;
  return near ? { ...last.found, confidence: 0.7 } : null;
}

const bodiesToldOnce = new Set(
  'bureau agency commission ministry council committee institute court'.split(' '),
);

/** "The bureau" after "Drovia's anti-corruption bureau": the one such body that the text has told of so far. */
function toldBody(
  { document }: Reading,
  from: number,
  head: string,
  content: readonly string[],
): Found | null {
  if (content.length !== 1 || !bodiesToldOnce.has(head)) return null;
  const told = new Set<string>();
  for (let i = 1; i < from; i++) {
    if (plain(document, i) !== head || document.words[i]!.capital) continue;
    let first = i;
    while (first > 0 && i - first < 4 && isBodyModifier(document, first - 1)) first--;
    if (first < i) told.add(document.text.slice(document.words[first]!.span[0], document.words[i]!.span[1]));
    else if (plain(document, i - 1) !== 'the') return null;
  }
  const [name] = told;
  return name !== undefined && told.size === 1
    ? { entities: [], made: { name, type: 'organization' }, confidence: 0.65 }
    : null;
}

/** "Anti-corruption", "foreign", "Drovia's": what tells one body from others. */
function isBodyModifier(document: Document, at: number): boolean {
  const lower = plain(document, at);
  return portfolios.has(lower) || lower.includes('-') || isDemonym(lower) || isPossessive(document, at);
}

function body(
  { document, inventory }: Reading,
  from: number,
  head: string,
  wanted: readonly string[],
  modifiers: readonly string[],
): Found {
  const fitting = inventory.entities
    .filter(
      (e) =>
        e.type === 'organization' &&
        e.mentions.some((m) => m.from < from) &&
        // "The weekly" after "the weekly X".
        (e.mentions.some((m) => m.from < from && plain(document, m.from - 1) === head) ||
          e.name
            .toLowerCase()
            .split(/[\s.]+/u)
            .some((w) => wanted.includes(w))),
    )
    .map((entity) => ({
      entity,
      last:
        entity.mentions.filter((m) => m.from < from).at(-1)!.from +
        1000 * modifiers.filter((w) => entity.name.toLowerCase().includes(w)).length,
    }))
    .sort((a, b) => b.last - a.last);
  const [first, second] = fitting;
  if (first === undefined || (second !== undefined && first.last - second.last < 15)) return nobody;
  return { entities: [first.entity], confidence: 0.75 };
}
