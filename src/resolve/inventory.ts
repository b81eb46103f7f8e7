import type { Document } from './document.js';
import { plain, strip } from './document.js';
import { genderOfGiven, type Gender } from './gender.js';
import type { NameMention } from './name-type.js';
import { bodyNouns } from './words/name-words.js';
import { honorifics } from './words/person-nouns.js';

/** One of the article's entities while it is being put together. */
export interface Entity {
  readonly id: number;
  name: string;
  type: 'person' | 'organization' | 'place' | 'group' | 'work';
  gender: Gender;
  readonly mentions: NameMention[];
  /** Phrases that tell its role. `guessed`: only seems to be of it. `left`: an office that it is told to have lost. */
  readonly roles: {
    readonly text: string;
    readonly weight: number;
    readonly guessed?: boolean;
    readonly left?: boolean;
  }[];
}

export interface Inventory {
  readonly entities: Entity[];
  /** Entity of each name mention; a surname shared by several that nothing tells apart has none. */
  readonly of: ReadonlyMap<NameMention, Entity>;
}

/** More names than this are not kept apart: bounds the work on hostile input. */
const mostEntities = 2000;
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/**
 * Puts the names of an article together: full names, surnames, bodies and their short forms.
 * Persons are told apart by given name, title, gender and recency; where that does not decide, the mention has no entity.
 */
export function takeInventory(document: Document, names: readonly NameMention[]): Inventory {
  const entities: Entity[] = [];
  const of = new Map<NameMention, Entity>();
  const index = new Map<string, Entity[]>();
  const known = knownAsPerson(names);
  const bracketed = bracketedShorts(document, names);
  const ordered = [...names].sort((a, b) => rank(a, known) - rank(b, known) || a.from - b.from);
  for (const mention of ordered) {
    const type = typeIn(mention, known);
    const entity = find(mention, type, index, document);
    if (entity === 'unclear') continue;
    const target = entity ?? create(entities, mention, type);
    if (target === null) continue;
    add(target, mention, index);
    const short = bracketed.get(mention);
    if (short !== undefined) put(index, key(short), target);
    of.set(mention, target);
  }
  for (const entity of entities) entity.mentions.sort((a, b) => a.from - b.from);
  return { entities, of };
}

/** Surnames and full names borne by someone the article calls a person. */
function knownAsPerson(names: readonly NameMention[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { type, text } of names) if (type === 'person') known.add(lastWord(text));
  return known;
}

/** Longest names first, so that a short form finds the full one wherever it stands. */
function rank(mention: NameMention, known: ReadonlySet<string>): number {
  return 100 - Math.min(nameWords(mention.text).length, 50) - (typeIn(mention, known) === 'person' ? 50 : 0);
}

function typeIn({ type, text }: NameMention, known: ReadonlySet<string>): Entity['type'] | 'other' {
  if (type === 'nationality') return 'group';
  if (type === 'other' || (type === 'place' && nameWords(text).length === 1 && !isListed(text)))
    return known.has(lastWord(text)) && nameWords(text).length === 1
      ? 'person'
      : type === 'place'
        ? 'place'
        : 'other';
  return type;
}

function isListed(text: string): boolean {
  return text === text.toUpperCase();
}

/** Words of a name, lower-cased, without suffixes and commas; initials keep no full stop. */
export function nameWords(text: string): string[] {
  const list = text
    .toLowerCase()
    .split(/[\s,]+/u)
    .map(strip)
    .filter((w) => w !== '' && !honorifics.has(w));
  return list.length > 1 && suffixes.has(list.at(-1)!) ? list.slice(0, -1) : list;
}

function lastWord(text: string): string {
  return nameWords(text).at(-1) ?? '';
}

/** The entity a mention belongs to, null for a new one, 'unclear' where several fit and nothing decides. */
function find(
  mention: NameMention,
  type: Entity['type'] | 'other',
  index: ReadonlyMap<string, Entity[]>,
  document: Document,
): Entity | null | 'unclear' {
  const short = index.get(key(mention.text))?.find((e) => e.type === 'organization');
  if (short !== undefined && isShort(mention.text)) return short;
  if (type === 'person') return findPerson(mention, index, document);
  const same = index.get(key(mention.text)) ?? [];
  const exact = same.find((e) => e.type === type || type === 'other' || e.type === 'organization');
  if (exact !== undefined) return exact;
  if (type === 'group' || type === 'place') return null;
  return (
    (index.get(acronymKey(mention.text)) ?? [])[0] ?? findLonger(mention, index) ?? findHead(mention, index)
  );
}

function findPerson(
  mention: NameMention,
  index: ReadonlyMap<string, Entity[]>,
  document: Document,
): Entity | null | 'unclear' {
  const parts = nameWords(mention.text);
  const last = parts.at(-1) ?? '';
  const bearers = (index.get(`p:${last}`) ?? []).filter((e) => e.type === 'person');
  const fitting = bearers.filter((e) => agrees(parts, e, mention));
  if (fitting.length === 1) return fitting[0]!;
  if (fitting.length > 1) return parts.length > 1 ? fitting[0]! : choose(fitting, mention, document);
  if (parts.length > 1) return null;
  const byGiven = (index.get(`g:${last}`) ?? []).filter((e) => !clash(e.gender, mention.gender));
  if (byGiven.length > 1) return 'unclear';
  return bearers.length > 0 ? null : (byGiven[0] ?? null);
}

/** "John G. Roberts Jr.", "J. Roberts", "Roberts" agree; "Hillary Clinton" and "Bill Clinton" do not. */
function agrees(parts: readonly string[], entity: Entity, mention: NameMention): boolean {
  if (clash(entity.gender, mention.gender)) return false;
  if (parts.length === 1) return true;
  const other = nameWords(entity.name);
  if (other.length === 1) return true;
  const a = parts[0]!;
  const b = other[0]!;
  return (
    a === b ||
    (a.length === 1 && b.startsWith(a)) ||
    (b.length === 1 && a.startsWith(b)) ||
    (a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a)))
  );
}

function clash(a: Gender, b: Gender): boolean {
  return a !== 'unknown' && b !== 'unknown' && a !== b;
}

/** Two people of one surname: the only one introduced so far, else one named in full far more often and lately. */
function choose(fitting: readonly Entity[], mention: NameMention, document: Document): Entity | 'unclear' {
  const introduced = fitting.filter((e) => e.mentions.some((m) => m.from < mention.from));
  if (introduced.length === 1) return introduced[0]!;
  const latest = introduced
    .map((e) => ({
      e,
      at: Math.max(
        ...e.mentions.filter((m) => m.from < mention.from && nameWords(m.text).length > 1).map((m) => m.from),
      ),
    }))
    .sort((a, b) => b.at - a.at);
  const [first, second] = latest;
  if (first === undefined || second === undefined) return mostNamed(fitting);
  const here = document.paragraph[mention.from]!;
  const near = here - (document.paragraph[first.at] ?? 0);
  const far = here - (document.paragraph[second.at] ?? 0);
  if (near <= 1 && far - near >= 2) return first.e;
  // In the paragraph that names one of them in full, the bare surname is hers.
  const others = fitting.filter((e) => e !== first.e);
  const alone =
    near === 0 && others.every((e) => !e.mentions.some((m) => document.paragraph[m.from] === here));
  return alone ? first.e : (mainBearer(fitting, mention, document) ?? mostNamed(fitting));
}

/** The one whom the article has spoken of far more often so far, where this paragraph names none of the others. */
function mainBearer(fitting: readonly Entity[], mention: NameMention, document: Document): Entity | null {
  const here = document.paragraph[mention.from]!;
  const counted = fitting
    .map((e) => ({ e, n: e.mentions.filter((m) => m.from < mention.from).length }))
    .sort((a, b) => b.n - a.n);
  const [first, ...others] = counted;
  if (first === undefined || first.n < 4 || others.some(({ n }) => first.n < 4 * n)) return null;
  return others.some(({ e }) => e.mentions.some((m) => document.paragraph[m.from] === here)) ? null : first.e;
}

/** By custom the bare surname is the article's main bearer of it: three times as often named in full, or more. */
function mostNamed(fitting: readonly Entity[]): Entity | 'unclear' {
  const [first, second] = fitting
    .map((e) => ({ e, n: e.mentions.filter((m) => nameWords(m.text).length > 1).length }))
    .sort((a, b) => b.n - a.n);
  return first !== undefined && second !== undefined && first.n >= 3 * second.n ? first.e : 'unclear';
}

/** A short form that closes or opens a longer body's name: "Supreme Court" of "U.S. Supreme Court". */
function findLonger({ text }: NameMention, index: ReadonlyMap<string, Entity[]>): Entity | null {
  return (index.get(`tail:${key(text)}`) ?? []).find((e) => e.type === 'organization') ?? null;
}

/** "The Ministry" where one body of that noun has a longer name. */
function findHead({ text }: NameMention, index: ReadonlyMap<string, Entity[]>): Entity | null {
  const bearers = (index.get(`head:${key(text)}`) ?? []).filter((e) => e.type === 'organization');
  return bearers.length === 1 && bodyNouns.has(key(text)) ? bearers[0]! : null;
}

function create(entities: Entity[], mention: NameMention, type: Entity['type'] | 'other'): Entity | null {
  if (entities.length >= mostEntities) return null;
  const entity: Entity = {
    id: entities.length,
    name: mention.text.replace(/^the\s+/iu, ''),
    type: type === 'other' ? 'organization' : type,
    gender: mention.gender,
    mentions: [],
    roles: [],
  };
  entities.push(entity);
  return entity;
}

function add(entity: Entity, mention: NameMention, index: Map<string, Entity[]>): void {
  entity.mentions.push(mention);
  const parts = nameWords(mention.text);
  if (entity.gender === 'unknown')
    entity.gender = entity.type === 'person' && parts.length === 1 ? mention.gender : mention.gender;
  if (
    nameWords(entity.name).length < parts.length ||
    (parts.length === nameWords(entity.name).length &&
      mention.text.length > entity.name.length &&
      entity.type === 'person')
  )
    entity.name = mention.text;
  for (const k of keysOf(entity, mention)) put(index, k, entity);
}

/** All that an entity may be looked up by, given one of its mentions. */
function keysOf({ type }: Entity, { text }: NameMention): string[] {
  const parts = nameWords(text);
  const keys = [key(text)];
  if (type === 'person') {
    keys.push(`p:${parts.at(-1) ?? ''}`);
    if (parts.length > 1) keys.push(`g:${parts[0]!}`);
    if (parts.length > 1 && genderOfGiven(parts[0]!) === 'unknown') keys.push(`p:${parts[0]!}`);
    return keys;
  }
  const acronym = acronymOf(text);
  if (acronym.length > 1) keys.push(`a:${acronym}`);
  for (let i = 1; i < Math.min(parts.length - 1, 10); i++) keys.push(`tail:${parts.slice(i).join(' ')}`);
  const of = parts.findIndex((w) => w === 'of' || w === 'for' || w === 'on');
  if (of > 0) keys.push(`head:${parts.slice(0, of).join(' ')}`);
  const last = parts.at(-1)!;
  if (parts.length > 1 && bodyNouns.has(last)) keys.push(`head:${last}`);
  return keys;
}

function put(index: Map<string, Entity[]>, k: string, entity: Entity): void {
  const list = index.get(k);
  if (list === undefined) index.set(k, [entity]);
  else if (!list.includes(entity) && list.length < 20) list.push(entity);
}

/** "Ministry of Education (MoE)": the short form in brackets right behind a body's name. */
function bracketedShorts(document: Document, names: readonly NameMention[]): Map<NameMention, string> {
  const shorts = new Map<NameMention, string>();
  for (const name of names) {
    const word = document.words[name.to + 1];
    if (name.type === 'person' || word === undefined || plain(document, name.to) !== '(') continue;
    const short = document.text.slice(...word.span);
    if (plain(document, name.to + 2) === ')' && isShort(short)) shorts.set(name, short);
  }
  return shorts;
}

/** Two capitals or more in one word. */
function isShort(text: string): boolean {
  return /^(?=(?:.*\p{Lu}){2})[\p{L}.&-]{2,10}$/u.test(text);
}

function key(text: string): string {
  return nameWords(text.replace(/^the\s+/iu, ''))
    .join(' ')
    .replace(/\./gu, '');
}

/** "CU" and "C.U." look for "Continental Union"; other names for nothing. */
function acronymKey(text: string): string {
  const bare = text.replace(/\./gu, '');
  return /^\p{Lu}{2,8}$/u.test(bare) ? `a:${bare.toLowerCase()}` : '';
}

function acronymOf(text: string): string {
  return text
    .split(/[\s-]+/u)
    .filter((w) => /^\p{Lu}/u.test(w))
    .map((w) => w[0]!.toLowerCase())
    .join('');
}
