import type { Analysis, Attribution } from '../terms/attribution.js';
import type { Article, Speaker } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { byPosition, contains, sliceAll, type Span } from '../terms/span.js';
import { readDocument, wordAt, plain, isPossessive, type Document } from './document.js';
import { takeInventory, type Entity } from './inventory.js';
import type { NameMention } from './name-type.js';
import { findNames } from './names.js';
import { nobody, type Found, type Reading } from './reading.js';
import { addRole, collectRoles, fullestRole } from './roles.js';
import { byDescription } from './descriptions.js';
import { byPersonalPronoun, byPlural, byRelative, byThing } from './pronouns.js';
import { bodyHeads, workNouns } from './words/name-words.js';
import { vagueNouns } from './words/person-nouns.js';

/**
 * Finds each attribution's speaker within the article.
 * @returns the resolution, and beside it the names of each speaker: several where the source lists several.
 */
export function findSpeakers(
  article: Article,
  analysis: Analysis,
): { resolution: Resolution; names: string[][] } {
  const document = readDocument(article.text);
  const names = findNames(document, analysis.names);
  const inventory = takeInventory(document, names);
  collectRoles(document, inventory);
  const reading: Reading = { document, names, inventory, past: [], extra: new Map() };
  const found = new Map<Attribution, Found>();
  for (const attribution of inOrder(analysis.attributions)) {
    const one = findOne(reading, attribution, found);
    found.set(attribution, one);
    const at = attribution.source[0];
    if (at !== undefined) reading.past.push({ at: at[0], found: one });
    if (at !== undefined && one.entities.length === 1) keepMention(reading, one.entities[0]!, at);
  }
  const all = analysis.attributions.map((a) => found.get(a)!);
  return {
    resolution: {
      speakers: analysis.attributions.map((a, i) => speaker(article.text, a, all[i]!)),
      entities: articleEntities(reading),
    },
    names: all.map(namesOf),
  };
}

function inOrder(attributions: readonly Attribution[]): Attribution[] {
  return [...attributions].sort((a, b) =>
    byPosition(a.source[0] ?? a.content[0]!, b.source[0] ?? b.content[0]!),
  );
}

function keepMention({ extra }: Reading, entity: Entity, span: Span): void {
  const list = extra.get(entity);
  if (list === undefined) extra.set(entity, [span]);
  else list.push(span);
}

function namesOf({ entities, made }: Found): string[] {
  return made !== undefined ? [made.name] : [...new Set(entities.map((e) => e.name))];
}

function speaker(text: string, { source }: Attribution, found: Found): Speaker {
  const mention = source.length === 0 ? null : sliceAll(text, source);
  const { confidence, entities, made } = found;
  if (made !== undefined) return { mention, entity: made.name, type: made.type, role: null, confidence };
  const first = entities[0];
  if (first === undefined) return { mention, entity: null, type: 'unnamed', role: null, confidence };
  return {
    mention,
    entity: namesOf(found).join(' and '),
    type: first.type,
    role: fullestRole(first),
    confidence,
  };
}

function articleEntities({ document, inventory, extra }: Reading): Resolution['entities'] {
  return inventory.entities
    .map((entity) => {
      const own = entity.mentions.map((m): Span => [
        document.words[m.from]!.span[0],
        document.words[m.from]!.span[0] + m.text.length,
      ]);
      const mentions = [...own, ...(extra.get(entity) ?? [])].sort(byPosition);
      return {
        name: entity.name,
        type: entity.type,
        role: fullestRole(entity),
        mentions: mentions.filter((m, i) => i === 0 || m[0] !== mentions[i - 1]![0]),
      };
    })
    .filter((e) => e.mentions.length > 0)
    .sort((a, b) => byPosition(a.mentions[0]!, b.mentions[0]!));
}

function findOne(reading: Reading, attribution: Attribution, found: ReadonlyMap<Attribution, Found>): Found {
  const place = attribution.source[0];
  if (place === undefined) return { ...nobody, confidence: 0.8 };
  const { document } = reading;
  const from = wordAt(document, place[0]);
  let to = wordAt(document, place[1] - 1) + 1;
  while (to > from + 1 && !document.words[to - 1]!.letters) to--;
  if (to - from === 1) {
    const pronoun = byPronoun(reading, plain(document, from), from, attribution, found);
    if (pronoun !== null) return pronoun;
  }
  return byPhrase(reading, from, to);
}

function byPronoun(
  reading: Reading,
  lower: string,
  at: number,
  attribution: Attribution,
  found: ReadonlyMap<Attribution, Found>,
): Found | null {
  if (['he', 'him', 'his', 'she', 'her', 'hers'].includes(lower))
    return byPersonalPronoun(
      reading,
      at,
      lower.startsWith('h') && lower !== 'her' && lower !== 'hers' ? 'male' : 'female',
      enclosing(attribution, found),
    );
  if (['they', 'them', 'their'].includes(lower)) return byPlural(reading, at);
  if (['it', 'its'].includes(lower)) return byThing(reading, at);
  if (['who', 'which', 'whose', 'that'].includes(lower)) return byRelative(reading, at);
  if (['i', 'me', 'my'].includes(lower))
    return reading.document.quoted[at] === true ? (enclosing(attribution, found) ?? nobody) : nobody;
  return ['we', 'us', 'our', 'you', 'this', 'these', 'those', 'one'].includes(lower) ? nobody : null;
}

/** The speaker of the statement whose content this source stands in. */
function enclosing({ source }: Attribution, found: ReadonlyMap<Attribution, Found>): Found | null {
  let best: { found: Found; size: number } | null = null;
  for (const [outer, one] of found)
    for (const span of outer.content) {
      const size = span[1] - span[0];
      if (contains(span, source[0]!) && (best === null || size < best.size)) best = { found: one, size };
    }
  return best?.found ?? null;
}

/** A phrase with words of its own: a name, a list of names, a body made of a name, a description. */
function byPhrase(reading: Reading, from: number, to: number): Found {
  const { document, names, inventory } = reading;
  const inside = names.filter((n) => n.from >= from && n.to <= to + 1 && n.from < to);
  const first = inside[0];
  const work = workIn(reading, from, to, first !== undefined);
  if (work !== null) return work;
  const opener = plain(document, from);
  if (first === undefined) return byDescription(reading, from, to);
  if (
    /^(?:one|two|three|four|five|six|some|many|several|most|few|another|other|others|both|dozens|hundreds|thousands|members?|critics|supporters|opponents|aides)$/u.test(
      opener,
    )
  )
    return nobody;
  // "Continental Union commissioner X": the body is part of the title, X is the head.
  const titled = inside.find((n) => n.type === 'person' && n.from > first.from && n.titleFrom <= from + 1);
  const own = titled && inventory.of.get(titled);
  if (own !== undefined) return { entities: [own], confidence: 0.9 };
  if (!leadsTo(document, from, first)) return apposed(reading, from, to, inside);
  const after = first.to;
  const compound = after < to ? compoundHead(document, after, to) : null;
  if (isPossessive(document, after - 1) && compound === null && after < to)
    return byDescription(reading, from, to);
  if (compound !== null) return byCompound(reading, from, first, compound);
  if (opener === 'a' || opener === 'an')
    return first.type === 'person' || first.type === 'group' ? nobody : byDescription(reading, from, to);
  const listed = listOf(reading, inside, from, to);
  const entities = listed.map((n) => inventory.of.get(n)).filter((e): e is Entity => e !== undefined);
  return entities.length === 0 ? nobody : { entities: [...new Set(entities)], confidence: 0.95 };
}

/** "A 2031 survey by the Daily X": a work told by the phrase that names it; "the survey": the last such work. */
function workIn({ document, past }: Reading, from: number, to: number, named: boolean): Found | null {
  let end = from;
  while (
    end < to &&
    document.words[end]!.letters &&
    !/^(?:of|by|for|from|in|on|at|about|into|who|that|which)$/u.test(plain(document, end))
  )
    end++;
  if (end <= from || !workNouns.has(plain(document, end - 1)) || isPossessive(document, end - 1)) return null;
  const first = /^(?:the|a|an|this|that)$/u.test(plain(document, from)) ? from + 1 : from;
  if (named)
    return {
      entities: [],
      made: {
        name: document.text.slice(document.words[first]!.span[0], document.words[to - 1]!.span[1]),
        type: 'work',
      },
      confidence: 0.7,
    };
  const last = past.slice(-3).findLast((p) => p.found.made?.type === 'work');
  return last !== undefined && first > from && plain(document, from).startsWith('th')
    ? { ...last.found, confidence: 0.65 }
    : nobody;
}

/** True where only an article, a title or a role stands between the phrase's start and the name. */
function leadsTo(document: Document, from: number, name: NameMention): boolean {
  for (let i = from; i < Math.min(name.from, name.titleFrom < from ? from : name.titleFrom); i++)
    if (
      !/^(?:the|a|an|both|even|and|then|former|so-called)$/u.test(plain(document, i)) &&
      document.words[i]!.letters
    )
      return false;
  return true;
}

/** The last of the small nouns that go on after a name: "officials" in "Castellan campaign officials". */
function compoundHead(document: Document, after: number, to: number): number | null {
  let at: number | null = null;
  for (let i = after; i < to; i++) {
    const word = document.words[i]!;
    if (!word.letters || word.capital) break;
    if (
      /^(?:and|or|who|which|that|of|in|from|at|with|on|for|to|himself|herself|itself|also|both|by|as|then|now)$/u.test(
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
  if (bodyHeads.has(lower))
    return { entities: [], made: { name: phrase, type: 'organization' }, confidence: 0.85 };
  if (workNouns.has(lower)) return { entities: [], made: { name: phrase, type: 'work' }, confidence: 0.7 };
  if (vagueNouns.has(lower) || lower.endsWith('s')) return nobody;
  return byDescription(reading, from, head + 1);
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
    const skip = plain(document, name.titleFrom - 1) === 'the' ? 2 : 1;
    const before = plain(document, name.titleFrom - skip);
    const type = inside[0]!.type;
    const kind = (t: string): boolean => (t === 'other' ? true : t === type || type === 'other');
    const region = before === ',' && plain(document, name.from).includes('-') && name.to - name.from === 1;
    if (
      (before === 'and' || before === ',') &&
      kind(name.type) &&
      !region &&
      plain(document, name.to) !== 'of'
    )
      listed.push(name);
  }
  return listed;
}
