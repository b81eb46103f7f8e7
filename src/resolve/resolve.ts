import type { Analysis } from '../terms/attribution.js';
import type { Article, Speaker } from '../terms/record.js';
import type { Resolution } from '../terms/resolution.js';
import { byPosition, contains, type Span } from '../terms/span.js';
import { genderOf, type Gender } from './gender.js';
import { find, inventory, type Known } from './known.js';
import { bodyNouns, roleNouns, unnamedHeads } from './role-words.js';

/**
 * Finds who each attribution's source is, within the article: full name from last name, title or description, pronoun.
 * Right or silent: the entity is null where the text does not tell, or two could be meant.
 */
export function resolve(article: Article, analysis: Analysis): Resolution {
  const { text } = article;
  const known = inventory(text, analysis.names);
  const speakers: Speaker[] = [];
  let previous: Known | null = null;
  for (const { source } of inTextOrder(analysis)) {
    const { speaker, entity } = speakerOf(text, source, known, previous);
    speakers.push(speaker);
    if (entity?.type === 'person') previous = entity;
  }
  const order = inTextOrder(analysis).map((a) => analysis.attributions.indexOf(a));
  return {
    speakers: analysis.attributions.map((_, i) => speakers[order.indexOf(i)]!),
    entities: known.map(({ name, type, role, mentions }) => ({ name, type, role, mentions })),
  };
}

/** By source where there is one: "he" refers to who was named before it, wherever the quotation stands. */
function inTextOrder({ attributions }: Analysis): Analysis['attributions'] {
  return [...attributions].sort((a, b) =>
    byPosition(a.source[0] ?? a.content[0]!, b.source[0] ?? b.content[0]!),
  );
}

interface Found {
  readonly speaker: Speaker;
  readonly entity: Known | null;
}

function speakerOf(
  text: string,
  source: readonly Span[],
  known: readonly Known[],
  previous: Known | null,
): Found {
  const place = source[0];
  if (place === undefined) return { speaker: unnamed(null), entity: null };
  const mention = source.map((span) => text.slice(...span)).join(' ');
  const pronoun = /^(he|she)$/iu.exec(mention)?.[1]?.toLowerCase();
  const entity =
    pronoun !== undefined
      ? byPronoun(known, pronoun === 'he' ? 'male' : 'female', place, previous)
      : (byName(known, place, text) ?? byDescription(text, known, mention, place));
  if (entity === null) return { speaker: unnamed(mention), entity: null };
  const { name, type, role } = entity;
  return {
    speaker: { mention, entity: name, type, role, confidence: pronoun === undefined ? 0.9 : 0.8 },
    entity,
  };
}

function unnamed(mention: string | null): Speaker {
  return { mention, entity: null, type: 'unnamed', role: null, confidence: 0.5 };
}

/** The first entity named in the source, a person before others; not one that only qualifies ("Toval's office"). */
function byName(known: readonly Known[], source: Span, text: string): Known | null {
  const inside = known.filter((k) =>
    k.mentions.some((m) => contains(source, m) && !qualifies(text, m, source)),
  );
  const first = text
    .slice(...source)
    .split(/[\s,]/u)[0]!
    .toLowerCase();
  if (unnamedHeads.has(first)) return null;
  const person = inside.find((k) => k.type === 'person');
  if (person !== undefined) return person;
  if (headIsPerson(text.slice(...source))) return null;
  return inside[0] ?? find(known, text.slice(...source).replace(/^(?:the|a|an)\s/iu, ''));
}

/** A possessive with more words behind it, or a name after "of" or "for": it says whose, not who. */
function qualifies(text: string, [start, end]: Span, source: Span): boolean {
  const after = text.slice(end, source[1]);
  return (
    /^['’]s?\s+\p{L}/u.test(after) ||
    (start > source[0] && /\b(?:of|for|in|from|at|with)\s(?:the\s)?$/u.test(text.slice(source[0], start)))
  );
}

function headIsPerson(words: string): boolean {
  const head = headOf(words);
  return head !== null && roleNouns.has(head);
}

/** Last word of the noun phrase, before what qualifies it behind. */
function headOf(words: string): string | null {
  const phrase = words.split(/,|\s(?:of|for|in|from|at|who|with|to)\s/u)[0]!;
  return phrase.toLowerCase().match(/[\p{L}-]+(?=[^\p{L}]*$)/u)?.[0] ?? null;
}

/** "the president", "the de facto president", "the weekly": the one entity before it whose role or name has that head. */
function byDescription(text: string, known: readonly Known[], mention: string, place: Span): Known | null {
  const head = headOf(mention);
  if (head === null || !/^(?:the|its|his|her|their)\s/iu.test(mention)) return null;
  if (bodyNouns.has(head)) {
    return onlyOne(
      known.filter(
        (k) =>
          k.type === 'organization' &&
          before(k, place) &&
          new RegExp(`\\b${head}\\b`, 'iu').test(around(text, k)),
      ),
    );
  }
  if (!roleNouns.has(head) && head !== 'state') return null;
  const wanted = head === 'state' ? 'president' : head;
  return onlyOne(
    known.filter(
      (k) =>
        k.type === 'person' && before(k, place) && new RegExp(`\\b${wanted}\\b`, 'iu').test(k.role ?? ''),
    ),
  );
}

function around(text: string, { name, mentions }: Known): string {
  const first = mentions[0]!;
  return `${text.slice(Math.max(0, first[0] - 25), first[0])} ${name}`;
}

function onlyOne(found: readonly Known[]): Known | null {
  return found.length === 1 ? found[0]! : null;
}

function before(entity: Known, place: Span): boolean {
  return entity.mentions.some((mention) => mention[1] <= place[0]);
}

/** The speaker before it where the gender fits, else the one person named before it in the nearest 600 code units. */
function byPronoun(
  known: readonly Known[],
  gender: Gender,
  place: Span,
  previous: Known | null,
): Known | null {
  const near = known
    .filter((k) => k.type === 'person')
    .map((entity) => ({
      entity,
      last: Math.max(-1, ...entity.mentions.filter((m) => m[1] <= place[0]).map((m) => m[0])),
    }))
    .filter(({ entity, last }) => last >= 0 && place[0] - last < 600 && fits(entity, gender))
    .sort((a, b) => b.last - a.last);
  if (previous !== null && fits(previous, gender) && near.some(({ entity }) => entity === previous))
    return previous;
  const sure = near.filter(({ entity }) => genderOf(entity.name) === gender);
  return sure[0]?.entity ?? (near.length === 1 ? near[0]!.entity : null);
}

function fits(entity: Known, gender: Gender): boolean {
  const own = genderOf(entity.name);
  return own === null || own === gender;
}
