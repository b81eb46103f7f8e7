import { describe, expect, it } from 'vitest';
import { overlaps, trim, type Span } from '../../terms/span.js';
import { quotationAttributions, ruleEngine } from './engine.js';

const shown = async (text: string, language: string | null = 'en') => {
  const { attributions } = await ruleEngine.analyse(text, language);
  const at = (spans: readonly Span[]) => spans.map((span) => text.slice(...span));
  return attributions.map(({ source, cue, content }) => [
    at(source).join(' | '),
    at(cue).join(' | '),
    at(content).join(' | '),
  ]);
};

describe('rules', () => {
  it.each([
    ['cue before', 'Ada Berg said the bridge was safe.', ['Ada Berg', 'said', 'the bridge was safe']],
    [
      'that-clause',
      'The mayor, Ada Berg, said that it was safe.',
      ['The mayor, Ada Berg', 'said', 'that it was safe'],
    ],
    [
      'cue after',
      '“It is safe,” said Ada Berg, the mayor.',
      ['Ada Berg, the mayor', 'said', '“It is safe,”'],
    ],
    [
      'cue in the middle',
      '“It is safe,” Berg said. “I drove over it.”',
      ['Berg', 'said', '“It is safe,” | “I drove over it.”'],
    ],
    [
      'parenthetical',
      'The bridge was “a gift to nobody” (Berg).',
      ['Berg', '', 'The bridge was “a gift to nobody”'],
    ],
    ['colon', 'Berg replied: “Drive over it yourself.”', ['Berg', 'replied', '“Drive over it yourself.”']],
    [
      'according to, first',
      'According to Berg, the bridge will hold.',
      ['Berg', 'According to', 'the bridge will hold'],
    ],
    [
      'according to, last',
      'The bridge will hold, according to Berg.',
      ['Berg', 'according to', 'The bridge will hold'],
    ],
    ['as X says', 'As Berg says, the bridge will hold.', ['Berg', 'As | says', 'the bridge will hold']],
    ['trailing cue', 'The bridge will hold, the mayor said.', ['the mayor', 'said', 'The bridge will hold']],
    ['straight marks', '"It is safe," Berg said.', ['Berg', 'said', '"It is safe,"']],
    ['angle marks', 'Berg said: «It is safe as a house.»', ['Berg', 'said', '«It is safe as a house.»']],
    [
      'agentless',
      'It was reported that the bridge had moved.',
      ['', 'It was reported', 'that the bridge had moved'],
    ],
    [
      'adverb and auxiliary',
      'Berg has repeatedly denied owning a boat.',
      ['Berg', 'has repeatedly denied', 'owning a boat'],
    ],
  ])('finds: %s', async (_, text, expected) => {
    expect(await shown(text)).toContainEqual(expected);
  });

  it('keeps a quotation over paragraphs as one, with and without re-opened marks', async () => {
    const reopened = '“We built it in a year.\n\n“We will build another,” Berg said.';
    const silent = '"We built it in a year…\n\nWe will build another," Berg said.';
    expect(await shown(reopened)).toEqual([
      ['Berg', 'said', '“We built it in a year. | “We will build another,”'],
    ]);
    expect(await shown(silent)).toEqual([
      ['Berg', 'said', '"We built it in a year… | We will build another,"'],
    ]);
  });

  it('takes no scare quote for a statement', async () => {
    expect(await shown('The so-called “government” met in a “hall” by the river.')).toEqual([]);
  });

  it('takes the title of a book or a show for no statement', async () => {
    expect(await shown('The hall showed “Bridges of the Lowlands,” and “Mercy Road.”')).toEqual([]);
  });

  it('records a quotation that nobody is named for, without a source', async () => {
    expect(await shown('The note was short. “We are leaving at dawn and will not return.”')).toEqual([
      ['', '', '“We are leaving at dawn and will not return.”'],
    ]);
  });

  it('reads a printed interview by its labels, and leaves out the one who asks', async () => {
    const text =
      'Courier: Is it safe?\n\nAda Berg: It is.\n\nCourier: Have you driven over it?\n\nAda Berg: Twice.';
    expect(await shown(text)).toEqual([
      ['Ada Berg', ':', 'It is.'],
      ['Ada Berg', ':', 'Twice.'],
    ]);
  });

  it('finds direct quotations in other languages, without guessing a source', async () => {
    expect(await shown('Le maire est clair : « Le pont tiendra encore longtemps. »', 'fr')).toEqual([
      ['', '', '« Le pont tiendra encore longtemps. »'],
    ]);
  });

  it('gives the quotations alone to whoever needs a safety net', () => {
    const text = 'Berg said the bridge was safe. “I drove over it,” she said.';
    expect(quotationAttributions(text, 'en').map(({ content }) => text.slice(...content[0]!))).toEqual([
      '“I drove over it,”',
    ]);
  });
});

describe('hostile text', () => {
  const random = (seed: number) => () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const parts = [
    'Berg said ',
    '“',
    '”',
    '"',
    "'",
    '«',
    '»',
    'that ',
    '. ',
    '\n\n',
    ', ',
    'according to ',
    'Ada Berg ',
    '\ud800',
    '👋🏽',
    '\u202e',
    '\u200b',
    '(',
    ')',
    ':',
    '…',
    '[',
    ']',
    'told ',
    'е́ж ',
  ];

  it('gives trimmed, disjoint spans inside any text', async () => {
    const next = random(7);
    for (let i = 0; i < 1000; i++) {
      const text = Array.from(
        { length: 1 + Math.floor(next() * 40) },
        () => parts[Math.floor(next() * parts.length)],
      ).join('');
      const { attributions, names } = await ruleEngine.analyse(text, 'en');
      for (const { source, cue, content } of attributions) {
        for (const span of [...source, ...cue, ...content])
          expect(trim(text, span), JSON.stringify(text)).toEqual(span);
        const clash = [...source, ...cue].some((a) => content.some((b) => overlaps(a, b)));
        expect(clash, JSON.stringify(text)).toBe(false);
      }
      for (const { span } of names) expect(trim(text, span)).toEqual(span);
    }
  });

  it.each([
    ['a megabyte of quotation marks', '"'.repeat(1_000_000)],
    ['opening marks alone', '“a '.repeat(200_000)],
    ['no spaces', 'x'.repeat(200_000)],
    ['commas', 'said, '.repeat(50_000)],
    ['capitals', 'Berg '.repeat(50_000)],
  ])('ends on %s', async (_, text) => {
    expect((await ruleEngine.analyse(text, 'en')).attributions.length).toBeGreaterThanOrEqual(0);
  });
});
