/** Finds the states, lands and unions that an article itself shows to be such, beyond those that the gazetteer knows. */
import type { ArticleEntity } from '../terms/resolution.js';
import { lookUp } from './gazetteer/gazetteer.js';
import type { Token } from './tokens.js';

export interface OwnPlace {
  readonly name: string;
  /** `perhaps`: a bare name that could be one, believed only beside recognition. */
  readonly kind: 'own' | 'body' | 'contested' | 'perhaps';
}

/** More entities than this of one article are not used as places: bounds the work on hostile input. */
const mostOwn = 500;

const unionWords = /\b(?:Union|Alliance|Compact|Pact|Community|Bloc|League|Organi[sz]ation|Treaty|Confederation|Federation|Commonwealth)\b|\bCouncil of (?:States|Nations)\b/u; // prettier-ignore
const distancing = /^(?:breakaway|separatist|secessionist|so-called|self-proclaimed|self-declared|unrecogni[sz]ed|occupied|disputed|annexed|facto|pseudo-republic)$/u; // prettier-ignore
const governing = /^(?:government|foreign|interior|defen[cs]e|prime|president|parliament|army|borders?|leader|premier|troops|forces|independence|sovereignty|recognition|accession|membership|territory|allies|ally|courts|leaders|chancellor|occupation|annexation|invasion|attack|ministry|embassy|withdrawal)$/; // prettier-ignore
/** What stands only before a land: "sovereignty over …", "annexed …", "the breakaway region of …". */
const onlyLands = /\b(?:in|(?:troops|soldiers|peacekeepers|forces) (?:from|in)|sanctions (?:on|against)|(?:ties|relations|pact|treaty|war) (?:with|on)|sovereignty over|independence (?:of|from)|(?:annexation|invasion|occupation|recognition|accession) of|annexed|invaded|blockaded|occupied|(?:republic|region|kingdom|territory|state|enclave) of|breakaway|occupied|part of)$/; // prettier-ignore

/** Names by the words that the article writes them in. */
export function ownPlaces(
  tokens: readonly Token[],
  entities: readonly ArticleEntity[],
): Map<string, OwnPlace> {
  const own = new Map<string, OwnPlace>();
  const people = new Set(entities.filter(({ name, type }) => type === 'person' && name.includes(' ') && !/^(?:so-called|self-)/iu.test(name)).flatMap(({ name }) => name.split(' '))); // prettier-ignore
  const shown = shownByWords(tokens, entities, people);
  for (const { name, type, role } of entities.slice(0, mostOwn)) {
    const bare = name.replace(/^the /iu, '');
    if (/^(?:Besides|Unlike|Since|After|While|But|And|In|On|As|If|When|Although)\b/u.test(bare)) continue;
    if (unionWords.test(bare) && (type !== 'person' || shown.has(bare)))
      own.set(bare, { name: bare, kind: 'body' }); // prettier-ignore
    else if ((shown.has(bare) || type === 'place') && !bare.includes('-'))
      own.set(bare, { name: bare, kind: 'own' }); // prettier-ignore
    else if (
      role === null &&
      !/ Republic$/u.test(bare) &&
      !/(?:ern|ean|ian|ese|ish)$/u.test(bare) &&
      /^\p{Lu}\p{L}{3,}(?: \p{Lu}\p{L}{3,})?$/u.test(bare)
    )
      own.set(bare, { name: bare, kind: 'perhaps' });
    const republic = /^(?:Republic|Kingdom|State) of (.+)$/u.exec(bare)?.[1];
    if (republic !== undefined && lookUp(bare) === undefined)
      own.set(bare, { name: republic, kind: 'own' }).set(republic, { name: republic, kind: 'own' });
  }
  for (const name of shown)
    if (!own.has(name) && !unionWords.test(name) && !/-\p{Ll}/u.test(name))
      own.set(name, { name, kind: 'own' });
  for (const name of parts(tokens)) own.set(name, { name, kind: 'contested' });
  const claimedLands = [...held(tokens, people), ...partedFrom(tokens, people)];
  for (const name of claimedLands) if (!own.has(name) || /^(?:perhaps|own)$/.test(own.get(name)!.kind)) own.set(name, { name, kind: 'contested' }); // prettier-ignore
  return withContested(tokens, withShortNames(tokens, own));
}

/** "…-occupied", "…-controlled": said of lands. */
const armed = /^\p{L}+-(?:occupied|annexed|held|controlled)$/u;
const landWord = /^(?:region|republic|territory|province|district|valley|enclave|exclave|peninsula|cape)$/;

/** "so-called Tarn", "the Ostmark-occupied Tarn region": a name that stands again elsewhere, held at a distance as lands are. */
function held(tokens: readonly Token[], people: ReadonlySet<string>): Set<string> {
  const names = tokens.flatMap(({ low }, i) => {
    const name = tokens[i + 1];
    const next = tokens[i + 2];
    const marked = armed.test(low) || (distancing.test(low) && low !== 'facto');
    if (!marked || name?.capital !== true || name.form.length < 4 || people.has(name.form) || name.form.includes('-')) return [];
    if (lookUp(name.form) !== undefined || unionWords.test(name.form) || next?.capital === true || next?.low === 'of' || /(?:ian|ese|ish)$/.test(name.low)) return [];
    const again = tokens.filter(({ form }) => form === name.form).length > 1;
    return (armed.test(low) && landWord.test(next?.low ?? '')) || again ? [name.form] : [];
  }); // prettier-ignore
  return new Set(names);
}

const inseparable = /^(?:inseparable|inalienable|integral|indivisible)$/;

/** "Tarn is an inseparable part of Veloria", "Tarn declared independence": what is told of contested lands alone. */
function partedFrom(tokens: readonly Token[], people: ReadonlySet<string>): string[] {
  return tokens.flatMap(({ form, capital }, i) => {
    if (!capital || form.length < 4 || people.has(form) || unionWords.test(form) || lookUp(form) !== undefined) return [];
    if (tokens[i - 1]?.capital === true && tokens[i - 1]!.sentence === tokens[i]!.sentence) return [];
    const next = tokens.slice(i + 1, i + 5).map(({ low }) => low);
    const part = /^(?:is|was|are|remains)$/.test(next[0] ?? '') && /^an?$/.test(next[1] ?? '') && inseparable.test(next[2] ?? '') && next[3] === 'part';
    const declared = /^(?:declared|proclaimed)$/.test(next[0] ?? '') && /^(?:independence|secession)$/.test(next[1] === 'its' ? (next[2] ?? '') : (next[1] ?? ''));
    const broke = /^broke$/.test(next[0] ?? '') && next[1] === 'away' && next[2] === 'from';
    return part || declared || broke ? [form] : [];
  }); // prettier-ignore
}

/** "the Northern Republic of Tarn": who calls a part of a land a republic contests the land. */
function parts(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ form }, i) => {
    const [state, of, land] = tokens.slice(i + 1, i + 4);
    if (!/^(?:Northern|Southern|Eastern|Western)$/u.test(form) || of?.low !== 'of' || !land?.capital)
      return [];
    return /^(?:Republic|State)$/u.test(state!.form) ? [`${form} ${state!.form} of ${land.form}`] : [];
  });
}

/** Names that stand where only lands stand, and those in one list with them. */
function shownByWords(
  tokens: readonly Token[],
  entities: readonly ArticleEntity[],
  people: ReadonlySet<string>,
): Set<string> {
  const capitals = new Set(tokens.filter((token) => token.capital).map((token) => token.form));
  const candidates = new Set(entities.map(({ name }) => name.replace(/^the /iu, '')).filter((name) => !people.has(name) && !entities.some((e) => e.name === name && e.role !== null))); // prettier-ignore
  const found = new Set<string>();
  const occurrences: { name: string; from: number; to: number }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!token.capital || token.form.length < 4) continue;
    let to = i + 1;
    let name = token.form;
    for (let end = i + 2; end <= i + 3; end++) {
      const longer = tokens.slice(i, end).map(({ form }) => form).join(' '); // prettier-ignore
      if (candidates.has(longer)) [name, to] = [longer, end];
    }
    const whole = name.includes(' ');
    if ((people.has(token.form) && !whole) || (tokens[i - 1]?.capital === true && tokens[i - 1]!.sentence === token.sentence && tokens[i - 1]!.word)) continue; // prettier-ignore
    if (to === i + 1 && !candidates.has(name) && !capitals.has(`${name}n`)) continue;
    occurrences.push({ name, from: i, to });
    const before = tokens.slice(Math.max(0, i - 2), i).filter(({ low }) => low !== 'the').map(({ low }) => low).join(' '); // prettier-ignore
    const after = /^[“"«]$/u.test(tokens[to + 1]?.form ?? '') ? to + 2 : to + 1;
    const office = tokens[to]?.low === "'s" ? (tokens[after]?.low ?? '') : '';
    const titled = tokens[to]?.capital === true && /^(?:president|prime|foreign|chancellor|premier)$/.test(tokens[to]!.low) && tokens[to]!.sentence === token.sentence; // prettier-ignore
    const ruled =
      /^(?:regime|government|authorities|junta)$/.test(tokens[to]?.low ?? '') &&
      before !== '' &&
      !/(?:ist|ic|ite)$|-/.test(name);
    if (
      onlyLands.test(before) ||
      ruled ||
      (people.has(token.form) ? false : governing.test(office) || titled || demonym(name, capitals))
    )
      found.add(name);
  }
  const places = new Set(occurrences.filter(({ name }) => lookUp(name) !== undefined).map(({ name }) => name)); // prettier-ignore
  for (let round = 0; round < 3; round++) {
    for (let k = 1; k < occurrences.length; k++) {
      const [a, b] = [occurrences[k - 1]!, occurrences[k]!];
      const joint = tokens.slice(a.to, b.from);
      if (joint.length === 0 || joint.length > 2 || !joint.every(({ low }) => /^(?:,|and|or)$/.test(low))) continue; // prettier-ignore
      if (tokens[a.from]!.sentence !== tokens[b.from]!.sentence) continue;
      const known = (name: string): boolean => found.has(name) || places.has(name);
      if (known(a.name) && candidates.has(b.name)) found.add(b.name);
      if (known(b.name) && candidates.has(a.name)) found.add(a.name);
    }
  }
  return found;
}

/** "Velorian" or "Kadiri" beside "Veloria", "Kadir". */
function demonym(name: string, capitals: ReadonlySet<string>): boolean {
  const stem = name.replace(/(?:ia|a|e|y)$/u, '');
  return ['n', 'i'].some((end) => capitals.has(name + end)) || (stem !== name && ['ian', 'an', 'ese'].some((end) => capitals.has(stem + end))); // prettier-ignore
}

/** "the Union" for the only body named "… Union". */
function withShortNames(tokens: readonly Token[], own: ReadonlyMap<string, OwnPlace>): Map<string, OwnPlace> {
  const all = new Map(own);
  const words = tokens.map(({ form }) => form);
  const used = new Set(words.filter((_, i) => /^the$/iu.test(words[i - 1] ?? '')));
  for (const short of ['Union', 'Alliance', 'Compact', 'Front', 'Pact', 'League', 'Community', 'Council']) {
    if (!used.has(short)) continue;
    const bodies = new Set<string>();
    for (const { name, kind } of own.values()) if (kind === 'body' && new RegExp(`\\b${short}\\b`, 'u').test(name) && name !== short) bodies.add(name); // prettier-ignore
    words.forEach((word, i) => {
      if (word !== short) return;
      for (let from = i - 1; from >= Math.max(0, i - 3); from--) {
        const listed = lookUp(words.slice(from, i + 1).join(' '));
        if (listed?.kind === 'body') bodies.add(listed.entity);
      }
    });
    const [only, ...more] = bodies;
    if (only !== undefined && more.length === 0) all.set(short, { name: only, kind: 'body' });
  }
  return all;
}

/** A land under a distancing word, or that is told to be a republic recognised by some, is contested. */
function withContested(tokens: readonly Token[], own: ReadonlyMap<string, OwnPlace>): Map<string, OwnPlace> {
  const contested = new Set<string>();
  tokens.forEach(({ low, sentence }, i) => {
    if (!distancing.test(low) && !armed.test(low)) return;
    // "Tarn, a breakaway region of Veloria": the land before the comma is the contested one.
    if (/^(?:a|an)$/u.test(tokens[i - 1]?.low ?? '')) {
      const apposed = tokens[i - 2]?.low === ',' ? own.get(tokens[i - 3]?.form ?? '') : undefined;
      if (apposed?.kind === 'own') contested.add(apposed.name);
      return;
    }
    for (let at = i + 1; at < i + 6 && tokens[at]?.sentence === sentence; at++) {
      const place = own.get(tokens[at]!.form);
      if (place?.kind === 'own') contested.add(place.name);
      if (place !== undefined || !/^(?:republic|region|territory|state|enclave|of|the|land|government|leader|president|entity|“|")$/.test(tokens[at]!.low)) break; // prettier-ignore
    }
  });
  return new Map([...own].map(([words, place]) => [words, contested.has(place.name) && place.kind === 'own' ? { ...place, kind: 'contested' as const } : place])); // prettier-ignore
}
