import type { ExportedStatement } from '../ledger/ledger.js';
import { jsonArray, publishedDay, urn, webAddress, type Statements } from './format.js';

/** CSL-JSON (Citation Style Language 1.0): the articles that the statements stand in, each once, to be cited. */
export function cslJson(statements: Statements): AsyncGenerator<string> {
  return jsonArray('[', articlesOf(statements), ']');
}

async function* articlesOf(statements: Statements): AsyncGenerator<object> {
  const seen = new Set<string>();
  for await (const row of statements) {
    const { id } = row.statement.article;
    if (seen.has(id)) continue;
    seen.add(id);
    yield item(row);
  }
}

/** An article as CSL-JSON cites it. */
function item(row: ExportedStatement): object {
  const { article, statement, pageHash } = row;
  const day = publishedDay(row);
  const read = statement.recordedAt.slice(0, 10);
  return {
    id: urn.article(statement.article.id),
    type: 'article-newspaper',
    ...(article.title === null ? {} : { title: article.title }),
    ...(article.outlet === null ? {} : { 'container-title': article.outlet }),
    ...(article.authors.length === 0 ? {} : { author: article.authors.map((literal) => ({ literal })) }),
    ...(day === null ? {} : { issued: date(day) }),
    accessed: date(read),
    ...(webAddress(article.url) === null ? {} : { URL: article.url }),
    ...(article.language === null ? {} : { language: article.language }),
    note: `Version ${statement.versionId}${pageHash === null ? '' : `, page SHA-256 ${pageHash}`}`,
  };
}

function date(day: string): object {
  return { 'date-parts': [day.split('-').map(Number)] };
}
