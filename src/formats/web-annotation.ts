import type { ExportedStatement } from '../ledger/ledger.js';
import type { Span } from '../terms/span.js';
import { each, jsonArray, urn, webAddress, whoSpoke, type Statements } from './format.js';

/** Characters of context on each side of a quotation that is to be found again. */
const contextLength = 32;

/**
 * W3C Web Annotations (Recommendation of 23 February 2017), one a statement, in an AnnotationPage. Each content span is a
 * target twice: in the clean text of the article version, by position and by quotation, and in the web page, by quotation
 * alone, since positions in a page are not known.
 */
export function webAnnotation(statements: Statements): AsyncGenerator<string> {
  const head = `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:onrecord:annotations","type":"AnnotationPage","items":[`;
  return jsonArray(head, each(statements, annotation), ']}');
}

function annotation(row: ExportedStatement): object {
  const { statement, article } = row;
  const url = webAddress(article.url);
  return {
    id: urn.statement(statement.id),
    type: 'Annotation',
    motivation: 'describing',
    created: statement.recordedAt,
    generator: { id: `urn:onrecord:engine:${encodeURIComponent(row.engine)}`, type: 'Software', name: row.engine },
    body: [
      body('identifying', whoSpoke(row)),
      body('describing', statement.speaker.role),
      body('classifying', statement.act),
      body('classifying', statement.kind),
      ...statement.about.map((name) => body('tagging', name)),
    ].filter((part) => part !== null),
    target: statement.content.flatMap((span) => {
      const quote = quoteSelector(article.text, span);
      const inText = {
        source: { id: urn.version(statement.versionId), type: 'Text', format: 'text/plain', ...(article.language === null ? {} : { language: article.language }) },
        selector: [positionSelector(article.text, span), quote],
      };
      return url === null ? [inText] : [inText, { source: url, selector: quote }];
    }),
  };
} // prettier-ignore

function body(purpose: string, value: string | null): object | null {
  return value === null ? null : { type: 'TextualBody', purpose, value, format: 'text/plain' };
}

/** Positions as the standard counts them: in code points, not UTF-16 code units. */
function positionSelector(text: string, [start, end]: Span): object {
  const before = codePoints(text.slice(0, start));
  return {
    type: 'TextPositionSelector',
    start: before,
    end: before + codePoints(text.slice(start, end)),
  };
}

function quoteSelector(text: string, [start, end]: Span): object {
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: Array.from(text.slice(Math.max(0, start - 2 * contextLength), start))
      .slice(-contextLength)
      .join(''),
    suffix: Array.from(text.slice(end, end + 2 * contextLength))
      .slice(0, contextLength)
      .join(''),
  };
}

function codePoints(text: string): number {
  return Array.from(text).length;
}
