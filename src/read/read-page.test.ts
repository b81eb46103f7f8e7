import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readPage, readText } from './index.js';

const prose = [
  'The minister of roads said on Monday that the bridge over the Harn would open in May, two years late.',
  'Nobody in the town had expected it. The mayor said that she would drive over it first, with the band behind her.',
  'A second bridge, further down, is to follow if the council finds the money, which it has not done so far.',
];

const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>Bridge to open | Courier</title>${head}</head><body>${body}</body></html>`;
const paragraphs = prose.map((p) => `<p>${p}</p>`).join('');

describe('readPage', () => {
  it('keeps the article and drops menus, related boxes, captions, newsletter and share boxes', () => {
    const [first, ...rest] = prose.map((p) => `<p>${p}</p>`);
    const { article, trail } = readPage(
      page(`<nav><a href="/">Home</a></nav><div class="cookie-banner"><p>We use cookies on this site.</p></div><article><h1>Bridge to open</h1>${first}
        <figure><img src="x"><figcaption>The bridge at dusk</figcaption></figure><div class="related"><a href="/a">Goat wins prize</a></div>${rest.join('')}
        <div class="share-bar">Share 31</div><div class="newsletter"><p>Get our letter every day.</p></div></article><footer>All rights reserved</footer>`),
    );
    expect(article?.text).toBe(prose.join('\n\n'));
    expect(trail.some(({ step, text }) => step === 'box' && text?.includes('Goat'))).toBe(true);
  });

  it('reads title, outlet, authors and date from structured data before meta tags', () => {
    const ld = JSON.stringify({ '@graph': [{ '@type': 'NewsArticle', headline: 'Bridge opens', author: [{ name: 'Ada Berg' }, { name: 'Bo Carl' }], datePublished: '2024-05-02T08:00:00+02:00', publisher: { name: 'Harn Courier' } }] }); // prettier-ignore
    const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${ld}</script><meta property="og:title" content="Other"><link rel="canonical" href="https://courier.example/1">`;
    const { article, sources } = readPage(page(paragraphs, head));
    expect(article).toMatchObject({
      title: 'Bridge opens',
      authors: ['Ada Berg', 'Bo Carl'],
      published: '2024-05-02T08:00:00+02:00',
      outlet: 'Harn Courier',
      url: 'https://courier.example/1',
      language: 'en',
    });
    expect(sources).toMatchObject({ title: 'json-ld', url: 'markup' });
  });

  it.each([
    ['windows-1251', 'Мост через реку откроют в мае, сказал министр.'],
    ['windows-1252', 'The café “Zürich” opens — at last.'],
  ])('reads %s right', (charset, words) => {
    const html = page(`<p>${words}</p>${paragraphs}`, `<meta charset="${charset}">`);
    expect(readPage(iconv.encode(html, charset)).article?.text).toContain(words);
  });

  it('says why where there is no article', () => {
    const { article, trail } = readPage(page('<nav><a href="/">Home</a></nav>'));
    expect(article).toBeNull();
    expect(trail.at(-1)?.reason).toMatch(/no article/);
  });

  it('takes markup in a title as words, and NUL and half surrogates as unknown characters', () => {
    const head = `<meta property="og:title" content="&lt;script&gt;x&lt;/script&gt;">`;
    const { article } = readPage(
      page(`${paragraphs}<p>One \0 and \ud800 here, and the rest of the sentence.</p>`, head),
    );
    expect(article?.title).toBe('<script>x</script>');
    expect(article?.text).toContain('One \ufffd and \ufffd here');
  });

  it('ends on a page of a hundred thousand nested tags', () => {
    expect(readPage(page('<div>'.repeat(100_000) + paragraphs)).article).toBeNull();
  });
});

describe('readText', () => {
  it('drops menu words, share counts and headline lists, and keeps every sentence', () => {
    const scraped = ['Home', 'News', prose[0], 'Trending stories', '- 1 Goat Wins Prize', '- 2 Three Ways to Peel an Egg', '- 3 Minister Denies Yacht', prose[1], 'Share 31', prose[2]]; // prettier-ignore
    expect(readText(scraped.join('\n')).article?.text).toBe(prose.join('\n\n'));
  });

  it('keeps a list that is prose', () => {
    const list = [
      '1. The road will open in May.',
      '2. The bridge will follow.',
      '3. The school stays closed.',
    ];
    expect(readText([prose[0], ...list].join('\n')).article?.text).toContain(list.join('\n\n'));
  });

  it('keeps a sentence that begins like a menu', () => {
    expect(readText([prose[0], 'Share prices fell on Monday.'].join('\n')).article?.text).toContain(
      'Share prices fell',
    );
  });

  it('finds no article in a menu', () => {
    expect(readText('Home\nNews\nVideo').article).toBeNull();
  });
});

describe('a box that holds the article', () => {
  const prose = (n: number, word: string) =>
    Array.from(
      { length: n },
      (_, i) => `<p>${word} ${i}: the harbour talks in Veldania will go on until spring.</p>`,
    ).join('');

  it.each(['<form id="page">', '<div class="paywall">'])('%s is read, whatever it is called', (open) => {
    const close = open.startsWith('<form') ? '</form>' : '</div>';
    const { article } = readPage(`<title>Talks</title>${open}<h1>Talks</h1>${prose(6, 'Body')}${close}`);
    expect(article?.text).toContain('Body 5');
  });

  it('is told from a small box of that name', () => {
    const { article } = readPage(
      `<title>Talks</title><article>${prose(6, 'Body')}<form>${prose(1, 'Sign up')}</form></article>`,
    );
    expect(article?.text).toContain('Body 5');
    expect(article?.text).not.toContain('Sign up');
  });
});

describe('readText, and what stands over a text', () => {
  const text = prose.join('\n');

  it('takes a title and a byline that stand over the prose, and says where they are from', () => {
    const { article, sources } = readText(`Harn Courier\nBridge over the Harn to open in May\nBy Ada Berg\n${text}`); // prettier-ignore
    expect(article).toMatchObject({ title: 'Bridge over the Harn to open in May', authors: ['Ada Berg'], text: prose.join('\n\n') }); // prettier-ignore
    expect(sources).toMatchObject({ title: 'text', authors: 'text', url: null });
  });

  it('takes what was told before what it finds', () => {
    const { article, sources } = readText(`Bridge over the Harn to open in May\n${text}`, { known: { title: 'Told' } }); // prettier-ignore
    expect(article).toMatchObject({ title: 'Told', text: prose.join('\n\n') });
    expect(sources.title).toBe('given');
  });

  it('makes no title of prose', () => {
    expect(readText(text).article).toMatchObject({ title: null, text: prose.join('\n\n') });
  });

  it('keeps a list that the article announces', () => {
    const list = [
      'The council named three:',
      '- a bridge of stone',
      '- a bridge of wood',
      '- a ferry at night',
    ];
    expect(readText([text, ...list, prose[0]].join('\n')).article?.text).toContain(list.join('\n\n'));
  });
});

describe('languages', () => {
  it.each([
    ['fr', 'La ministre des routes a dit lundi que le pont ouvrirait en mai. « Il est beau, ce pont », a-t-elle ajouté devant les habitants de la ville.'],
    ['de', 'Die Ministerin für Straßen sagte am Montag, die Brücke werde im Mai geöffnet. „Es ist eine schöne Brücke“, fügte sie vor den Bewohnern der Stadt hinzu.'],
  ])('tells %s, and keeps its quotation marks', (language, words) => {
    const { article } = readText(words);
    expect(article).toMatchObject({ language, text: words });
  }); // prettier-ignore
});
