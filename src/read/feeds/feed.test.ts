import { describe, expect, it } from 'vitest';
import { FeedError, maxFeedLength, maxItems, readFeed } from './feed.js';
import { feedsInOpml, opmlOf } from './opml.js';

const expected = {
  url: 'https://courier.example/1',
  title: 'Bridge & road open',
  authors: ['Ann Writer'],
  html: '<p>The mayor said the bridge was safe.</p>',
};
const html = '&lt;p&gt;The mayor said the bridge was safe.&lt;/p&gt;';
const feeds = {
  rss: `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Courier</title><link>https://courier.example/</link><item><title>Bridge &amp; road open</title><link>/1</link><dc:creator>Ann Writer</dc:creator><pubDate>Thu, 02 May 2024 10:00:00 GMT</pubDate><description>Bridge</description><content:encoded>${html}</content:encoded></item></channel></rss>`,
  rdf: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://courier.example/"><title>Courier</title><link>https://courier.example/</link></channel><item rdf:about="https://courier.example/1"><title>Bridge &amp; road open</title><link>https://courier.example/1</link><dc:creator>Ann Writer</dc:creator><dc:date>2024-05-02T10:00:00Z</dc:date><description>${html}</description></item></rdf:RDF>`,
  atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><link href="https://courier.example/"/><entry><title type="html">Bridge &amp;amp; road open</title><link rel="self" href="/self"/><link rel="alternate" href="https://courier.example/1"/><author><name>Ann Writer</name></author><published>2024-05-02T10:00:00Z</published><content type="html">${html}</content></entry></feed>`,
  json: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Courier', home_page_url: 'https://courier.example/', items: [{ id: '1', url: 'https://courier.example/1', title: 'Bridge & road open', authors: [{ name: 'Ann Writer' }], date_published: '2024-05-02T10:00:00Z', content_html: expected.html }] }),
}; // prettier-ignore

describe('feeds', () => {
  it.each(Object.entries(feeds))('reads %s', (format, source) => {
    const feed = readFeed(source);
    expect(feed).toMatchObject({ format, title: 'Courier', cut: false });
    expect(feed.items).toEqual([{ ...expected, published: '2024-05-02T10:00:00Z', updated: null }]);
  });

  it('takes no page, and no other JSON, for a feed', () => {
    expect(() => readFeed('{"version":"1.0","items":[]}')).toThrow(FeedError);
    expect(() => readFeed('<html><body>no</body></html>')).toThrow(FeedError);
  });

  it('keeps script in a title as text, and no address but http and https', () => {
    const source = feeds.rss.replace('Bridge &amp; road open', '&lt;script&gt;alert(1)&lt;/script&gt;Road').replace('/1<', 'javascript:alert(1)<'); // prettier-ignore
    expect(readFeed(source).items[0]).toMatchObject({ title: 'alert(1)Road', url: null });
  });

  it('stops at its limit, and says so', () => {
    const item = '<item><title>x</title><link>https://courier.example/1</link></item>';
    const many = readFeed(
      `<rss version="2.0"><channel><title>c</title>${item.repeat(maxItems + 20)}</channel></rss>`,
    );
    expect([many.items.length, many.cut]).toEqual([maxItems, true]);
  });

  it('refuses a feed of a million entries, which is longer than any feed', () => {
    const source = `<rss version="2.0"><channel><title>c</title>${'<item><link>/1</link></item>'.repeat(1_000_000)}</channel></rss>`;
    expect(source.length).toBeGreaterThan(maxFeedLength);
    expect(() => readFeed(source)).toThrow(/over 10 MB/);
  });

  it('reads a news sitemap, and a list of sitemaps newest first', () => {
    const news = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://courier.example/1</loc><news:news><news:publication><news:name>Courier</news:name></news:publication><news:publication_date>2024-05-02</news:publication_date><news:title><![CDATA[Bridge & road]]></news:title></news:news></url><url><loc>javascript:alert(1)</loc></url></urlset>`;
    expect(readFeed(news)).toMatchObject({
      format: 'sitemap',
      items: [{ url: 'https://courier.example/1', title: 'Bridge & road', published: '2024-05-02' }],
    });
    const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://courier.example/old.xml</loc><lastmod>2023-01-01</lastmod></sitemap><sitemap><loc>https://courier.example/new.xml</loc><lastmod>2024-05-01</lastmod></sitemap></sitemapindex>`;
    expect(readFeed(index).parts).toEqual([
      'https://courier.example/new.xml',
      'https://courier.example/old.xml',
    ]);
  });

  it('does not unfold entities without end', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, i) => `<!ENTITY ${'b'.repeat(i + 1)} "${`&${i === 0 ? 'a' : 'b'.repeat(i)};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&${'b'.repeat(20)};</title></channel></rss>`; // prettier-ignore
    const title = (() => {
      try {
        return readFeed(bomb).title ?? '';
      } catch {
        return '';
      }
    })();
    expect(title.length).toBeLessThan(10_000);
  });

  it('reads and writes lists of feeds', () => {
    const list = [
      { title: 'Courier', url: 'https://courier.example/feed' },
      { title: null, url: 'https://wire.example/atom' },
    ];
    const nested = `<opml version="2.0"><body><outline text="folder"><outline text="Courier" xmlUrl="https://courier.example/feed"/></outline></body></opml>`;
    expect(feedsInOpml(opmlOf(list))).toEqual([
      list[0],
      { title: 'https://wire.example/atom', url: list[1]!.url },
    ]);
    expect(feedsInOpml(nested)).toEqual([list[0]]);
    expect(() => feedsInOpml('nothing')).toThrow(FeedError);
  });
});
