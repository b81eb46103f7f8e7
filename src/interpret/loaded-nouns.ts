/** Labels whose noun itself is loaded: "a criminal quasi-state", "the entity", "the separatists", "a terror enclave in Tarn". */
import type { Label } from './label.js';
import { closing, marksIn, opening } from './marks.js';
import { lastContested, leadingPlace, type Place } from './places.js';
import type { Token } from './tokens.js';
import { loadedNouns, scornful } from './words/labels.js';

const determiner = /^(?:the|a|an|this|that|these|those)$/;

/** @returns labels in text order, of the place beside the noun, or the contested one that the article speaks of there. */
export function loadedNounLabels(tokens: readonly Token[], places: readonly Place[]): Label[] {
  const leading = leadingPlace(places, 'contested');
  return tokens.flatMap(({ low }, i): Label[] => {
    if (!loadedNouns.has(low) || places.some((p) => p.from <= i && p.to > i)) return [];
    const owner = places.find((p) => p.to === i && (p.kind === 'body' || p.kind === 'contested'));
    const start = owner?.from ?? i;
    let from = start;
    while (from > 0 && scornful.has(tokens[from - 1]!.low) && tokens[from - 1]!.sentence === tokens[i]!.sentence) from--; // prettier-ignore
    const scorned = from < start;
    if (determiner.test(tokens[from - 1]?.low ?? '')) from--;
    const quoted = opening.test(tokens[from - 1]?.form ?? '') && closing.test(tokens[i + 1]?.form ?? '');
    if (!scorned && !quoted && owner === undefined && !/^(?:the|this)$/.test(tokens[from]!.low)) return [];
    const seat = /^(?:in|of)$/.test(tokens[i + 1]?.low ?? '') ? places.find((p) => p.from === i + 2 && !p.adjectival) : undefined; // prettier-ignore
    if (/^(?:of|in)$/.test(tokens[i + 1]?.low ?? '') && seat === undefined) return [];
    const entity = owner?.entity ?? (seat?.kind === 'contested' ? seat.entity : null) ?? leading ?? lastContested(tokens, places, i); // prettier-ignore
    if (entity === null) return [];
    const to = seat?.to ?? i + 1;
    return [
      {
        entity,
        span: [tokens[from]!.start, tokens[to - 1]!.end],
        marks: marksIn(tokens, from, to, scornful),
      },
    ];
  });
}
