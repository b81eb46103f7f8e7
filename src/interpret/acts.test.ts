import { describe, expect, it } from 'vitest';
import { contentRows } from './acts/content-rows.js';
import { cueRows } from './acts/cue-rows.js';
import { actOf } from './acts.js';
import { cueLemmaOf } from './cue-lemma.js';

const ofCues = cueRows.flatMap(({ act, examples }) =>
  examples.map(([source, cue, content]) => ({ source, cue, content, act })),
);
const ofContent = contentRows.flatMap(({ act, examples }) =>
  examples.map(([source, content]) => ({ source, cue: 'said', content, act })),
);

describe('acts', () => {
  it.each([...ofCues, ...ofContent])('$source $cue: $content → $act', ({ source, cue, content, act }) => {
    expect(actOf(cue, cueLemmaOf(cue), content, source)).toBe(act);
  });
});
