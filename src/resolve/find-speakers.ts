import type { Analysis, Attribution } from '../terms/attribution.js';
import type { Article, Speaker } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { byPosition, contains, sliceAll, type Span } from '../terms/span.js';
import { readDocument, wordAt, plain } from './document.js';
import { takeInventory, type Entity } from './inventory.js';
import { findNames } from './names.js';
import { nobody, type Found, type Reading } from './reading.js';
import { byPhrase } from './phrases.js';
import { collectRoles, fullestRole } from './roles.js';
import { byPersonalPronoun, byPlural, byRelative, byThing } from './pronouns.js';

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
    if (at !== undefined)
      reading.past.push({ at: at[0], found: one, cue: cueWords(article.text, attribution) });
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

/** So many statements that close around a place are looked at: bounds the work on hostile input. */
const deepestNesting = 8;

/** In text order of the sources; a statement inside another's content comes after that one, whose speaker it may need. */
function inOrder(attributions: readonly Attribution[]): Attribution[] {
  const places = new Map(attributions.map((a) => [a, a.source[0] ?? a.content[0]!]));
  const outers = attributions
    .filter((a) => a.source.length > 0 && a.source[0]![0] > a.content[0]![0])
    .sort((a, b) => a.content[0]![0] - b.content[0]![0]);
  const turn = new Map(
    [...places].map(([a, place]) => {
      const before = outers.slice(
        Math.max(0, countBefore(outers, place[0]) - deepestNesting),
        countBefore(outers, place[0]),
      );
      const around = before.filter((o) => o !== a && o.content.some((span) => contains(span, place)));
      return [a, Math.max(place[0], ...around.map((o) => o.source[0]![0]))] as const;
    }),
  );
  return [...attributions].sort(
    (a, b) => turn.get(a)! - turn.get(b)! || byPosition(places.get(b)!, places.get(a)!),
  );
}

/** How many contents begin at or before an offset. */
function countBefore(outers: readonly Attribution[], offset: number): number {
  let low = 0;
  let high = outers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (outers[middle]!.content[0]![0] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
    entity: inWords(namesOf(found)),
    type: first.type,
    role: fullestRole(first),
    confidence,
  };
}

/** "A", "A and B", "A, B and C". */
function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
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
  if (place === undefined) return byNothing(reading, attribution);
  const { document } = reading;
  // "X denied this and said that": one source of two statements.
  const same = reading.past.findLast(({ at }) => at === place[0]);
  if (same !== undefined) return same.found;
  const from = wordAt(document, place[0]);
  let to = wordAt(document, place[1] - 1) + 1;
  while (to > from + 1 && !document.words[to - 1]!.letters) to--;
  if (to - from === 1) {
    const pronoun = byPronoun(reading, plain(document, from), from, attribution, found);
    if (pronoun !== null) return pronoun;
  }
  // "X, which arms Y" where the engine left X out.
  if (/^(?:who|which)$/u.test(plain(document, from))) return byRelative(reading, from);
  return byPhrase(reading, from, to, enclosing(attribution, found));
}

function cueWords(text: string, { cue }: Attribution): string {
  return sliceAll(text, cue).toLowerCase();
}

/** "…, adding that": the source left out is the speaker of the same sentence. Others without a source name nobody. */
function byNothing({ document, past }: Reading, { cue, content }: Attribution): Found {
  const silent = { ...nobody, confidence: 0.8 };
  const first = cue[0];
  if (first === undefined) return silent;
  const at = wordAt(document, first[0]);
  const last = past.findLast((p) => p.at < first[0]);
  if (
    last === undefined ||
    !/^(?:adding|noting|saying|stressing|insisting|arguing|warning|explaining|claiming|calling|telling|stating|recalling|vowing|promising|urging)$/u.test(
      plain(document, at),
    )
  )
    return silent;
  const near =
    document.sentence[wordAt(document, last.at)] === document.sentence[at] && last.at < content[0]![0];
  return near && last.found.entities.length === 1 ? { ...last.found, confidence: 0.8 } : silent;
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
      attribution.content,
    );
  if (['they', 'them', 'their'].includes(lower)) return byBodyAt(reading, at) ?? byPlural(reading, at);
  if (['it', 'its'].includes(lower)) return byThing(reading, at, attribution.content);
  if (['who', 'which', 'whose', 'that'].includes(lower)) return byRelative(reading, at);
  if (['i', 'me', 'my'].includes(lower))
    return reading.document.quoted[at] === true ? (enclosing(attribution, found) ?? nobody) : nobody;
  return ['we', 'us', 'our', 'you', 'this', 'these', 'those', 'one'].includes(lower) ? nobody : null;
}

/** "In the ministry they believe": the body that is told to hold them. */
function byBodyAt(reading: Reading, at: number): Found | null {
  const { document } = reading;
  if (plain(document, at - 2) !== 'the' || !/^(?:in|at)$/u.test(plain(document, at - 3))) return null;
  const found = byPhrase(reading, at - 2, at, null);
  const isBody = found.made?.type === 'organization' || found.entities[0]?.type === 'organization';
  return isBody ? { ...found, confidence: Math.min(found.confidence, 0.7) } : null;
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
