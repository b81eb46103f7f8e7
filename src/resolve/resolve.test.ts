import { describe, expect, it } from 'vitest';
import { findSpeakers } from './find-speakers.js';
import { resolve } from './resolve.js';
import type { Article } from '../terms/record.js';
import type { Span } from '../terms/span.js';

/** Resolves the sources given, each by its words; the nth occurrence is "words#n". */
function speakersOf(text: string, ...sources: (string | null)[]): ReturnType<typeof findSpeakers> {
  const article: Article = {
    url: null,
    outlet: null,
    title: null,
    authors: [],
    published: null,
    language: 'en',
    text,
  };
  const attributions = sources.map((source) => ({
    source: source === null ? [] : [place(text, source)],
    cue: [],
    content: [[0, 1] as Span],
    confidence: 1,
  }));
  return findSpeakers(article, { names: [], attributions });
}

function place(text: string, source: string): Span {
  const [words = '', nth = '1'] = source.split('#');
  let at = -1;
  for (let i = 0; i < Number(nth); i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`"${words}" is not in the text`);
  return [at, at + words.length];
}

const entities = (text: string, ...sources: (string | null)[]): (string | null)[] =>
  speakersOf(text, ...sources).resolution.speakers.map((s) => s.entity);

describe('resolve', () => {
  it('gives the fullest name, the type and the role with its qualifiers', () => {
    const text =
      'Irena Castellan, the de facto president of the Norlund-occupied Vesk region, spoke. "No," Castellan said. The de facto president said more.';
    for (const speaker of speakersOf(text, 'Irena Castellan', 'Castellan#2', 'The de facto president')
      .resolution.speakers)
      expect(speaker).toMatchObject({
        entity: 'Irena Castellan',
        type: 'person',
        role: 'de facto president of the Norlund-occupied Vesk region',
      });
  });

  it('takes a title off the name and keeps it as role', () => {
    const { speakers } = resolve(
      {
        url: null,
        outlet: null,
        title: null,
        authors: [],
        published: null,
        language: 'en',
        text: 'On Monday Foreign Minister Peter Orlan said no.',
      },
      {
        names: [],
        attributions: [{ source: [[10, 38]], cue: [[39, 43]], content: [[44, 46]], confidence: 1 }],
      },
    );
    expect(speakers[0]).toMatchObject({ entity: 'Peter Orlan', role: 'Foreign Minister' });
  });

  it('keeps two people of one surname apart, and is silent where nothing decides', () => {
    const text =
      'Peter Orlan and Maria Orlan met. Mr. Orlan said yes. Mrs. Orlan said no. Later Orlan said perhaps.';
    expect(entities(text, 'Mr. Orlan', 'Mrs. Orlan', 'Orlan#5')).toEqual([
      'Peter Orlan',
      'Maria Orlan',
      null,
    ]);
  });

  it('resolves pronouns by gender', () => {
    const text = 'Peter Orlan met Maria Castellan. She said it went well. He said it did not.';
    expect(entities(text, 'She', 'He')).toEqual(['Maria Castellan', 'Peter Orlan']);
  });

  it('is silent on a pronoun that fits nobody', () => {
    expect(entities('Peter Orlan left. She said so.', 'She')).toEqual([null]);
  });

  it('resolves relative pronouns to the name before them', () => {
    const text = 'The hall heard Maria Castellan, a former Norlund aide who said no.';
    expect(entities(text, 'who')).toEqual(['Maria Castellan']);
  });

  it('knows a body by its acronym and by its noun', () => {
    const text = 'The Norlund Press Agency (NPA) wrote of it. NPA said so. The agency said more.';
    expect(entities(text, 'NPA#2', 'The agency')).toEqual(['Norlund Press Agency', 'Norlund Press Agency']);
  });

  it('names a list apart and together', () => {
    const { names, resolution } = speakersOf(
      'In the end Peter Orlan and Maria Castellan said no.',
      'Peter Orlan and Maria Castellan',
    );
    expect(names).toEqual([['Peter Orlan', 'Maria Castellan']]);
    expect(resolution.speakers[0]?.entity).toBe('Peter Orlan and Maria Castellan');
  });

  it.each(['two officials', 'critics of Peter Orlan', 'an aide', null])('leaves %s unnamed', (source) => {
    const text = 'Peter Orlan came. There two officials and an aide and critics of Peter Orlan spoke.';
    expect(speakersOf(text, source).resolution.speakers[0]).toMatchObject({
      entity: null,
      type: 'unnamed',
      role: null,
    });
  });

  it.each([
    [
      'At noon Drovia closed the road. In a statement, its foreign ministry said no.',
      'its foreign ministry',
      "Drovia's foreign ministry",
    ],
    [
      'The exiled government of Drovia said no.',
      'The exiled government of Drovia',
      'exiled government of Drovia',
    ],
    ['At noon the de facto authorities said no.', 'the de facto authorities', 'de facto authorities'],
    ['In Selmont, by contrast, state television said so.', 'state television', 'state television'],
    [
      'A poll taken in spring by the Lowland Institute said so.',
      'A poll taken in spring by the Lowland Institute',
      'Lowland Institute',
    ],
    [
      'A report obtained by the Lowland Institute said so.',
      'A report obtained by the Lowland Institute',
      null,
    ],
    [
      "Drovia's president said no.\n\n“Never,” Peter Orlan told reporters.",
      "Drovia's president",
      'Peter Orlan',
    ],
    ["Drovia's president said no.\n\nA spokesman, Peter Orlan, told reporters.", "Drovia's president", null],
    [
      'Kira Holm, the prime minister, met Peter Orlan, the first minister. The first minister said no.',
      'The first minister',
      'Peter Orlan',
    ],
    ['They received the ambassador of Drovia, who said no.', 'who', null],
    [
      'In Selmont the veterans’ leader Peter Orlan said no.',
      'the veterans’ leader Peter Orlan',
      'Peter Orlan',
    ],
    [
      'On Monday Minister for European Integration Peter Orlan said no.',
      'Minister for European Integration Peter Orlan',
      'Peter Orlan',
    ],
  ])('%s', (text, source, name) => {
    expect(entities(text, source)).toEqual([name]);
  });

  it('keeps every mention that it resolved', () => {
    const { entities: found } = speakersOf('Peter Orlan left. He said so.', 'He').resolution;
    expect(found.find((e) => e.name === 'Peter Orlan')?.mentions).toEqual([
      [0, 11],
      [18, 20],
    ]);
  });

  it('bears any text', () => {
    for (const text of ['', '\n\n', '“”"', "'s 's", 'A'.repeat(50_000), 'Peter Orlan, '.repeat(2_000)])
      expect(() => speakersOf(text === '' ? '.' : text, null)).not.toThrow();
  });
});
