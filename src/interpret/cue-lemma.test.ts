import { describe, expect, it } from 'vitest';
import { cueLemmaOf } from './cue-lemma.js';

describe('the lemma of a cue', () => {
  it.each([
    ['said', 'say'],
    ['announced on Monday', 'announce'],
    ['claimed last month', 'claim'],
    ['wrote on his Telegram channel', 'write'],
    ['has repeatedly denied', 'deny'],
    ['used to say', 'say'],
    ['Asked … replied', 'reply'],
    ['was quoted as saying', 'say'],
    ['will recognise', 'recognize'],
    ['did not rule out', 'rule'],
    ['his promise', 'promise'],
    ['a stern warning', 'warn'],
    ['According to', 'according to'],
    ['asked', 'ask'],
    [':', null],
    ['', null],
  ])('%s → %s', (cue, lemma) => {
    expect(cueLemmaOf(cue)).toBe(lemma);
  });
});
