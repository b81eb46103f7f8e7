import type { ArticleEntity } from '../terms/resolution.js';
import { demonymOf, longestName, lookUp, stemsOf, type PlaceKind } from './gazetteer/gazetteer.js';
import { ownPlaces, type OwnPlace } from './own-places.js';
import type { Token } from './tokens.js';

/** A state, contested place, union, body or region as the text names it. */
export interface Place {
  /** Token indexes, half-open. */
  readonly from: number;
  readonly to: number;
  /** Name for the record: the gazetteer's where the article has it too, else the article's own. */
  readonly entity: string;
  /** `own`: the article shows it to be one; `perhaps`: a bare name that could be one, believed only beside recognition. */
  readonly kind: PlaceKind | 'own' | 'perhaps';
  /** A demonym or adjective ("Velorian"). */
  readonly adjectival: boolean;
  /** "the region", "the alliance": a description, no name. */
  readonly generic?: true;
  /** A capital or seat that stands for it. */
  readonly seat?: true;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly kind: Place['kind'];
  readonly adjectival: boolean;
  readonly generic?: true;
  readonly seat?: true;
}

/**
 * All places of a text, in order, none overlapping: names of the gazetteer, the article's own places and bodies, and
 * adjectives made of either. A capital stands for its state, as in diplomatic usage.
 */
export function findPlaces(tokens: readonly Token[], entities: readonly ArticleEntity[]): Place[] {
  const own = ownPlaces(tokens, entities);
  const stems = new Map<string, string>();
  for (const { name, kind } of own.values())
    if (kind === 'own' || kind === 'contested') for (const stem of stemsOf(name)) stems.set(stem, name);
  const found: Found[] = [];
  for (let i = 0; i < tokens.length;) {
    const place = placeAt(tokens, i, own, stems);
    if (place !== undefined) found.push(place);
    i = place?.to ?? i + 1;
  }
  const named = found.filter(({ from, key }) => tokens[from]!.capital || found.some((other) => other.key === key && tokens[other.from]!.capital)); // prettier-ignore
  const names = namesInUse(tokens, named);
  const all = [...named, ...described(tokens, named)].sort((a, b) => a.from - b.from);
  return all.map(({ key, ...place }) => ({ ...place, entity: names.get(key) ?? key }));
}

function placeAt(
  tokens: readonly Token[],
  at: number,
  own: ReadonlyMap<string, OwnPlace>,
  stems: ReadonlyMap<string, string>,
): Found | undefined {
  const first = tokens[at]!;
  if (!first.capital && first.low !== 'union' && first.low !== 'southern') return undefined;
  let words = '';
  let best: Found | undefined;
  for (let to = at; to < tokens.length && to < at + longestName; to++) {
    const token = tokens[to]!;
    if (token.sentence !== first.sentence) break;
    words += (to === at || token.low.startsWith("'") ? '' : ' ') + token.form.replace('’', "'");
    const listed = lookUp(words);
    const mine = own.get(words);
    if (listed !== undefined)
      best = { from: at, to: to + 1, key: listed.seatOf ?? listed.entity, kind: listed.seatOf === undefined ? listed.kind : (lookUp(listed.seatOf)?.kind ?? 'state'), adjectival: listed.adjectival, ...(listed.seatOf === undefined ? {} : { seat: true }) }; // prettier-ignore
    else if (mine !== undefined)
      best = {
        from: at,
        to: to + 1,
        key: mine.name,
        kind: mine.kind,
        adjectival: false,
      };
  }
  if (best !== undefined) {
    const head = tokens[best.to];
    // "the Tarnan district" is the name of what the gazetteer does not know.
    const named = /^(?:own|contested)$/u.test(best.kind) && head !== undefined && /^(?:district|province|county|peninsula|islands?)$/u.test(head.low); // prettier-ignore
    return named ? { ...best, to: best.to + 1, key: `${best.key} ${head.form}` } : best;
  }
  const republic = tokens[at + 1]?.form === 'Republic' && tokens[at + 1]!.sentence === first.sentence;
  // "the Tarn Republic" of a land that is called Tarny.
  const state = first.form.includes('-') ? undefined : (demonymOf(first.form, stems) ?? (republic ? stems.get(first.form) : undefined)); // prettier-ignore
  if (state === undefined) return undefined;
  const kind = lookUp(state)?.kind ?? own.get(state)?.kind ?? 'own';
  // "the Tarnan Republic" is a name.
  return { from: at, to: republic ? at + 2 : at + 1, key: state, kind, adjectival: !republic };
}

const lands =
  /^(?:republic|region|state|territory|enclave|exclave|statelet|island|peninsula|cape|kingdom|entity|province)$/u;
const loadedLands = /^(?:pseudo-state|pseudo-republic|statelet)$/u;
const unions = /^(?:bloc|alliance|union|pact|organi[sz]ation|grouping)$/u;
const distanced = /^(?:facto|so-called|breakaway|separatist|self-proclaimed|self-declared|self-styled|secessionist|disputed|renegade|unrecogni[sz]ed|self-governed|self-ruled)$/u; // prettier-ignore

/**
 * "the de facto republic", "the region", "the alliance": the contested place, or the body, of the article, where one is
 * named three times as often as any other.
 */
function described(tokens: readonly Token[], found: readonly Found[]): Found[] {
  const main = leading(found, 'contested') ?? recognised(tokens, found);
  const body = leading(found, 'body');
  const near = mentionsNear(tokens, found, main);
  const taken = new Set<number>();
  for (const { from, to } of found) for (let i = from; i < to; i++) taken.add(i);
  return tokens.flatMap((token, i): Found[] => {
    if (taken.has(i) || tokens[i + 1]?.low === 'of' || taken.has(i + 1)) return [];
    const land = near(i) ? main : null;
    // Under a mark a description is of the contested place just spoken of, where the article is about several.
    const marked = land ?? lastContested(tokens, found, i);
    const before = tokens[i - 1]?.low ?? '';
    const state = token.low === 'state' || token.low === 'kingdom';
    if (marked !== null && lands.test(token.low) && (distanced.test(before) || (quoted(tokens, i) && distanced.test(tokens[i - 2]?.low ?? '')))) return [{ from: i, to: i + 1, key: marked, kind: 'contested', adjectival: false, ...(/^(?:self-governed|self-ruled)$/u.test(before) ? { generic: true } : {}) }]; // prettier-ignore
    if (marked !== null && isLoadedLand(tokens, i)) return [{ from: i, to: i + 1, key: marked, kind: 'contested', adjectival: false }]; // prettier-ignore
    if (!/^(?:the|this)$/u.test(before)) return [];
    if (land !== null && lands.test(token.low) && !state && tokens[i - 2]?.low !== 'in') return [{ from: i, to: i + 1, key: land, kind: 'contested', adjectival: false, generic: true }]; // prettier-ignore
    if (body !== null && unions.test(token.low)) return [{ from: i, to: i + 1, key: body, kind: 'body', adjectival: false, generic: true }]; // prettier-ignore
    return [];
  });
}

/** The one land, unknown to the gazetteer, that the article tells to be recognised or not: what some recognise is contested. */
function recognised(tokens: readonly Token[], found: readonly Found[]): string | null {
  const told = found.filter(({ from, kind, adjectival }) => kind === 'own' && !adjectival && tokens.slice(Math.max(0, from - 3), from).some(({ low }) => /^recogni(?:[sz]|tion)/u.test(low)) && tokens[from - 1]?.low !== 'by'); // prettier-ignore
  const [only, ...more] = new Set(told.map(({ key }) => key));
  return more.length === 0 ? (only ?? null) : null;
}

/** "the pseudo-state", "the separatist regime", "the occupied land". */
function isLoadedLand(tokens: readonly Token[], at: number): boolean {
  const [article, before, word] = [at - 2, at - 1, at].map((i) => tokens[i]?.low ?? '') as [
    string,
    string,
    string,
  ];
  if (loadedLands.test(word)) return /^(?:the|this|a)$/u.test(before);
  if (!/^(?:the|this)$/u.test(article)) return false;
  return word === 'regime' ? /^(?:separatist|breakaway|secessionist|puppet)$/u.test(before) : /^(?:occupied|annexed)$/u.test(before) && /^(?:land|region|territory|republic|peninsula|cape)$/u.test(word); // prettier-ignore
}

const quoted = (tokens: readonly Token[], at: number): boolean => /^[“"]$/u.test(tokens[at - 1]?.form ?? '');

/** The two or three contested places that an article names; [] for fewer or more. */
export function contestedLands(places: readonly Place[]): string[] {
  const names = new Set(places.filter(({ kind, generic }) => kind === 'contested' && generic !== true).map(({ entity }) => entity)); // prettier-ignore
  return names.size === 2 || names.size === 3 ? [...names] : [];
}

/** What was found for the places of an article, since every label asks for it again. */
const leaders = new WeakMap<readonly Place[], Map<Place['kind'], string | null>>();

/** The place of a kind that an article names at least three times as often as any other of that kind; null where there is none. */
export function leadingPlace(places: readonly Place[], kind: Place['kind']): string | null {
  const known = leaders.get(places)?.get(kind);
  if (known !== undefined) return known;
  const found = leading(
    places.filter(({ generic }) => !generic).map(({ entity, ...place }) => ({ ...place, key: entity })),
    kind,
  );
  leaders.set(places, new Map([...(leaders.get(places) ?? []), [kind, found]]));
  return found;
}

/** The contested place that a paragraph names up to a token, or the nearest of the two paragraphs before; null where it names several, or none does. */
export function lastContested(
  tokens: readonly Token[],
  places: readonly (Pick<Place, 'from' | 'kind'> & {
    readonly key?: string;
    readonly entity?: string;
    readonly generic?: true;
  })[],
  at: number,
): string | null {
  const { paragraph } = tokens[at]!;
  for (let back = 0; back <= 2; back++) {
    const names = new Set(
      places
        .filter(
          ({ from, kind, generic }) =>
            kind === 'contested' &&
            generic !== true &&
            from < at &&
            tokens[from]!.paragraph === paragraph - back,
        )
        .map(({ key, entity }) => key ?? entity ?? ''),
    );
    const [only] = names;
    if (names.size > 0) return names.size === 1 ? only! : null;
  }
  return null;
}

/** More mentions than this make a place the article's subject: a description may then stand far from the next one. */
const fewMentions = 3;

/** Whether a token stands in a paragraph that names the place, or within two behind one. */
function mentionsNear(
  tokens: readonly Token[],
  found: readonly Found[],
  key: string | null,
): (at: number) => boolean {
  const mentions = found.filter((place) => place.key === key).map(({ from }) => tokens[from]!.paragraph);
  const near = new Set(mentions.flatMap((paragraph) => [paragraph, paragraph + 1, paragraph + 2]));
  return (at) => mentions.length > fewMentions || near.has(tokens[at]!.paragraph);
}

function leading(found: readonly Found[], wanted: Found['kind']): string | null {
  const counts = new Map<string, number>();
  for (const { key, kind } of found) if (kind === wanted) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] < 3 * (second?.[1] ?? 0) ? null : first[0];
}

/** The name that the article itself uses for each key: the gazetteer's if it occurs, alone or in a longer form of it, else the commonest noun. */
function namesInUse(tokens: readonly Token[], found: readonly Found[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { from, to, key, adjectival } of found) {
    if (adjectival) continue;
    const form = tokens.slice(from, to).map((token) => token.form).join(' ').replace(/ (?=['’]s)/gu, ''); // prettier-ignore
    if (lookUp(form)?.seatOf !== undefined) continue;
    const forms = counts.get(key) ?? new Map<string, number>();
    counts.set(key, forms.set(form, (forms.get(form) ?? 0) + 1));
  }
  const names = new Map<string, string>();
  for (const [key, forms] of counts)
    names.set(
      key,
      [...forms.keys()].some((form) => form.toLowerCase().includes(key.toLowerCase()))
        ? key
        : [...forms].sort((a, b) => b[1] - a[1])[0]![0],
    );
  return names;
}
