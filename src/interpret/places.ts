import type { ArticleEntity } from '../terms/resolution.js';
import { demonymOf, longestName, lookUp, stemsOf, type PlaceKind } from './gazetteer/gazetteer.js';
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
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly kind: Place['kind'];
  readonly adjectival: boolean;
  readonly generic?: true;
}

/** More entities than this of one article are not used as places: bounds the work on hostile input. */
const mostOwn = 500;

/**
 * All places of a text, in order, none overlapping: names of the gazetteer, the article's own places and bodies, and
 * adjectives made of either. A capital stands for its state, as in diplomatic usage.
 */
export function findPlaces(tokens: readonly Token[], entities: readonly ArticleEntity[]): Place[] {
  const own = ownNames(entities, placeLike(tokens));
  const stems = new Map<string, string>();
  for (const { name, kind } of own.values())
    if (kind === 'own') for (const stem of stemsOf(name)) stems.set(stem, name);
  const found: Found[] = [];
  for (let i = 0; i < tokens.length;) {
    const place = placeAt(tokens, i, own, stems);
    if (place !== undefined) found.push(place);
    i = place?.to ?? i + 1;
  }
  const names = namesInUse(tokens, found);
  const all = [...found, ...described(tokens, found)].sort((a, b) => a.from - b.from);
  return all.map(({ key, ...place }) => ({ ...place, entity: names.get(key) ?? key }));
}

/** Words that the text uses as only places are used: "in Veloria", "Republic of Veloria", "Veloria's government", "Velorian". */
function placeLike(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>();
  const capitals = new Set(tokens.filter((token) => token.capital).map((token) => token.form));
  tokens.forEach((token, i) => {
    if (!token.capital || token.form.length < 4) return;
    const before = tokens[i - 1]?.low ?? '';
    const office = tokens[i + 1]?.low === "'s" ? (tokens[i + 2]?.low ?? '') : '';
    const located = before === 'in' || (before === 'of' && /^(?:republic|region|kingdom|state)$/.test(tokens[i - 2]?.low ?? '')); // prettier-ignore
    const governed = /^(?:government|foreign|interior|defen[cs]e|prime|president|parliament|army|borders?)$/.test(office); // prettier-ignore
    if (located || governed || capitals.has(`${token.form}n`)) found.add(token.form);
  });
  return found;
}

interface Own {
  readonly name: string;
  readonly kind: Place['kind'];
}

function ownNames(entities: readonly ArticleEntity[], asPlace: ReadonlySet<string>): Map<string, Own> {
  const own = new Map<string, Own>();
  for (const { name, type, role } of entities.slice(0, mostOwn)) {
    const bare = name.replace(/^the /iu, '');
    const union = type === 'organization' && unionWords.test(bare);
    if (union) own.set(bare, { name: bare, kind: 'body' });
    else if ((asPlace.has(bare) || type === 'place') && !bare.includes('-'))
      own.set(bare, { name: bare, kind: unionWords.test(bare) ? 'body' : 'own' });
    else if (
      role === null &&
      !/(?:ern|ean|ian|ese|ish)$/u.test(bare) &&
      /^\p{Lu}\p{L}{3,}(?: \p{Lu}\p{L}{3,})?$/u.test(bare)
    )
      own.set(bare, { name: bare, kind: 'perhaps' });
    const republic = /^(?:Republic|Kingdom|State) of (.+)$/u.exec(bare)?.[1];
    if (republic !== undefined && lookUp(bare) === undefined)
      own.set(bare, { name: republic, kind: 'own' }).set(republic, { name: republic, kind: 'own' });
  }
  return own;
}

const unionWords = /\b(?:Union|Alliance|Compact|Pact|Community|Bloc|League|Organi[sz]ation|Treaty|Confederation|Federation|Commonwealth)\b/u; // prettier-ignore

function placeAt(
  tokens: readonly Token[],
  at: number,
  own: ReadonlyMap<string, Own>,
  stems: ReadonlyMap<string, string>,
): Found | undefined {
  const first = tokens[at]!;
  if (!first.capital && first.low !== 'union') return undefined;
  let words = '';
  let best: Found | undefined;
  for (let to = at; to < tokens.length && to < at + longestName; to++) {
    const token = tokens[to]!;
    if (token.sentence !== first.sentence) break;
    words += (to === at || token.low.startsWith("'") ? '' : ' ') + token.form;
    const listed = lookUp(words);
    const mine = own.get(words);
    if (listed !== undefined)
      best = { from: at, to: to + 1, key: listed.seatOf ?? listed.entity, kind: listed.seatOf === undefined ? listed.kind : 'state', adjectival: listed.adjectival }; // prettier-ignore
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
    const named = best.kind === 'own' && head !== undefined && /^(?:district|province|county|peninsula|islands?)$/u.test(head.low); // prettier-ignore
    return named ? { ...best, to: best.to + 1, key: `${best.key} ${head.form}` } : best;
  }
  const state = first.form.includes('-') ? undefined : demonymOf(first.form, stems);
  if (state === undefined) return undefined;
  const kind = lookUp(state)?.kind ?? 'own';
  return { from: at, to: at + 1, key: state, kind, adjectival: true };
}

/** "the de facto republic": the contested place of the article, where one is named far more often than any other. */
function described(tokens: readonly Token[], found: readonly Found[]): Found[] {
  const counts = new Map<string, number>();
  for (const { key, kind } of found) if (kind === 'contested') counts.set(key, (counts.get(key) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < 3 * (second?.[1] ?? 0)) return [];
  const taken = new Set(found.flatMap(({ from, to }) => tokens.slice(from, to)));
  return tokens.flatMap((token, i): Found[] => {
    const marked = /^(?:facto|so-called|breakaway|separatist|self-proclaimed|self-declared|unrecogni[sz]ed)$/u.test(tokens[i - 1]?.low ?? ''); // prettier-ignore
    if (
      !marked ||
      taken.has(token) ||
      !/^(?:republic|region|state|territory|enclave|statelet)$/u.test(token.low)
    )
      return [];
    if (tokens[i + 1]?.low === 'of') return [];
    return [{ from: i, to: i + 1, key: first[0], kind: 'contested', adjectival: false }];
  });
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
