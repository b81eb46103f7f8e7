import type { Statement } from '../terms/record.js';
import { overlaps, type Span } from '../terms/span.js';
import type { Proposition } from './proposition.js';
import { tokensIn, type Token } from './tokens.js';

/** Whose words a proposition is in. */
export interface Voice {
  readonly statement: number;
  /** First token of the content span that holds the words, and the first behind it. */
  readonly low: number;
  readonly high: number;
  /** Words of the cue where it stands before this content in one sentence ("did not rule out"); '' otherwise. */
  readonly cue: string;
}

/** The innermost statement whose content holds the words that carry the proposition; null where the outlet says it. */
export function voiceOf(
  tokens: readonly Token[],
  statements: readonly Statement[],
  { trigger }: Proposition,
): Voice | null {
  const word: Span = [tokens[trigger]!.start, tokens[trigger]!.end];
  let best: { readonly statement: number; readonly span: Span } | null = null;
  let size = Infinity;
  statements.forEach(({ content, speaker }, statement) => {
    const length = content.reduce((sum, [start, end]) => sum + end - start, 0);
    const span = content.find((part) => overlaps(part, word));
    // A retelling inside a quotation whose source is left open ("we hear …") is still the quoted speaker's.
    const known = speaker.entity !== null || (speaker.type === 'unnamed' && !/^(?:we|i|us|they)$/iu.test(speaker.mention ?? 'we')); // prettier-ignore
    if (span === undefined || length >= size || (!known && best !== null)) return;
    best = { statement, span };
    size = length;
  });
  const found = best as { readonly statement: number; readonly span: Span } | null;
  if (found === null) return null;
  const [low, high] = tokensIn(tokens, found.span);
  return { statement: found.statement, low, high, cue: cueBefore(tokens, statements[found.statement]!, low) };
}

/** Where and when it was said is no part of what a cue says. */
const circumstance = /^(?:after|before|while|when|during|since|in|at|as|by|with|until|if|unless|over|about|last|this|yesterday|today|\p{L}+day)$/u; // prettier-ignore

function cueBefore(tokens: readonly Token[], { cue }: Statement, low: number): string {
  const last = cue.at(-1);
  if (last === undefined || tokens[low] === undefined || last[1] > tokens[low].start) return '';
  const words = cue.flatMap((span) => tokens.slice(...tokensIn(tokens, span)));
  if (words.length === 0 || words.at(-1)!.sentence !== tokens[low].sentence) return '';
  const end = words.findIndex(({ low: word }) => circumstance.test(word));
  return (end === -1 ? words : words.slice(0, end)).map(({ low: word }) => word).join(' ').replace(/ n't\b/gu, " n't"); // prettier-ignore
}
