import { describe, expect, it } from 'vitest';
import type { Attribution } from '../terms/attribution.js';
import type { Resolution } from '../terms/resolution.js';
import { findMedia } from './medium.js';
import { relayOf } from './relay.js';

type Parts = readonly [source: string, cue: string, content: string];

function place(text: string, words: string): [number, number][] {
  if (words === '') return [];
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not in the text`);
  return [[at, at + words.length]];
}

function attributionsOf(text: string, parts: readonly Parts[]): Attribution[] {
  return parts.map(([source, cue, content]) => ({
    source: place(text, source),
    cue: place(text, cue),
    content: place(text, content),
    confidence: 1,
  }));
}

/** Media of statements whose speaker is Mira Solen in all of them. */
function media(text: string, ...parts: Parts[]): (string | null)[] {
  const resolution: Resolution = {
    speakers: parts.map(([mention]) => ({ mention, entity: 'Mira Solen', type: 'person', role: null })),
    entities: [
      {
        name: 'Tomas Vell',
        type: 'person',
        role: null,
        mentions: place(text, text.includes('Vell') ? 'Vell' : ''),
      },
    ],
  };
  return findMedia(text, attributionsOf(text, parts), resolution);
}

describe('findMedia', () => {
  it('reads "the same paper" as the one told of last', () => {
    const text =
      'Mira Solen told the Ilmar Herald that it rains. She warned in the same paper that it pours.';
    expect(media(text, ['Mira Solen', 'told', 'that it rains'], ['She', 'warned', 'that it pours'])).toEqual([
      'Ilmar Herald',
      'Ilmar Herald',
    ]);
  });

  it.each([
    ['Mira Solen told the Ilmar Herald that it rains.', 'told', 'Ilmar Herald'],
    ['Mira Solen told the Vostanian news agency Polaris that it rains.', 'told', 'Polaris'],
    ['Mira Solen told reporters that it rains.', 'told', null],
    ['Mira Solen told Vell that it rains.', 'told', null],
    ['Mira Solen told Radio Lowland on Friday that it rains.', 'told', 'Radio Lowland'],
    ['Mira Solen wrote on her Telegram channel that it rains.', 'wrote', 'Telegram'],
    ['Mira Solen wrote on Chatter that it rains.', 'wrote', 'Chatter'],
    ['Mira Solen wrote on Friday that it rains.', 'wrote', null],
    ['In an interview with the weekly Lantern, Mira Solen said that it rains.', 'said', 'Lantern'],
    ['Speaking to reporters in Grodal, Mira Solen said that it rains.', 'said', null],
    ['At a meeting in Grodal, Mira Solen said that it rains.', 'said', 'meeting in Grodal'],
    ['At a press conference in Grodal, Mira Solen said that it rains.', 'said', null],
    [
      'Mira Solen said at a cabinet meeting broadcast on state television that it rains.',
      'said',
      'cabinet meeting',
    ],
    ['Mira Solen said in a speech broadcast on state television that it rains.', 'said', 'state television'],
    ['In a statement published by Polaris News, Mira Solen said that it rains.', 'said', 'Polaris News'],
    ['Mira Solen wrote in the journal Weather Notes that it rains.', 'wrote', 'Weather Notes'],
    ['Mira Solen told Channel 12 that it rains.', 'told', 'Channel 12'],
    ['In a Telegram post, Mira Solen said that it rains.', 'said', 'Telegram'],
    ['Mira Solen said in a televised address that it rains.', 'said', 'televised address'],
    ['Mira Solen complained to the local radio station Lira that it rains.', 'complained', 'Lira'],
    ['Mira Solen said, according to a note of the meeting in Grodal, that it rains.', 'said', null],
    ['Mira Solen, who chairs the Committee on Weather, said that it rains.', 'said', null],
  ])('%s', (text, cue, medium) => {
    expect(media(text, ['Mira Solen', cue, 'that it rains'])).toEqual([medium]);
  });

  it('takes "this newspaper" for the article\'s own outlet', () => {
    const text = 'Mira Solen told this newspaper that it rains.';
    const parts = attributionsOf(text, [['Mira Solen', 'told', 'that it rains']]);
    const resolution: Resolution = {
      speakers: [{ mention: 'Mira Solen', entity: 'Mira Solen', type: 'person', role: null }],
      entities: [],
    };
    expect(findMedia(text, parts, resolution, 'Ilmar Herald')).toEqual(['Ilmar Herald']);
    expect(findMedia(text, parts, resolution)).toEqual([null]);
  });

  it('carries a post on within its paragraph, and a telling where the speaker goes on', () => {
    const post = 'Mira Solen responded on Telegram. She advised the mayor to look up.';
    expect(media(post, ['She', 'advised', 'the mayor to look up'])).toEqual(['Telegram']);
    const told = 'Mira Solen told Radio Lowland that it rains. She denied that it pours.';
    expect(media(told, ['Mira Solen', 'told', 'that it rains'], ['She', 'denied', 'that it pours'])).toEqual([
      'Radio Lowland',
      null,
    ]);
  });

  it('lets an interview told behind the first statement hold for all', () => {
    const text =
      'Mira Solen said that it rains. She made the remark in an interview with Radio Lowland.\n\nThe river is high, the poet noted.';
    expect(
      media(text, ['Mira Solen', 'said', 'that it rains'], ['the poet', 'noted', 'The river is high']),
    ).toEqual(['Radio Lowland', 'Radio Lowland']);
  });

  it('carries on to the next quotation, not to what is told later', () => {
    const text =
      'Mira Solen told the Ilmar Herald that it rains.\n\n“Look up,” she said.\n\nLater the poet denied that she was ill.';
    expect(
      media(
        text,
        ['Mira Solen', 'told', 'that it rains'],
        ['she', 'said', '“Look up,”'],
        ['the poet', 'denied', 'that she was ill'],
      ),
    ).toEqual(['Ilmar Herald', 'Ilmar Herald', null]);
  });
});

describe('relayOf', () => {
  const relay = (text: string): string | null =>
    relayOf(text, attributionsOf(text, [['Mira Solen', 'told', 'that it rains']])[0]!, 'Mira Solen');

  it.each([
    ['Mira Solen told Radio Lowland that it rains, the news agency Polaris reported.', 'Polaris'],
    ['Mira Solen told Radio Lowland that it rains, according to the Ilmar Herald.', 'Ilmar Herald'],
    ['Mira Solen, quoted by state news agency Polaris, told Vell that it rains.', 'Polaris'],
    ['Mira Solen told Radio Lowland that it rains. The Ilmar Herald reported a flood.', null],
    ['Mira Solen told Radio Lowland that it rains, Tomas Vell said.', null],
  ])('%s', (text, name) => {
    expect(relay(text)).toBe(name);
  });
});
