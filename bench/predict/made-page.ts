/**
 * A news page of a length, about an invented town: a menu, an article of thirty paragraphs, a box of related stories, and
 * as real pages have it, half of it script and a good part of the rest lists of links.
 * @param n makes pages differ. @param bytes about how long; at least 40 KB.
 */
export function madePage(n: number, bytes: number): string {
  const prose = Array.from({ length: 30 }, (_, i) => `<p>The mayor of town ${n}, Ada Berg, said on day ${i} that bridge ${(n * 31 + i) % 997} would open in May, two years late. “It is a fine bridge,” Berg said, “and I will drive over it first.”</p>`); // prettier-ignore
  const list = Array.from({ length: 200 }, (_, i) => `<li class="item-${i}"><a href="/news/${n}/${i}" data-track="list-${i}"><span>Town ${i} opens its bridge number ${n + i}</span></a></li>`); // prettier-ignore
  const head = `<title>Bridge ${n}</title><meta property="og:site_name" content="Courier"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge ${n}","datePublished":"2024-05-02"}</script>`;
  const start = `<!doctype html><html><head>${head}</head><body><nav><ul>${list.slice(0, 60).join('')}</ul></nav><article><h1>Bridge ${n}</h1>${prose.join('')}</article><div class="related"><ul>${list.slice(60).join('')}</ul></div>`;
  const filler = Math.max(0, bytes - start.length - 100);
  const script = `<script>var data = "${'x1,'.repeat(Math.floor(filler / 6))}"</script>`;
  const more = `<div class="footer-links">${`<a href="/t/${n}">town</a> `.repeat(Math.floor(filler / 2 / 26))}</div>`;
  return `${start}${script}${more}</body></html>`;
}
