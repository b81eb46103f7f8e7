import { describe, expect, it } from 'vitest';
import type { Span } from '../terms/span.js';
import { findSpeakers } from './find-speakers.js';

/** Who each source is, given as [source, content]; the first such words behind the source before it. */
function speakersOf(text: string, ...told: readonly (readonly [string, string])[]): (string | null)[] {
  const place = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
  const attributions = told.map(([source, content]) => ({
    source: [place(source)],
    cue: [],
    content: [place(content)],
    confidence: 1,
  }));
  const article = {
    url: null,
    outlet: null,
    title: null,
    authors: [],
    published: null,
    language: 'en',
    text,
  };
  return findSpeakers(article, { names: [], attributions }).resolution.speakers.map((s) => s.entity);
}

describe('people of one surname, and others close by', () => {
  it('gives a former office to whoever was dismissed from it', () => {
    const text =
      'President Peter Orlan dismissed his cousin Anton Orlan as mayor of Teska.\n\n“It hurts,” Peter Orlan said.\n\nThe former mayor called the charge a lie.';
    expect(speakersOf(text, ['The former mayor', 'the charge a lie'])).toEqual(['Anton Orlan']);
  });

  it('does not take who holds an office for who held it', () => {
    const text = 'President Peter Orlan met Anton Reshka.\n\nThe former president said no.';
    expect(speakersOf(text, ['The former president', 'no'])).toEqual([null]);
  });

  it('does not take who is spoken of in the words for who says them', () => {
    const text =
      'The mayor, Peter Orlan, praised his brother Anton. Anton is “the only one who writes”, he said.';
    expect(
      speakersOf(
        text,
        ['The mayor, Peter Orlan', 'his brother Anton'],
        ['he said'.slice(0, 2), 'Anton is “the only one who writes”'],
      ).at(-1),
    ).not.toBe('Anton');
  });

  it('tells the former from the latter where there are two, else nobody', () => {
    const text = 'Peter Orlan met Maria Castellan. The latter said no. The former said yes.';
    expect(speakersOf(text, ['The latter', 'no'])).toEqual(['Maria Castellan']);
    const three = 'Peter Orlan met Maria Castellan and Anton Reshka. The latter said no.';
    expect(speakersOf(three, ['The latter', 'no'])).toEqual([null]);
  });

  it('finds the name set off behind an office told by an unknown people', () => {
    const text = 'On Monday the Velmite president, Peter Orlan, said no.';
    expect(speakersOf(text, ['the Velmite president, Peter Orlan', 'no'])).toEqual(['Peter Orlan']);
  });

  it('does not take the subject behind a comma for an apposition', () => {
    const text = 'It will join Velmania, the president said. The president said more.';
    expect(speakersOf(text, ['The president', 'more'])).toEqual([null]);
  });

  it('knows a head of state by the office', () => {
    const text = 'President Irena Castellan met Anton Reshka. The head of state said no.';
    expect(speakersOf(text, ['The head of state', 'no'])).toEqual(['Irena Castellan']);
  });

  it('lets a body go on in the next sentence, unless another came between', () => {
    const text = 'The Norlund Press Agency said no. It said more.';
    expect(speakersOf(text, ['The Norlund Press Agency', 'no'], ['It', 'more'])).toEqual([
      'Norlund Press Agency',
      'Norlund Press Agency',
    ]);
    const two = 'The Norlund Press Agency said no when the Foreign Ministry called. It said more.';
    expect(speakersOf(two, ['The Norlund Press Agency', 'no'], ['It', 'more']).at(-1)).toBeNull();
  });
});
