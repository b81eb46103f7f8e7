import { stringify } from 'csv-stringify/sync';
import { eventsOf, short, timeOf, type DnaEvent } from './dna-events.js';
import { wordsOf, type Statements } from './format.js';

const heads = ['statement ID', 'time', 'document ID', 'document title', 'author', 'source', 'section', 'type', 'text', 'person', 'organization', 'concept', 'agreement']; // prettier-ignore

/**
 * The event list of Discourse Network Analyzer: one position that takes a side a row, semicolons between, ids counted up.
 * As that program writes it, a semicolon in a text becomes a comma and a quotation mark an apostrophe. A cell that a
 * spreadsheet would take for a formula is led by an apostrophe.
 */
export async function* dnaCsv(statements: Statements): AsyncGenerator<string> {
  yield line(heads);
  const documents = new Map<string, number>();
  let id = 0;
  for await (const row of statements) {
    for (const event of eventsOf(row)) {
      if (event.agreement === null) continue;
      const { id: article } = row.statement.article;
      const document = documents.get(article) ?? documents.size + 1;
      documents.set(article, document);
      yield line(cells(event, ++id, document));
    }
  }
}

function cells({ row, person, organization, concept, agreement }: DnaEvent, id: number, document: number) {
  const { title, authors, outlet } = row.article;
  const time = new Date(timeOf(row) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const texts = [short(title ?? ''), short(authors.join(', ')), short(outlet ?? ''), '', 'onrecord', wordsOf(row), person, organization, concept]; // prettier-ignore
  return [id, time, document, ...texts.map(plain), agreement === true ? 1 : 0];
}

function plain(text: string): string {
  return text.replaceAll(';', ',').replaceAll('"', "'").replace(/\s+/gu, ' ');
}

function line(values: (string | number)[]): string {
  return stringify([values], { delimiter: ';', quoted_string: true, escape_formulas: true });
}
