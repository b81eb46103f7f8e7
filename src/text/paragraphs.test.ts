import { describe, expect, it } from 'vitest';
import { slice } from '../terms/span.js';
import { joinParagraphs, paragraphs } from './paragraphs.js';

const words = (text: string) => paragraphs(text).map((span) => slice(text, span));

describe('paragraphs', () => {
  it('parts at blank lines, also at those with white space in them', () => {
    expect(words('One.\n\nTwo.\n \t\n\nThree.')).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('keeps a lone line break inside its paragraph', () => {
    expect(words('  One\nstill one. \n\n')).toEqual(['One\nstill one.']);
  });

  it('finds none in an empty text', () => {
    expect(paragraphs(' \n\n ')).toEqual([]);
  });

  it('gives offsets in UTF-16 code units', () => {
    expect(paragraphs('🕊️ One.\n\nTwo.')).toEqual([
      [0, 8],
      [10, 14],
    ]);
  });

  it('gives back what was joined', () => {
    expect(words(joinParagraphs(['One.', 'Two.']))).toEqual(['One.', 'Two.']);
  });
});
