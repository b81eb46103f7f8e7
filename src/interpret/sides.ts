import type { Statement } from '../terms/record.js';
import type { Span } from '../terms/span.js';
import type { Place } from './places.js';
import { tokensIn, type Token } from './tokens.js';

const governs = /\b(?:president|minister|ministry|government|spokes(?:man|woman|person)|leader|premier|chancellor|king|emir|sultan|head of state|speaker|ambassador|envoy|diplomat|foreign|presidential|defen[cs]e)\b/iu; // prettier-ignore

/**
 * The state, contested place or body that each statement's speaker speaks for; null where the text does not tell. Told in
 * his role, in the words that name him, at another of his statements, or by what an officer of state says of a state's own
 * will ("Foreign Minister X said Drovia would …").
 */
export function sidesOf(
  text: string,
  statements: readonly Statement[],
  tokens: readonly Token[],
  places: readonly Place[],
): (string | null)[] {
  const sides = statements.map((statement) => sideOf(text, statement, tokens, places));
  const known = new Map<string, string>();
  statements.forEach(({ speaker }, i) => {
    const side = sides[i];
    if (speaker.entity !== null && side !== null && side !== undefined && !known.has(speaker.entity))
      known.set(speaker.entity, side);
  });
  statements.forEach((statement, i) => {
    const { entity } = statement.speaker;
    const named = statements
      .filter((other) => other.speaker.entity === entity)
      .flatMap(({ source }) => source);
    const willed = sides[i] === null && entity !== null && !known.has(entity) ? ofWill(statement, named, tokens, places) : null; // prettier-ignore
    if (willed !== null) known.set(entity!, willed);
  });
  return sides.map((side, i) => side ?? known.get(statements[i]!.speaker.entity ?? '') ?? null);
}

function sideOf(
  text: string,
  { speaker, source }: Statement,
  tokens: readonly Token[],
  places: readonly Place[],
): string | null {
  const at = speaker.role === null ? -1 : text.indexOf(speaker.role);
  const spans: Span[] = [
    ...(at < 0 || speaker.role === null ? [] : [[at, at + speaker.role.length] as const]),
    ...source,
  ];
  let body: string | null = null;
  for (const span of spans) {
    const [from, to] = tokensIn(tokens, span);
    const inside = places.filter((p) => p.from >= from && p.to <= to && !p.generic);
    body ??= inside.find((p) => p.kind === 'body')?.entity ?? null;
    const lands = inside.filter((p) => p.kind !== 'body' && p.kind !== 'region');
    const owner = /^['’]s?$/u.test(tokens[lands[0]?.to ?? 0]?.low ?? '');
    // "leader of Veloria's breakaway region of Tarn" speaks for Tarn.
    const place = lands.find((p) => p.kind === 'contested') ?? (owner ? (lands[1] ?? lands[0]) : lands[0]);
    if (place !== undefined) return place.entity;
  }
  return body ?? (speaker.type === 'place' ? speaker.entity : null);
}

const ready =
  /^(?:ready|prepared|open|committed|willing|determined|interested|considering|opposed|against)$/u;

/** "Veloria would never recognise …" from an officer of state whose land is not told. */
function ofWill(
  { speaker, content }: Statement,
  source: readonly Span[],
  tokens: readonly Token[],
  places: readonly Place[],
): string | null {
  const [from, to] = tokensIn(tokens, content[0]!);
  const named = source.map((span) => tokensIn(tokens, span)).flatMap(([a, b]) => tokens.slice(a, b)).map(({ low }) => low).join(' '); // prettier-ignore
  if (!governs.test(`${speaker.role ?? ''} ${named}`)) return null;
  let start = from;
  while (start < to && /^(?:that|the|republic|of|“|")$/u.test(tokens[start]!.low) && !places.some((p) => p.from === start)) start++; // prettier-ignore
  const place = places.find((p) => p.from === start && !p.adjectival && !p.generic);
  if (place === undefined) return null;
  const [verb, next, then] = [0, 1, 2].map((k) => tokens[place.to + k]?.low ?? '');
  const willed =
    /^(?:will|would|wo|has|had|does|intends|plans|wants|wanted|supports|opposes|supported|opposed)$/u.test(
      verb!,
    );
  const minded =
    /^(?:is|was|remains|remained)$/u.test(verb!) &&
    ready.test(/^(?:not|also|now|always|fully)$/u.test(next!) ? then! : next!);
  return willed || minded ? place.entity : null;
}
