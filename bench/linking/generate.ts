/** Statements that report generated utterances, with near misses. The same seed gives the same statements. */
import type { Report } from '../../src/link/utterances/traits.js';
import { fillings, testFamilies, trainingFamilies } from './families.js';

/** A report and the utterance that it reports. */
export interface Told {
  readonly report: Report;
  readonly utterance: number;
}

type Random = () => number;

/** A small generator of numbers in [0, 1) (mulberry32): what is generated must not change with a library. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = 'ba bre da dro fa ga gri ha ja ka kle la ma mo na o pa ra sa ste ta tro va ve wil za'.split(
  ' ',
);
const endings = 'nov rek lin sen der mann ti kova dal ris tova ber lu zik'.split(' ');
const acts = ['assert', 'announce', 'promise', 'refuse', 'warn', 'criticize'] as const;

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Speakers, of whom one in ten shares the last name of another. */
function speakers(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const first = capital(pick(random, syllables) + pick(random, syllables) + pick(random, ['n', 'r', 's', 'l', '']));
    const shared = names.size > 10 && random() < 0.1 ? pick(random, [...names]).split(' ')[1]! : null;
    names.add(`${first} ${shared ?? capital(pick(random, syllables) + pick(random, syllables) + pick(random, endings))}`);
  }
  return [...names];
} // prettier-ignore

/**
 * Some `count` statements. An utterance is told by one to five outlets, within four days, quoted, translated otherwise, cut
 * or retold. Of the utterances, one in eight is a near miss in its speaker's own words (same family and speaker, another
 * filling, days apart at most), and one in ten the same words from another speaker.
 */
export function generate(which: 'training' | 'test', count: number, seed: number): Told[] {
  const random = seeded(seed);
  const families = which === 'training' ? trainingFamilies : testFamilies;
  const names = speakers(random, Math.max(20, Math.floor(count / 60)));
  const told: Told[] = [];
  let places: string[] = [];
  let before: Utterance | null = null;
  for (let utterance = 0; told.length < count; utterance++) {
    const said: Utterance = next(random, families, names, before);
    // A near miss stands in the articles that told what it nearly is, as one speech gives several statements.
    const articles = before !== null && said.speaker === before.speaker && random() < 0.6 ? places : [];
    before = said;
    places = [];
    const outlets = 1 + Math.floor(random() * random() * 6);
    const act = pick(random, acts);
    for (let i = 0; i < outlets && told.length < count; i++) {
      const n = told.length;
      // One report in thirty is told twice in its article, in the lead and below.
      const articleId = i > 0 && random() < 0.033 ? places.at(-1)! : (articles[i] ?? `a${n}`);
      places.push(articleId);
      told.push({ utterance, report: { statementId: `s${n}`, articleId, day: said.day + Math.floor(random() * random() * 5), act: random() < 0.7 ? act : pick(random, acts), ...words(random, said) } });
    }
  }
  return told;
} // prettier-ignore

interface Utterance {
  readonly speaker: string;
  readonly family: readonly string[];
  readonly filling: Readonly<Record<string, string>>;
  readonly day: number;
}

function next(random: Random, families: readonly (readonly string[])[], names: readonly string[], before: Utterance | null): Utterance {
  const chance = random();
  const filling = () => Object.fromEntries(Object.entries(fillings).map(([slot, list]) => [slot, pick(random, list)]));
  if (before !== null && chance < 0.125) return { ...before, filling: filling(), day: before.day + Math.floor(random() * 4) };
  if (before !== null && chance < 0.225) return { ...before, speaker: pick(random, names.filter((name) => name !== before.speaker)) };
  return { speaker: pick(random, names), family: pick(random, families), filling: filling(), day: 19_000 + Math.floor(random() * 720) };
} // prettier-ignore

function words(random: Random, { family, filling, speaker }: Utterance): { content: string; speaker: string | null } {
  const chosen = pick(random, family).replace(/\{([^{}|]+)\|([^{}|]+)\}/gu, (_, a: string, b: string) => (random() < 0.5 ? a : b));
  const content = chosen.replace(/\{(\w+)\}/gu, (_, slot: string) => filling[slot]!);
  const how = random();
  // A cut keeps the first or the last clause; the rest of what was said fell out.
  const clauses = content.split(/(?<=[,.?])\s/u);
  const cut = random() < 0.15 && clauses.length > 1 ? (random() < 0.5 ? clauses[0]! : clauses.slice(1).join(' ')) : content;
  const [first, last] = speaker.split(' ') as [string, string];
  if (how < 0.12) return { content: cut, speaker: last };
  if (how < 0.16) return { content: cut, speaker: `${first.charAt(0)}. ${last}` };
  if (how < 0.2) return { content: cut, speaker: `${first} ${last.replace('v', 'w').replace('k', 'c')}` };
  if (how < 0.23) return { content, speaker: null };
  return { content: cut, speaker };
} // prettier-ignore
