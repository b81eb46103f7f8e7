import { describe, expect, it } from 'vitest';
import { joined } from './span.js';

describe('the words under several spans', () => {
  it('are told apart where the article says something between them, and run on over paragraphs', () => {
    expect(joined(['"We wait,"', '"and see."'], [[0, 10], [21, 31]])).toBe('"We wait," … "and see."'); // prettier-ignore
    expect(joined(['"We wait.', 'We see."'], [[0, 9], [11, 19]])).toBe('"We wait. We see."'); // prettier-ignore
  });
});
