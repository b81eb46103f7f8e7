/** Believes further names to be states: those that do, or have, what only states do and have. */
import type { ArticleEntity } from '../terms/resolution.js';
import { lookUp } from './gazetteer/gazetteer.js';
import type { Place } from './places.js';
import { possessive } from './reader.js';
import type { Token } from './tokens.js';

/** What stands behind "Veloria's" only where Veloria is a state or a land. */
const stateOwns = /^(?:premier|prime|foreign|chancellor|parliament|embassy|borders?|ambassador|independence|sovereignty|accession|territory|sultan|king)$/u; // prettier-ignore
/** What stands before "of Veloria". */
const stateOffice =
  /^(?:president|premier|minister|government|parliament|king|sultan|republic|island|people|army)$/u;
/** What follows "Veloria", over auxiliaries: deeds of states, in words in which a person would have "his" or "her". */
const deeds: readonly (readonly RegExp[])[] = [
  [/^(?:sever|cut|break|restore|resume|establish)$/u, /^(?:diplomatic|ties|relations|formal|full)$/u],
  [/^(?:withdraw|recall|pull|close|revoke|rescind)$/u, /^its$/u],
  [/^(?:suspend|resume|cut)$/u, /^(?:aid|its|diplomatic|ties|relations)$/u],
  [/^sign$/u, /^(?:a|an|the)$/u, /^(?:defen[cs]e|peace|border|treaty|pact|trade|cooperation|friendship)$/u],
  [/^(?:recognize|derecognize)$/u],
  [/^declare$/u, /^independence$/u],
  [/^seek$/u, /^independence$/u],
]; // prettier-ignore
const light = /^(?:has|have|had|is|are|will|would|to|do|does|did|not|n't|never|formally|officially|also|already|again|since|fully|,)$/u; // prettier-ignore
const saying = /^(?:say|deny|warn|announce|insist|add|reply|declare|confirm|claim)$/u;
/** An article in which these are spoken of is about states. */
const statecraft = /^(?:recogni[sz]\w+|recognition|diplomatic|troops|treaty|embassy|accession|annexed|annexation|sanctions|sovereignty)$/u; // prettier-ignore

interface Run {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** More names than this of one article are not weighed: bounds the work on hostile input. */
const mostRuns = 4000;

/**
 * The places of an article with those that its words show to be states beyond what a gazetteer knows: they sever relations,
 * withdraw their troops, have a foreign minister, stand in one list with states.
 */
export function withShown(
  tokens: readonly Token[],
  places: readonly Place[],
  entities: readonly ArticleEntity[],
): Place[] {
  const sure = new Map<number, Place>();
  for (const place of places)
    if (place.kind !== 'perhaps') for (let i = place.from; i < place.to; i++) sure.set(i, place);
  const people = new Set(entities.filter(({ name, type }) => type === 'person' && name.includes(' ') && !/\band\b/u.test(name)).flatMap(({ name }) => name.split(' '))); // prettier-ignore
  const runs = runsOf(tokens, sure, people);
  const aboutStates = places.filter(({ kind }) => kind !== 'perhaps').length >= 4 && tokens.some(({ low }) => statecraft.test(low)); // prettier-ignore
  const shown = new Set(runs.filter((run) => isShown(tokens, run, sure, aboutStates)).map(({ name }) => name)); // prettier-ignore
  for (let round = 0; round < 3 && shown.size < runs.length; round++) addListed(tokens, runs, sure, shown);
  if (shown.size === 0) return renamed(tokens, places);
  const found = runs.filter(({ name }) => shown.has(name));
  const taken = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))); // prettier-ignore
  const kept = places.filter((place) => place.kind !== 'perhaps' || !taken.has(place.from));
  const added = found.map(({ from, to, name }): Place => ({ from, to, entity: name, kind: 'own', adjectival: false })); // prettier-ignore
  return renamed(
    tokens,
    [...kept, ...added].sort((a, b) => a.from - b.from),
  );
}

/** "The Pacific Island nation of Nauru": the sea is no state. */
function isDescriptor(tokens: readonly Token[], { to }: Place, starts: ReadonlySet<number>): boolean {
  const noun = /^(?:island|islands)$/u.test(tokens[to]?.low ?? '') ? to + 1 : to;
  return /^(?:nation|state|country|kingdom|republic)$/u.test(tokens[noun]?.low ?? '') && tokens[noun + 1]?.low === 'of' && starts.has(noun + 2); // prettier-ignore
}

/** "Kadiri" beside Kadir is its adjective; "northern Halm" is Northern Halm where there is such a place. */
function renamed(tokens: readonly Token[], places: readonly Place[]): Place[] {
  const names = new Set(places.map(({ entity }) => entity));
  const starts = new Set(places.map(({ from }) => from));
  return places
    .filter((place) => !isDescriptor(tokens, place, starts))
    .map((place) => {
      const { entity, kind, from } = place;
      const stem = kind === 'own' && !place.adjectival ? /^(\p{Lu}\p{L}{2,}?)(?:n|i|an|ian|ese)$/u.exec(entity)?.[1] : undefined; // prettier-ignore
      const land = stem === undefined ? undefined : [stem, `${stem}a`].find((name) => names.has(name));
      if (land !== undefined) return { ...place, entity: land, adjectival: true };
      const compass =
        /^(?:northern|southern|eastern|western)$/u.exec(tokens[from - 1]?.form ?? '')?.[0] ?? '';
      if (compass === '' || place.adjectival) return place;
      const half = compass.charAt(0).toUpperCase() + compass.slice(1);
      const part = [`${half} ${entity}`, `${half} Republic of ${entity}`].find((name) => names.has(name)) ?? lookUp(`${half} ${entity}`)?.entity; // prettier-ignore
      return part === undefined ? place : { ...place, from: from - 1, entity: part };
    });
}

/** Runs of one or two capitalised words that are no known place, no person's name and no part of a longer name. */
function runsOf(tokens: readonly Token[], sure: ReadonlyMap<number, Place>, people: ReadonlySet<string>): Run[] {
  const lower = new Set(tokens.filter(({ capital, word }) => word && !capital).map(({ low }) => low));
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length && runs.length < mostRuns;) {
    let to = i;
    while (isName(to, i, tokens, sure)) to++;
    const words = tokens.slice(i, to);
    const first = words[0];
    const fits = words.length === 1 || words.length === 2;
    if (first !== undefined && fits && first.form.length > 2 && words.every(({ form, low }) => !people.has(form) && !lower.has(low))) runs.push({ from: i, to, name: words.map(({ form }) => form).join(' ') }); // prettier-ignore
    i = Math.max(to, i + 1);
  }
  return runs;
} // prettier-ignore

const notNames = /^(?:the|a|an|in|on|but|and|besides|unlike|after|since|if|when|while|only|no|some|two|three|five|more|that|this|its?|he|she|they|we|i|his|her|their|our|asked|mr|mrs|ms|president|minister|foreign|prime|general|king|senator|secretary|chancellor|governor|\p{L}*(?:day|ian|ese|ish))$/u; // prettier-ignore

function isName(
  at: number,
  start: number,
  tokens: readonly Token[],
  sure: ReadonlyMap<number, Place>,
): boolean {
  const token = tokens[at];
  if (token?.capital !== true || !token.word || notNames.test(token.low)) return false;
  return token.sentence === tokens[start]!.sentence && !sure.has(at);
}

function isShown(
  tokens: readonly Token[],
  { from, to }: Run,
  sure: ReadonlyMap<number, Place>,
  aboutStates: boolean,
): boolean {
  const { sentence } = tokens[from]!;
  const before = tokens[from - 1];
  // A title or a first name before it makes it a person's.
  if (before?.capital === true && before.sentence === sentence && before.word && !/^(?:the|in|on|but|and|besides|unlike|only|that|both)$/u.test(before.low) && !sure.has(from - 1)) return false; // prettier-ignore
  if (possessive(tokens[to]?.low) && stateOwns.test(tokens[to + 1]?.low ?? '')) return true;
  if (before?.low === 'of' && stateOffice.test(tokens[from - 2]?.low ?? '')) return true;
  if (before?.low === 'by' && tokens.slice(Math.max(0, from - 6), from).some(({ low }) => /^recogni/u.test(low))) return true; // prettier-ignore
  let verb = to;
  while (verb < to + 5 && light.test(tokens[verb]?.low ?? '')) verb++;
  if (deeds.some((steps) => steps.every((step, k) => step.test(tokens[verb + k]?.lemma ?? '') || step.test(tokens[verb + k]?.low ?? '')))) return true; // prettier-ignore
  if (!aboutStates || !saying.test(tokens[to]?.lemma ?? '')) return false;
  const next = /^that$/u.test(tokens[to + 1]?.low ?? '') ? to + 2 : to + 1;
  return tokens[next]?.low === 'it';
}

/** "Norrland, San Brisco and Palatia": in one list with a state stands a state. */
function addListed(
  tokens: readonly Token[],
  runs: readonly Run[],
  sure: ReadonlyMap<number, Place>,
  shown: Set<string>,
): void {
  const ends = new Map(runs.map((run) => [run.to, run]));
  for (const run of runs) {
    const joint = jointBefore(tokens, run.from);
    if (joint === -1) continue;
    const last = ends.get(joint);
    const place = sure.get(joint - 1);
    const known = place !== undefined && !place.adjectival && !place.generic && place.kind !== 'body';
    if (last !== undefined && shown.has(run.name)) shown.add(last.name);
    if (known || (last !== undefined && shown.has(last.name))) shown.add(run.name);
  }
  for (const place of new Set(sure.values())) {
    if (place.adjectival || place.generic || place.kind === 'body') continue;
    const joint = jointBefore(tokens, place.from);
    const last = joint === -1 ? undefined : ends.get(joint);
    if (last !== undefined) shown.add(last.name);
  }
}

/** Where the item before ends, if "and", or a comma of a list that goes on with "and", stands between; -1 if not. */
function jointBefore(tokens: readonly Token[], from: number): number {
  const { sentence } = tokens[from]!;
  const before = tokens[from - 1];
  if (before === undefined || before.sentence !== sentence) return -1;
  if (/^(?:and|or)$/u.test(before.low)) return tokens[from - 2]?.form === ',' ? from - 2 : from - 1;
  if (before.form !== ',') return -1;
  const goesOn = tokens.slice(from + 1, from + 8).findIndex(({ low }) => /^(?:and|or)$/u.test(low));
  return goesOn !== -1 && tokens.slice(from, from + 1 + goesOn).every(({ capital, form }) => capital || form === ',') ? from - 1 : -1; // prettier-ignore
}
