import { countries } from 'countries-list';
import {
  ambiguousCapitals,
  ambiguousNames,
  bodies,
  contestedPlaces,
  landsWithin,
  namesOfOneSide,
  regions,
  seats,
  states,
} from './names.js';

export type PlaceKind = 'state' | 'contested' | 'body' | 'region' | 'capital';

/** A name as the gazetteer knows it. */
export interface GazetteerEntry {
  /** Name of the entity, in its common form. */
  readonly entity: string;
  readonly kind: PlaceKind;
  /** The name is a demonym or an adjective ("Georgian"). */
  readonly adjectival: boolean;
  /** A capital or seat: the state it may stand for. */
  readonly seatOf?: string;
}

const entries = new Map<string, GazetteerEntry>();
const stems = new Map<string, GazetteerEntry>();
build();

/** @param name words as the text writes them, joined by single spaces. Case matters. */
export function lookUp(name: string): GazetteerEntry | undefined {
  return entries.get(name);
}

/** Names that only one side uses: a label even without a mark. */
export const sidedNames: ReadonlySet<string> = new Set(list(namesOfOneSide.replace(/\s+/gu, ' ')));

const notStates: ReadonlySet<string> = new Set(list(landsWithin.replace(/\s+/gu, ' ')));

/** Whether a contested place calls itself a state, or is one that the gazetteer does not know: "the Tarn region" then says otherwise. */
export function claimsStatehood(entity: string): boolean {
  return !notStates.has(entity);
}

/** The longest name in the gazetteer, in words. */
export const longestName = 7;

const SUFFIX = /(?:ians?|eans?|ans?|ns?|ese|is?|ish|ic|ars?|ites?|ers?)$/u;

/**
 * The entity whose demonym this is, by stem and suffix ("Velorian" of "Veloria"); undefined when none is.
 * @param places names known in the article besides the gazetteer.
 */
export function demonymOf(word: string, places: ReadonlyMap<string, string>): string | undefined {
  if (word.length < 5 || !SUFFIX.test(word)) return undefined;
  for (let cut = word.length - 1; cut >= Math.max(3, word.length - 5); cut--) {
    const suffix = word.slice(cut);
    if (!/^(?:i?ans?|eans?|ns?|ese|is?|ish|ic|i?[ao]?rs?|ites?|ers?|in[si]?|ines?)$/u.test(suffix)) continue;
    const found = places.get(word.slice(0, cut)) ?? stems.get(word.slice(0, cut))?.entity;
    if (found !== undefined && found !== word) return found;
  }
  return undefined;
}

/** What is left of a place name when the ending that a demonym replaces is taken off ("Veloria" → "Velor", "Veloria"). */
export function stemsOf(name: string): string[] {
  const short = name.replace(/(?:ia|ya|ea|land|a|e|o|y|us)$/u, '');
  return short.length >= 4 && short !== name ? [name, short] : [name];
}

function build(): void {
  for (const country of Object.values(countries)) {
    if (ambiguousNames.has(country.name)) continue;
    const kind: PlaceKind = country.partOf ? 'region' : 'state';
    add(country.name, { entity: country.name, kind, adjectival: false });
    for (const alias of country.alias ?? []) add(alias, { entity: country.name, kind, adjectival: false });
    if (country.capital && !ambiguousCapitals.has(country.capital) && !entries.has(country.capital)) {
      add(country.capital, {
        entity: country.capital,
        kind: 'capital',
        adjectival: false,
        seatOf: country.name,
      });
    }
  }
  addTable(states, 'state');
  addTable(regions, 'region');
  addTable(bodies, 'body');
  addTable(contestedPlaces, 'contested');
  for (const [state = '', names = ''] of rows(seats)) {
    for (const seat of list(names)) {
      add(seat, { entity: seat.replace(/^the /, ''), kind: 'capital', adjectival: false, seatOf: state });
    }
  }
}

function addTable(table: string, kind: PlaceKind): void {
  for (const [entity = '', names = '', demonyms = ''] of rows(table)) {
    for (const name of [entity, ...list(names)]) add(name, { entity, kind, adjectival: false });
    for (const name of list(demonyms)) add(name, { entity, kind, adjectival: true });
  }
}

function add(name: string, entry: GazetteerEntry): void {
  entries.set(name, entry);
  if (entry.adjectival || entry.kind === 'capital' || entry.kind === 'body' || name.includes(' ')) return;
  for (const stem of stemsOf(name)) if (stem.length >= 4) stems.set(stem, entry);
}

function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

function list(cell: string): string[] {
  return cell
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
}
