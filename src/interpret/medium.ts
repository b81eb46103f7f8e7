import type { Attribution } from '../terms/attribution.js';
import { sliceAll } from '../terms/span.js';

const name = String.raw`(\p{Lu}[\p{L}\p{N}.'’-]*(?: \p{Lu}[\p{L}\p{N}.'’-]*){0,3})`;
const interview = new RegExp(
  String.raw`\b(?:in an? (?:[\p{Ll}-]+ )?interview (?:with|to|for)|interview with|speaking to|made (?:the|this|these) remarks? (?:in an interview with|to)|spoke to) (?:the )?(?:[\p{L}-]+ ){0,4}?${name}`,
  'u',
);
const told = new RegExp(String.raw`\btold\s+${name}`, 'u');
const platform = new RegExp(
  String.raw`\bon (?:(?:his|her|its|their) )?${name}(?: (?:channel|account|page))?`,
  'u',
);
const notMedia =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/u;

/** Where a statement was first said, as its own sentence tells: whom it was told, or the platform it was written on. */
export function mediumAt(text: string, { source, cue, content }: Attribution): string | null {
  const all = [...source, ...cue, ...content];
  const first = Math.min(...[...source, ...cue].map((span) => span[0]), content[0]![0]);
  const last = Math.max(...all.map((span) => span[1]));
  const near = text.slice(first, Math.min(text.length, last + 80)).split('\n')[0]!;
  const outside = content.reduce((rest, span) => rest.replace(text.slice(...span), ' '), near);
  const words = sliceAll(text, cue);
  const found =
    interview.exec(outside)?.[1] ??
    (/\btold\b/u.test(words) ? told.exec(outside)?.[1] : undefined) ??
    (/\b(?:wrote|posted|tweeted|said|wrote on|said on)\b/u.test(words)
      ? platform.exec(outside)?.[1]
      : undefined);
  return found === undefined || notMedia.test(found) ? null : found;
}

/** The interview or paper that all of an article's remarks were made to, where it says so once; null otherwise. */
export function sharedMedium(text: string): string | null {
  return interview.exec(text)?.[1] ?? null;
}
