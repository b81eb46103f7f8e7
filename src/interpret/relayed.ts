import type { Analysis, Attribution } from '../terms/attribution.js';
import { sliceAll, type Span } from '../terms/span.js';
import { isOutlet, nameAfter } from './outlets.js';

/** How much an attribution found in another's words is believed, beside that other. */
const trust = 0.9;
/** Of the letters of what an outlet passed on, so much is another's statement where nothing else is told. */
const nearlyAll = 0.6;

const reports =
  /^(?:(?:also|later|first|has|had) )*(?:reported|reports|said|says|wrote|writes|quoted|cited)\b|^(?:as|according to)\b/iu;
const says =
  /^(said|says|stated|claimed|announced|declared|warned|stressed|added|argued|insisted|denied|promised|vowed|confirmed|noted|explained|told (?:reporters|journalists|lawmakers|parliament|deputies))(?=[ ,])/u;
const clauseWords =
  /^(?:that|who|which|whom|whose|when|while|after|before|because|since|if|although|though|as|and|but|is|was|were|are|had|has|have|will|would|could|should|may|might)$/u;
const mostSourceWords = 16;

/**
 * Reads "X said that Y, Z reported" as X's statement, where the engine took the outlet Z for the source of all of it: Z
 * passed it on (`relayOf`). Where the engine found X's statement besides, that one stays and Z's goes. An outlet that
 * tells in its own words ("two people were hurt, Z reported") stays a speaker.
 * @returns in text order, as it came.
 */
export function readRelayed(text: string, { attributions, names }: Analysis): Analysis {
  const found = attributions.flatMap((attribution): Attribution[] => {
    if (!isPassedOn(text, attribution)) return [attribution];
    if (holdsAnother(attribution, attributions)) return [];
    return [said(text, attribution) ?? attribution];
  });
  return { names, attributions: found };
}

/** An outlet's clause behind one stretch of words. */
function isPassedOn(text: string, { source, cue, content }: Attribution): boolean {
  const [only] = content;
  if (source.length !== 1 || cue.length === 0 || content.length !== 1 || only === undefined) return false;
  if (source[0]![0] < only[1] || !reports.test(sliceAll(text, cue))) return false;
  const name = nameAfter(text, source[0]![0]);
  return name !== null && !name.owner && isOutlet(name) && source[0]![1] - name.end < 2;
}

/** True where another's source, cue and content lie in what was passed on and are nearly all of it. */
function holdsAnother({ content }: Attribution, all: readonly Attribution[]): boolean {
  const outer = content[0]!;
  const isIn = ([start, end]: Span): boolean => outer[0] <= start && end <= outer[1];
  return all.some((other) => {
    const parts = [...other.source, ...other.cue, ...other.content];
    if (other.source.length === 0 || !parts.every(isIn)) return false;
    const letters = parts.reduce((sum, [start, end]) => sum + end - start, 0);
    return letters >= nearlyAll * (outer[1] - outer[0]) && other.source[0]![0] - outer[0] < 3;
  });
}

/** "Spokeswoman X said …" at the start of the words: who, by which word, what; null where they begin otherwise. */
function said(text: string, { content, confidence }: Attribution): Attribution | null {
  const [start, end] = content[0]!;
  const words = text.slice(start, end);
  if (!/^(?:\p{Lu}|the )/u.test(words)) return null;
  let at = 0;
  for (let n = 0; n <= mostSourceWords; n++) {
    const cue = n === 0 ? null : says.exec(words.slice(at));
    if (cue !== null) return parts(text, start, at, cue[0].length, end, confidence);
    const word = /^[\p{L}\p{N}.'’&/-]+,? /u.exec(words.slice(at))?.[0];
    if (word === undefined || clauseWords.test(word.trim().replace(/,$/u, ''))) return null;
    at += word.length;
  }
  return null;
}

function parts(
  text: string,
  start: number,
  at: number,
  length: number,
  end: number,
  confidence: number,
): Attribution | null {
  const source: Span = [start, start + text.slice(start, start + at).replace(/,? $/u, '').length];
  const cue: Span = [start + at, start + at + length];
  const from = cue[1] + /^,? */u.exec(text.slice(cue[1], end))![0].length;
  const told = text.slice(from, end);
  if (!/\p{L}.* .*\p{L}/su.test(told)) return null;
  return { source: [source], cue: [cue], content: [[from, end]], confidence: confidence * trust };
}
