import type { StatementRow } from '../ledger/ledger.js';
import { isWebAddress } from './parts/marks.js';
import { joined } from '../terms/span.js';

interface CiteProps {
  readonly statement: StatementRow;
  /** Where the statement's page is. */
  readonly address: string;
}

/** How to cite a statement: plain, BibTeX, CSL-JSON, and HTML whose link leads to the words on the source page. */
export function HowToCite({ statement, address }: CiteProps) {
  const forms = [
    ['Plain text', plainCitation(statement, address)],
    ['BibTeX', bibtex(statement, address)],
    ['CSL-JSON', JSON.stringify([csl(statement, address)], null, 2)],
    ['HTML', html(statement, address)],
  ] as const;
  return (
    <section aria-labelledby="cite" class="no-print">
      <h2 id="cite">How to cite</h2>
      {isWebAddress(statement.article.url) ? (
        <p>
          <a href={fragmentLink(statement)!} rel="noreferrer noopener">
            These words on the source page
          </a>
        </p>
      ) : null}
      {forms.map(([name, form], i) => (
        <details open={i === 0}>
          <summary>{name}</summary>
          <pre>{form}</pre>
        </details>
      ))}
    </section>
  );
}

const wordsOf = ({ contentTexts, content }: StatementRow) => joined(contentTexts, content);
const sayer = ({ speaker }: StatementRow) => speaker.entity ?? speaker.mention;

/** One line: who, the words, where they stood, this record. */
export function plainCitation(statement: StatementRow, address: string): string {
  const { outlet, title, published } = statement.article;
  const where = [outlet, title === null ? null : `“${title}”`, published?.slice(0, 10)].filter(Boolean);
  return `${sayer(statement) ?? 'Nobody named'}: ${wordsOf(statement)} (${where.join(', ') || 'source untold'}; onrecord ${statement.id}, ${address})`;
}

/** A CSL-JSON item (schema 1.0.2): the article as container, the speaker as author, the words as title. */
export function csl(statement: StatementRow, address: string): Record<string, unknown> {
  const { outlet, title, published, url } = statement.article;
  const author = sayer(statement);
  const date = /^(\d{4})-(\d{2})-(\d{2})/u.exec(published ?? '');
  return {
    id: `onrecord-${statement.id}`,
    type: 'article-newspaper',
    title: wordsOf(statement),
    ...(author === null ? {} : { author: [{ literal: author }] }),
    ...(outlet === null ? {} : { 'container-title': outlet }),
    ...(date === null ? {} : { issued: { 'date-parts': [date.slice(1, 4).map(Number)] } }),
    URL: isWebAddress(url) ? url : address,
    note: [title === null ? null : `In: ${title}`, `Statement ${statement.id}, ${address}`].filter(Boolean).join('. '), // prettier-ignore
  };
}

/** A BibTeX entry; braces guard names and capitals. */
export function bibtex(statement: StatementRow, address: string): string {
  const { outlet, title, published, url } = statement.article;
  const fields: [string, string | null][] = [
    ['author', sayer(statement) === null ? null : `{${tex(sayer(statement)!)}}`],
    ['title', `{${tex(wordsOf(statement))}}`],
    ['howpublished', outlet === null ? null : tex(outlet)],
    ['year', /^\d{4}/u.exec(published ?? '')?.[0] ?? null],
    ['date', published === null ? null : tex(published.slice(0, 10))],
    ['url', (isWebAddress(url) ? url : address).replace(/[{}\\]/gu, encodeURIComponent)],
    ['note', tex([title === null ? null : `In: ${title}`, `onrecord ${statement.id}`].filter(Boolean).join('. '))],
  ]; // prettier-ignore
  const lines = fields
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `  ${name} = {${value!}}`);
  return `@misc{onrecord-${statement.id},\n${lines.join(',\n')}\n}`;
}

const texCommands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash ',
  '~': '\\textasciitilde ',
  '^': '\\textasciicircum ',
};

function tex(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\~^{}#$%&_]/gu, (c) => texCommands[c] ?? (c === '{' || c === '}' ? '' : `\\${c}`));
}

/** A quotation in HTML; every part of it is escaped, so that it can be pasted into a page. */
function html(statement: StatementRow, address: string): string {
  const link = fragmentLink(statement) ?? address;
  const { outlet, published } = statement.article;
  const where = [outlet, published?.slice(0, 10)].filter(Boolean).join(', ') || 'source';
  return `<blockquote cite="${escaped(link)}"><p>${escaped(wordsOf(statement))}</p><footer>${escaped(sayer(statement) ?? 'Nobody named')}, <cite><a href="${escaped(link)}">${escaped(where)}</a></cite></footer></blockquote>`; // prettier-ignore
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }; // prettier-ignore

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (c) => entities[c]!);
}

/** Words at each end of a long statement that the link names; between them the browser fills in. */
const wordsAtEnd = 6;

/**
 * A link to the words on the source page, as a text fragment (WICG Scroll to Text Fragment).
 * @returns null where the article has no web address.
 */
export function fragmentLink({ article, contentTexts }: StatementRow): string | null {
  if (!isWebAddress(article.url)) return null;
  const words = contentTexts[0]!.split(/\s+/u);
  const encode = (part: readonly string[]) => encodeURIComponent(part.join(' ')).replace(/-/gu, '%2D');
  const directive =
    words.length <= wordsAtEnd * 2
      ? encode(words)
      : `${encode(words.slice(0, wordsAtEnd))},${encode(words.slice(-wordsAtEnd))}`;
  const url = new URL(article.url);
  url.hash = '';
  return `${url.href}#:~:text=${directive}`;
}
