import { describe, expect, it } from 'vitest';
import type { Attribution } from '../terms/attribution.js';
import { sliceAll, type Span } from '../terms/span.js';
import { readRelayed } from './relayed.js';

const place = (text: string, words: string): Span => [
  text.indexOf(words),
  text.indexOf(words) + words.length,
];

/** Source, cue and content of what is left, each in its words. */
function read(text: string, ...found: readonly (readonly [string, string, string])[]): string[][] {
  const attributions = found.map(([source, cue, content]): Attribution => ({
    source: [place(text, source)],
    cue: [place(text, cue)],
    content: [place(text, content)],
    confidence: 0.8,
  }));
  return readRelayed(text, { attributions, names: [] }).attributions.map(({ source, cue, content }) =>
    [source, cue, content].map((spans) => sliceAll(text, spans)),
  );
}

describe('what an outlet passed on', () => {
  it('is the statement of whoever made it', () => {
    const text =
      'Spokeswoman Rina Salt said the road would “stay shut”, the Vostanian news agency Polaris reported.';
    expect(
      read(text, [
        'the Vostanian news agency Polaris',
        'reported',
        'Spokeswoman Rina Salt said the road would “stay shut”',
      ]),
    ).toEqual([['Spokeswoman Rina Salt', 'said', 'the road would “stay shut”']]);
  });

  it('keeps the statement that the engine found besides, and not the outlet', () => {
    const text = 'The mayor, Pim Otter, denied that the bridge was shut, the Selmont Courier reported.';
    const whole = 'The mayor, Pim Otter, denied that the bridge was shut';
    const own = ['The mayor, Pim Otter', 'denied', 'that the bridge was shut'] as const;
    expect(read(text, own, ['the Selmont Courier', 'reported', whole])).toEqual([[...own]]);
  });

  it('stays the outlet’s where it tells in its own words, or where no outlet tells it', () => {
    const plain = 'Two people were hurt when the bridge fell, Polaris News reported.';
    const whole = ['Polaris News', 'reported', 'Two people were hurt when the bridge fell'] as const;
    expect(read(plain, whole)).toEqual([[...whole]]);
    const chain = 'Pim Otter said the bridge was shut, Rina Salt said.';
    const person = ['Rina Salt', 'said.', 'Pim Otter said the bridge was shut'] as const;
    expect(read(chain, person)).toEqual([[...person]]);
    const inside = 'The man who said the bridge was shut has left, Polaris News reported.';
    const told = ['Polaris News', 'reported', 'The man who said the bridge was shut has left'] as const;
    expect(read(inside, told)).toEqual([[...told]]);
  });
});
