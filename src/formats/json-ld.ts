import type { ExportedStatement } from '../ledger/ledger.js';
import {
  each,
  jsonArray,
  publishedDay,
  urn,
  webAddress,
  whoSpoke,
  wordsOf,
  type Statements,
} from './format.js';

const head = '{"@context":"https://schema.org","@graph":[';
const tail = ']}';

/**
 * JSON-LD in schema.org's words. What stands in quotation marks is a Quotation of its speaker; what is told in the
 * outlet's words is a Claim, since the words are not the speaker's.
 */
export function jsonLd(statements: Statements): AsyncGenerator<string> {
  return jsonArray(head, each(statements, quotation), tail);
}

/** ClaimReview drafts for fact-checkers: what was claimed, by whom, where. The verdict is theirs, so none is given. */
export function claimReview(statements: Statements): AsyncGenerator<string> {
  return jsonArray(head, each(statements, review), tail);
}

function quotation(row: ExportedStatement): object {
  const { statement } = row;
  return {
    '@type': statement.kind === 'indirect' ? 'Claim' : 'Quotation',
    '@id': urn.statement(statement.id),
    text: wordsOf(row),
    ...given('inLanguage', row.article.language),
    ...given('creator', speaker(row)),
    ...given('datePublished', publishedDay(row)),
    ...(statement.about.length === 0 ? {} : { about: statement.about.map((name) => ({ '@type': 'Thing', name })) }),
    isPartOf: article(row),
  };
} // prettier-ignore

function review(row: ExportedStatement): object {
  return {
    '@type': 'ClaimReview',
    '@id': `${urn.statement(row.statement.id)}:review`,
    creativeWorkStatus: 'Draft',
    claimReviewed: wordsOf(row),
    itemReviewed: {
      '@type': 'Claim',
      '@id': urn.statement(row.statement.id),
      ...given('author', speaker(row)),
      ...given('datePublished', publishedDay(row)),
      appearance: article(row),
    },
  };
}

const types = {
  person: 'Person',
  organization: 'Organization',
  place: 'AdministrativeArea',
  group: 'Organization',
  work: 'CreativeWork',
  unnamed: 'Thing',
} as const;

/** The speaker where the article names one; null otherwise. */
function speaker(row: ExportedStatement): object | null {
  const { speaker } = row.statement;
  const name = whoSpoke(row);
  if (name === null) return null;
  return { '@type': types[speaker.type], name, ...given('description', speaker.role) };
}

function article({ statement, article }: ExportedStatement): object {
  const published = /^\d{4}-\d{2}-\d{2}/u.test(article.published ?? '') ? article.published : null;
  return {
    '@type': 'NewsArticle',
    '@id': urn.article(statement.article.id),
    version: statement.versionId,
    ...given('headline', article.title),
    ...given('url', webAddress(article.url)),
    ...given('datePublished', published),
    ...given('inLanguage', article.language),
    ...(article.outlet === null ? {} : { publisher: { '@type': 'Organization', name: article.outlet } }),
    ...(article.authors.length === 0 ? {} : { author: article.authors.map((name) => ({ '@type': 'Person', name })) }),
  };
} // prettier-ignore

function given(name: string, value: unknown): object {
  return value === null ? {} : { [name]: value };
}
