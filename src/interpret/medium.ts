import type { Attribution } from '../terms/attribution.js';
import { sliceAll } from '../terms/span.js';

const phrase = String.raw`((?:[\p{L}\p{N}’'-]+ ?){1,8})`;
const interview = new RegExp(
  String.raw`\b(?:in an? (?:[\p{Ll}-]+ )?interview (?:with|to|for)|interview with|speaking to|remarks? to|spoke to) ${phrase}`,
  'u',
);
const told = new RegExp(String.raw`\btold ${phrase}`, 'u');
const platform = new RegExp(String.raw`\bon ${phrase}`, 'u');
const lastName = /\p{Lu}[\p{L}\p{N}'’-]*(?: \p{Lu}[\p{L}\p{N}'’-]*)*/gu;

/** The outlet in "the Russian propaganda outlet Izvestia": the last proper name of the phrase. */
function nameIn(words: string | undefined): string | null {
  const place = (words ?? '').split(/ (?:in|at|on|after|that|during|as|before|when|about) /u)[0]!;
  const names = [...place.matchAll(lastName)]
    .map(([found]) => found)
    .filter((found) => !notMedia.test(found));
  return names.at(-1) ?? null;
}

const notMedia =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/u;

/** Where a statement was first said, as its own sentence tells: whom it was told, or the platform it was written on. */
export function mediumAt(text: string, { source, cue, content }: Attribution): string | null {
  const all = [...source, ...cue, ...content];
  const first = Math.min(...[...source, ...cue].map((span) => span[0]), content[0]![0]);
  const last = Math.max(...all.map((span) => span[1]));
  const paragraphEnd = text.indexOf('\n', last);
  const near = text.slice(first, Math.min(paragraphEnd === -1 ? text.length : paragraphEnd, last + 300));
  const outside = content.reduce((rest, span) => rest.replace(text.slice(...span), ' '), near);
  const words = sliceAll(text, cue);
  return (
    nameIn(interview.exec(outside)?.[1]) ??
    (/\btold\b/u.test(words) ? nameIn(told.exec(outside)?.[1]) : null) ??
    (/\b(?:wrote|posted|tweeted|said|says|writes)\b/u.test(words)
      ? nameIn(platform.exec(outside)?.[1])
      : null)
  );
}

/** The interview or paper that all of an article's remarks were made to, where it says so once; null otherwise. */
export function sharedMedium(text: string): string | null {
  return nameIn(interview.exec(text)?.[1]);
}
