import { describe, expect, it } from 'vitest';
import { cutAtMarks, MarkedText, type Mark } from './marked-text.js';

/** A component's markup: hono's JSX nodes are strings when rendered. */
const render = (node: unknown) => String(node);

describe('cutAtMarks', () => {
  it('covers the text once, also where marks nest and cross', () => {
    const text = 'abcdefghij';
    const marks: Mark[] = [
      { span: [0, 6], role: 'content' },
      { span: [2, 4], role: 'cue' },
      { span: [5, 9], role: 'source' },
    ];
    const pieces = cutAtMarks(text, marks);
    expect(pieces.map(({ span }) => text.slice(...span)).join('')).toBe(text);
    expect(
      pieces.map(({ span, marks: over }) => [text.slice(...span), over.map((m) => m.role).join('+')]),
    ).toEqual([
      ['ab', 'content'],
      ['cd', 'content+cue'],
      ['e', 'content'],
      ['f', 'content+source'],
      ['ghi', 'source'],
      ['j', ''],
    ]);
  });
});

describe('MarkedText', () => {
  it('escapes the text, parts paragraphs and lights the roles', () => {
    const text = '<script>x</script>\n\nToval said yes.';
    const at = text.indexOf('said');
    const marks: Mark[] = [{ span: [at, at + 4], role: 'cue', statement: 'abc' }];
    const html = render(<MarkedText text={text} marks={marks} anchor={(id) => <a href={`#${id}`}>1</a>} />);
    expect(html).toBe(
      '<p>&lt;script&gt;x&lt;/script&gt;</p><p>Toval <a href="#abc">1</a><mark class="cue">said</mark> yes.</p>',
    );
  });

  it('shows a window of the text with its offsets kept right', () => {
    const text = 'one\n\ntwo said three\n\nfour';
    const marks: Mark[] = [{ span: [9, 13], role: 'cue' }];
    const html = render(<MarkedText text={text} marks={marks} window={[5, 19]} />);
    expect(html).toBe('<p>two <mark class="cue">said</mark> three</p>');
  });
});
