import type { Attribution } from '../terms/attribution.js';
import { isOutlet, nameAfter, type PhraseName } from './outlets.js';

const farthest = 160;
const verb =
  /^\s*(?:\([^()]{2,20}\) )?(?:also |later |first )?(?:reported|reports|said|says|wrote|writes|quoted|cited)\b/u;

/**
 * Who passed a statement on to this outlet, where its sentence tells: "…, X told Y, Z reports", "…, as Z reported",
 * "…, according to the agency Z", "X, quoted by Z, said". The speaker himself passes nothing on.
 * @param speaker the statement's entity, or null.
 */
export function relayOf(
  text: string,
  { source, cue, content }: Attribution,
  speaker: string | null,
): string | null {
  if (source.length === 0 || cue.length === 0) return null;
  const first = source[0]![0];
  const last = Math.max(...[...source, ...cue, ...content].map((span) => span[1]));
  const name = quotedBy(text, first, cue[0]![1]) ?? reportedBehind(text, last);
  if (name === null || name.name === speaker || source.some(([a, b]) => a <= name.start && name.start < b))
    return null;
  return name.name;
}

/** "…, quoted by Z, said", "…, said, as quoted by Z". */
function quotedBy(text: string, from: number, to: number): PhraseName | null {
  const words = text.slice(from, Math.max(from, to) + farthest).split(/[\n“”]|[.] /u)[0]!;
  const match = /\b(?:quoted|cited)(?: as saying)? (?:by|in) /u.exec(words);
  const name = match === null ? null : nameAfter(text, from + match.index + match[0].length);
  return name !== null && isOutlet(name) ? name : null;
}

/** Behind the statement, before its sentence ends: a clause that another outlet is the subject of. */
function reportedBehind(text: string, from: number): PhraseName | null {
  const tail = text.slice(from, from + farthest).split(/\n|[.!?](?:\s|$)/u)[0]!;
  for (const match of tail.matchAll(/(?:^,?|,) ?(as |according to |in comments carried by |citing )?/gu)) {
    const at = from + match.index + match[0].length;
    const name = nameAfter(text, at);
    if (name === null || !isOutlet(name)) continue;
    const told = match[1] !== undefined && match[1] !== 'as ';
    if (
      told ||
      verb.test(
        text
          .slice(name.end, name.end + 40)
          .replace(/^ (?:news agency|newspaper|agency|television|radio)/u, ''),
      )
    )
      return name;
  }
  return null;
}
