import { diffWordsWithSpace } from 'diff';
import { numerals } from './numerals.js';

/** A stretch of two wordings: in both, only in the first, or only in the other. */
export interface Difference {
  readonly words: string;
  readonly in: 'both' | 'first' | 'other';
}

/** Something of the first wording that the other lacks or changes, named. */
export interface Change {
  readonly what: 'condition' | 'hedge' | 'negation' | 'number' | 'title' | 'softer cue' | 'harder cue';
  /** The words of the first that fell out; for a cue, those of the other. */
  readonly words: string;
}

/** One wording of an utterance. */
export interface Wording {
  /** The words of the content. */
  readonly content: string;
  /** The words of the cue. */
  readonly cueLemma: string | null;
  /** The speaker's role as told there. */
  readonly role: string | null;
}

const condition =
  /\b(?:only if|only when|if|unless|provided(?: that)?|as long as|so long as|on condition that|until|once|should|while)\b[^,.;“”"]*/giu;
const hedges =
  /\b(?:may|might|could|perhaps|possibly|probably|likely|maybe|reportedly|apparently|for now|at this stage|not yet|in principle|almost|about|some|up to|at least)\b/giu;
const negations = /\b(?:not|never|no|nobody|nothing|cannot|without)\b|n['’]t\b/giu;
const numbers = /[\p{L}\p{N}][\p{L}\p{N}.,]*/gu;

/** How hard a cue puts it: lemma → strength. A cue that is absent here is neutral (0). */
const hardness: ReadonlyMap<string, number> = new Map([
  ...'suggest hint indicate signal muse mention note remark think believe feel hope imply'.split(' ').map((lemma) => [lemma, -1] as const),
  ...'insist declare vow warn claim admit pledge swear assert allege accuse urge reject deny'.split(' ').map((lemma) => [lemma, 1] as const),
  ...'demand threaten blast slam denounce condemn lambast thunder lash attack brand'.split(' ').map((lemma) => [lemma, 2] as const),
]); // prettier-ignore

/** Word by word, what two wordings share and what not. Long contents are compared as one piece when it would take too long. */
export function differences(first: string, other: string): Difference[] {
  const parts = diffWordsWithSpace(first.slice(0, 8000), other.slice(0, 8000), { timeout: 200 });
  if (parts === undefined) return [{ words: first, in: 'first' }, { words: other, in: 'other' }]; // prettier-ignore
  return parts.map(({ value, added, removed }) => ({ words: value, in: added ? 'other' : removed ? 'first' : 'both' })); // prettier-ignore
}

/**
 * Names what the other wording leaves out of the first or changes. A condition, a hedge or a negation counts as gone when
 * the other has none at all, for another wording of it is no loss; a number when it is not there.
 */
export function changes(first: Wording, other: Wording): Change[] {
  const found: Change[] = [];
  const gone = (what: Change['what'], pattern: RegExp) => {
    const had = wordsOf(pattern, first.content);
    if (had.length > 0 && wordsOf(pattern, other.content).length === 0) found.push({ what, words: had.join(' … ').trim() }); // prettier-ignore
  };
  gone('condition', condition);
  gone('hedge', hedges);
  gone('negation', negations);
  const theirs = new Set(numbersIn(other.content));
  const lost = numbersIn(first.content).filter((n) => !theirs.has(n));
  if (lost.length > 0) found.push({ what: 'number', words: lost.join(', ') });
  if (first.role !== null && other.role === null) found.push({ what: 'title', words: first.role });
  const harder = strength(other.cueLemma) - strength(first.cueLemma);
  if (harder !== 0 && first.cueLemma !== null && other.cueLemma !== null)
    found.push({ what: harder > 0 ? 'harder cue' : 'softer cue', words: other.cueLemma });
  return found;
}

/** What a pattern finds, but the month of May. */
function wordsOf(pattern: RegExp, content: string): string[] {
  return (content.match(pattern) ?? []).filter((word) => word !== 'May');
}

function strength(lemma: string | null): number {
  return hardness.get(lemma ?? '') ?? 0;
}

/** "One" is left out: it is a pronoun as often. */
function numbersIn(content: string): string[] {
  return (content.match(numbers) ?? []).flatMap((word) => {
    const plain = word.replace(/[.,]+$/u, '').toLowerCase();
    if (/^\p{N}/u.test(plain)) return [plain];
    const digits = plain === 'one' ? undefined : numerals.get(plain);
    return digits === undefined ? [] : [digits];
  });
}
