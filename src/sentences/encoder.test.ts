import { expect, it } from 'vitest';
import { sentenceEncoder, vectorWidth } from './encoder.js';

const product = (a: Float32Array, b: Float32Array) => a.reduce((sum, n, i) => sum + n * b[i]!, 0);

it('puts what means the same nearer than what shares its words', { timeout: 120_000 }, async () => {
  const [asked, same, other] = await sentenceEncoder().encode([
    'the school would be rebuilt before the autumn',
    'pupils will have their classrooms back by September',
    'the gas price would be raised before the autumn',
  ]);
  expect(product(asked!, same!)).toBeGreaterThan(product(asked!, other!));
});

it('gives vectors of length 1, whatever the text', { timeout: 120_000 }, async () => {
  const texts = ['', ' ', '\ud800', '👋🏽', 'x'.repeat(5000), 'bridge '.repeat(5000), 'мост שלום'];
  const vectors = await sentenceEncoder().encode(texts);
  expect(vectors).toHaveLength(texts.length);
  for (const vector of vectors) {
    expect(vector).toHaveLength(vectorWidth);
    expect(product(vector, vector)).toBeCloseTo(1, 4);
  }
});

it('gives a text the same vector alone and among others', { timeout: 120_000 }, async () => {
  const encoder = sentenceEncoder();
  const [alone] = await encoder.encode(['a stamp does not make a state']);
  const among = await encoder.encode(['the bridge', 'a stamp does not make a state', 'a'.repeat(900)]);
  expect([...among[1]!]).toEqual([...alone!]);
});
