import type { Span } from '../terms/span.js';
import { trim } from '../terms/span.js';
import type { Proposition } from './proposition.js';
import type { Token } from './tokens.js';

/** The words that carry a stance, the condition it hangs on, and the time it refers to; offsets into the text. */
export interface Evidence {
  readonly evidence: Span;
  readonly condition?: Span;
  readonly time?: Span;
}

const condition = /\b(?:only if|only when|only after|if|unless|provided that|on condition that|as long as|so long as|until)\s[^,.;”"]{3,200}/iu; // prettier-ignore
const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const time = new RegExp(
  String.raw`\b(?:(?:by|before|until|in|after|from)\s(?:the\send\sof\s(?:the\s(?:year|decade)|this\s(?:year|decade)|\d{4})|${month}(?:\s\d{4})?|(?:19|20|21)\d{2})|(?:this|next)\s(?:year|month|week|spring|summer|autumn|fall|winter|decade)|for now|at this stage|at present|at the moment)\b`,
  'iu',
);

/** @param low first token, @param high after the last, of the words of whoever takes the stance: nothing outside is taken. */
export function evidenceOf(
  text: string,
  tokens: readonly Token[],
  { trigger, from, to }: Proposition,
  low: number,
  high: number,
): Evidence {
  // prettier-ignore
  const { sentence } = tokens[trigger]!;
  let first = Math.max(low, from);
  while (first > low && tokens[first - 1]!.sentence === sentence) first--;
  let last = Math.min(to, high);
  while (last < high && tokens[last]!.sentence === sentence) last++;
  const span = trim(text, [tokens[first]!.start, tokens[last - 1]!.end])!;
  const within = (pattern: RegExp): Span | undefined => {
    const found = pattern.exec(text.slice(...span));
    return found === null ? undefined : (trim(text, [span[0] + found.index, span[0] + found.index + found[0].length]) ?? undefined); // prettier-ignore
  };
  const [where, when] = [within(condition), within(time)];
  return {
    evidence: span,
    ...(where === undefined ? {} : { condition: where }),
    ...(when === undefined ? {} : { time: when }),
  };
}
