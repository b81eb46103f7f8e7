import { describe, expect, it } from 'vitest';
import { mostTerms, readQuestion } from './question.js';

const shown = (typed: string) =>
  readQuestion(typed).map((any) =>
    any.map(({ text, is, excluded }) => `${excluded ? '-' : ''}${is}:${text}`).join('|'),
  );

describe('readQuestion', () => {
  it('reads words, phrases, exclusions and beginnings', () => {
    expect(shown('customs "not now" -draft -"so called" recogni*')).toEqual([
      'word:customs', 'phrase:not now', '-word:draft', '-phrase:so called', 'prefix:recogni',
    ]); // prettier-ignore
  });

  it('reads alternatives, and an "or" without a neighbour as nothing', () => {
    expect(shown('bridge or road or "the ferry" open')).toEqual([
      'word:bridge|word:road|phrase:the ferry',
      'word:open',
    ]);
    expect(shown('or bridge or')).toEqual(['word:bridge']);
    expect(shown('-bridge or road')).toEqual(['-word:bridge', 'word:road']);
  });

  it('takes anything else as words', () => {
    expect(shown('“curly quotes” "never closed')).toEqual(['phrase:curly quotes', 'phrase:never closed']);
    expect(shown(`' & | ! :* <-> ( - * "" %`)).toEqual([]);
    expect(shown('well-known * x:*')).toEqual(['word:well-known', 'word:x:*']);
    expect(readQuestion('word '.repeat(500))).toHaveLength(mostTerms);
  });
});
