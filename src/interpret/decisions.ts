/** Praise and blame of "the decision" or "the step" that the text told of just before. */
import type { LedgerRecord, Statement } from '../terms/record.js';
import { commits } from './modality.js';
import type { Relation } from './relations.js';
import { tokensIn, type Token } from './tokens.js';

type Position = LedgerRecord['positions'][number];

const decision = /^(?:decision|move|step|recognition|announcement|declaration|resolution|secession|withdrawal|accession)$/u; // prettier-ignore
const decided: ReadonlySet<Relation['relation']> = new Set(['recognize', 'derecognize', 'join', 'leave', 'annex', 'establish-ties']); // prettier-ignore
/** A content longer than this says more than what its speaker thinks of the decision. */
const mostWords = 12;
const paragraphsBack = 2;

/**
 * "Nelu's minister hailed the decision as historic": for what was decided, where the paragraphs just before tell of
 * one decision alone. [] where the statement tells a position of its own, or it is not clear which decision.
 */
export function decisionPosition(
  tokens: readonly Token[],
  { content, act, speaker }: Statement,
  statement: number,
  claims: { readonly positions: readonly Position[]; readonly relations: readonly Relation[] },
): Position[] {
  const stance = commits[act];
  const [first] = content;
  if (stance === undefined || first === undefined || speaker.entity === null) return [];
  if (content.length > 1 || claims.positions.some((position) => position.statement === statement)) return [];
  const [from, to] = tokensIn(tokens, first);
  if (to - from > mostWords || !opensWithDecision(tokens, from, to)) return [];
  const told = lastDecision(tokens, from, claims.relations);
  if (told === null || told.subject === speaker.entity) return [];
  const relation = told.polarity === 'withdrawn' ? 'derecognize' : told.relation;
  const evidence = [tokens[from]!.start, tokens[to - 1]!.end] as const;
  const proposition = { relation, subject: told.subject, object: told.object };
  return [{ holder: speaker.entity, stance, proposition, statement, evidence: [...evidence] }];
}

/** "the decision", "this step", "Ostmark's move". */
function opensWithDecision(tokens: readonly Token[], from: number, to: number): boolean {
  const head = tokens.slice(from, Math.min(to, from + 5)).findIndex(({ low }) => decision.test(low));
  if (head < 1) return false;
  const before = tokens[from + head - 1]!.low;
  // "the decision to close the border" says itself what was decided.
  return /^(?:the|this|that|such|['’]s|historic|recent)$/u.test(before) && !/^(?:to|of|not|that|by)$/u.test(tokens[from + head + 1]?.low ?? ''); // prettier-ignore
}

/** The one decision that the paragraph up to a token and the two before it tell of; null where they tell of several, or of none. */
function lastDecision(tokens: readonly Token[], at: number, relations: readonly Relation[]): Relation | null {
  const { paragraph } = tokens[at]!;
  const told = relations.filter(({ relation, polarity, span }) => {
    const [word] = tokensIn(tokens, span);
    const fits = decided.has(relation) && polarity !== 'negated' && polarity !== 'conditional';
    return fits && word < at && tokens[word]!.paragraph >= paragraph - paragraphsBack;
  });
  const [one, ...others] = new Map(told.map((relation) => [JSON.stringify([relation.relation, relation.subject, relation.object]), relation])).values(); // prettier-ignore
  return one === undefined || others.length > 0 ? null : one;
}
