/**
 * Invented people as news tells of them: names from the name lists of faker in their own scripts, an office in an invented
 * state, a circle of others who are named beside them, a year or two in the news. Everything follows from the seed.
 */
import { allLocales, Faker } from '@faker-js/faker';
import { romanise, slip, type Random, type Script } from './romanise.js';

/** A name as one article tells it. `person` is the truth, which the matcher does not see. */
export interface GeneratedMention {
  readonly person: number;
  readonly name: string;
  readonly role: string | null;
}

export interface GeneratedArticle {
  readonly day: string;
  readonly mentions: readonly GeneratedMention[];
  /** States named in passing. */
  readonly places: readonly string[];
}

interface Person {
  readonly id: number;
  readonly given: string;
  readonly middle: string | null;
  readonly surname: string;
  readonly script: Script;
  readonly state: State;
  /** In order of time. */
  readonly offices: readonly (readonly string[])[];
}

interface State {
  readonly name: string;
  readonly adjective: string;
}

type Locale = keyof typeof allLocales;

/** Name lists with their script and share. */
const lists: readonly (readonly [Locale, Script, number])[] = [
  ['ru', 'russian', 20], ['uk', 'ukrainian', 12], ['ka_GE', 'georgian', 12], ['mk', 'macedonian', 8], ['tr', 'latin', 8], ['pl', 'latin', 6],
  ['cs_CZ', 'latin', 5], ['ro', 'latin', 5], ['hr', 'latin', 5], ['es', 'latin', 5], ['fr', 'latin', 3], ['de', 'latin', 4], ['en', 'latin', 5], ['lv', 'latin', 2],
]; // prettier-ignore

/** Each office with the ways outlets put it; S is the state, A its adjective. */
const offices: readonly (readonly string[])[] = [
  ['president of S', 'A president', 'head of state of S'],
  ['foreign minister of S', 'A Foreign Minister', "S's top diplomat"],
  ['defence minister of S', 'A defense minister'],
  ['speaker of the A parliament', 'parliament speaker of S'],
  ['leader of the A opposition', 'opposition leader in S'],
  ['member of parliament from S', 'A lawmaker', 'deputy'],
  ['spokesman for the A foreign ministry', 'foreign ministry spokesman'],
  ['spokeswoman for the A government', 'government spokeswoman'],
  ['ambassador of S', 'A ambassador', 'envoy'],
  ['governor of the central bank of S', 'A central bank chief'],
  ['head of the A election commission', 'chief election officer of S'],
  ['analyst at the A Institute for Peace', 'political analyst'],
  ['editor of the A daily', 'newspaper editor'],
  ['director of a rights group in S', 'human rights activist', 'activist from S'],
  ['mayor of the A capital', 'mayor'],
  ['chief prosecutor of S', 'A prosecutor general'],
  ['commander of the A border guard', 'general'],
  ['professor of history', 'historian at the A university'],
];

/** How often a mention is not the full name as its people write it. */
const share = { initial: 0.06, surname: 0.02, slip: 0.03, title: 0.08, turned: 0.02, noRole: 0.35, changesOffice: 0.15, middle: 0.5, stranger: 0.15 }; // prettier-ignore

/** Articles in order of day, with about `perPerson` mentions of each of `people` people. */
export function generate(people: number, perPerson: number, seed: number): GeneratedArticle[] {
  const fakers = new Map(lists.map(([locale]) => [locale, new Faker({ locale: [allLocales[locale], allLocales.en], seed })])); // prettier-ignore
  const random = seeded(seed);
  const states = makeStates(40, random);
  const circles = makeCircles(people, states, fakers, random);
  const articles = circles.flatMap((circle) => articlesOf(circle, circles, perPerson, random));
  return articles.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Mulberry32. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)]!;

function makeStates(count: number, random: Random): State[] {
  const starts = ['Dro', 'Il', 'Vost', 'Bel', 'Pal', 'Tav', 'Kel', 'Nor', 'Sar', 'Mor', 'Lun', 'Ost', 'Rav', 'Zel', 'Cal', 'Fen', 'Gor', 'Hal', 'Jur', 'Quen']; // prettier-ignore
  const ends = ['via', 'maria', 'ania', 'mark', 'atia', 'una', 'edia', 'land'];
  const names = new Set<string>();
  while (names.size < count) names.add(pick(starts, random) + pick(ends, random));
  return [...names].map((name) => ({ name, adjective: name.endsWith('a') ? `${name}n` : `${name}ish` }));
}

/** People of one state and one list of names who are in the news together, six to twenty of them. */
function makeCircles(
  people: number,
  states: readonly State[],
  fakers: ReadonlyMap<Locale, Faker>,
  random: Random,
): Person[][] {
  const total = lists.reduce((sum, [, , weight]) => sum + weight, 0);
  const circles: Person[][] = [];
  for (let id = 0; id < people;) {
    let at = random() * total;
    const [locale, script] = lists.find(([, , weight]) => (at -= weight) < 0) ?? lists[0]!;
    const state = pick(states, random);
    const size = Math.min(people - id, 6 + Math.floor(random() * 15));
    const circle = Array.from({ length: size }, () => makePerson(id++, fakers.get(locale)!, script, state, random)); // prettier-ignore
    circles.push(circle);
  }
  return circles;
}

function makePerson(id: number, faker: Faker, script: Script, state: State, random: Random): Person {
  const sex = random() < 0.7 ? 'male' : 'female';
  const given = faker.person.firstName(sex);
  const middle = random() < 0.15 ? faker.person.firstName(sex) : null;
  const held = [pick(offices, random), ...(random() < share.changesOffice ? [pick(offices, random)] : [])];
  return { id, given, middle, surname: faker.person.lastName(sex), script, state, offices: held };
}

function articlesOf(
  circle: readonly Person[],
  all: readonly (readonly Person[])[],
  perPerson: number,
  random: Random,
): GeneratedArticle[] {
  const start = Date.UTC(2015, 0, 1) + random() * 8 * 365 * 86_400_000;
  const span = (200 + random() * 800) * 86_400_000;
  const size = 4;
  const count = Math.ceil((circle.length * perPerson) / size);
  return Array.from({ length: count }, (_, i) => {
    const people = new Set(Array.from({ length: size }, (__, k) => circle[(i * size + k) % circle.length]!));
    if (random() < 0.5) people.add(pick(circle, random));
    const own = new Set(people);
    if (random() < share.stranger) people.add(pick(pick(all, random), random));
    const share_ = i / count;
    const day = new Date(start + share_ * span).toISOString().slice(0, 10);
    const places = random() < 0.6 ? [circle[0]!.state.name] : [];
    return {
      day,
      places,
      mentions: [...people].map((person) => mentionOf(person, share_, !own.has(person), random)),
    };
  });
}

/**
 * A bare surname, an initial, and somebody named far from his own circle always come with what they are: without it no
 * reader could tell which of many Ivanovs is meant, and no outlet leaves its reader so.
 */
function mentionOf(person: Person, time: number, isStranger: boolean, random: Random): GeneratedMention {
  const { id, offices: held, state } = person;
  const office = held.length > 1 && time > 0.5 ? held[1]! : held[0]!;
  const words = pick(office, random).replace(/\bS\b/gu, state.name).replace(/\bA\b/gu, state.adjective);
  const name = nameOf(person, random);
  const isShort = !/[^\s.]{2,}.*\s.*[^\s.]{2,}/u.test(name);
  const hasRole = random() >= share.noRole || isShort || isStranger;
  return { person: id, name, role: hasRole ? words : null };
}

function nameOf({ given, middle, surname, script }: Person, random: Random): string {
  const slipped = (word: string): string => (random() < share.slip ? slip(word, random) : word);
  const first = slipped(romanise(given, script, random));
  const last = slipped(romanise(surname, script, random));
  const how = random();
  if (how < share.surname) return last;
  if (how < share.surname + share.initial) return `${first.charAt(0)}. ${last}`;
  const second = middle !== null && random() < share.middle ? ` ${romanise(middle, script, random)}` : '';
  const full = `${first}${second} ${last}`;
  const form = random();
  if (form < share.turned) return `${last}, ${first}${second}`;
  return form < share.turned + share.title ? `${pick(['Mr', 'Dr.', 'President', 'Gen.', 'Minister'], random)} ${full}` : full; // prettier-ignore
}
