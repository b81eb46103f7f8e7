import { csv } from './csv.js';
import { cslJson } from './csl-json.js';
import { dnaCsv } from './dna-csv.js';
import { dnaSqlite } from './dna-sqlite.js';
import { dossierHtml } from './dossier-html.js';
import { dossierPdf } from './dossier-pdf.js';
import { followTheMoney } from './follow-the-money.js';
import { each, jsonLines, type Format } from './format.js';
import { claimReview, jsonLd } from './json-ld.js';
import { webAnnotation } from './web-annotation.js';

/** Names of the formats that statements can be had in. */
export const formatNames = [
  'csv', 'jsonl', 'json-ld', 'claim-review', 'web-annotation', 'follow-the-money', 'csl-json', 'dna-csv', 'dna-sqlite', 'html', 'pdf',
] as const; // prettier-ignore
export type FormatName = (typeof formatNames)[number];

export const formats: Readonly<Record<FormatName, Format>> = {
  csv: { contentType: 'text/csv; charset=utf-8; header=present', extension: 'csv', description: 'a table, one statement a row', write: csv },
  jsonl: { contentType: 'application/jsonl', extension: 'jsonl', description: 'JSON Lines: statement, article and positions', write: (statements) => jsonLines(each(statements, (row) => row)) },
  'json-ld': { contentType: 'application/ld+json', extension: 'jsonld', description: 'schema.org Quotation and Claim', write: jsonLd },
  'claim-review': { contentType: 'application/ld+json', extension: 'jsonld', description: 'schema.org ClaimReview drafts, without a verdict', write: claimReview },
  'web-annotation': { contentType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', extension: 'jsonld', description: 'W3C Web Annotations with position and quotation', write: webAnnotation },
  'follow-the-money': { contentType: 'application/jsonl', extension: 'ftm.json', description: 'FollowTheMoney entities, one a line', write: followTheMoney },
  'csl-json': { contentType: 'application/vnd.citationstyles.csl+json', extension: 'csl.json', description: 'the articles, to be cited', write: cslJson },
  'dna-csv': { contentType: 'text/csv; charset=utf-8; header=present', extension: 'csv', description: 'event list of Discourse Network Analyzer', write: dnaCsv },
  'dna-sqlite': { contentType: 'application/vnd.sqlite3', extension: 'dna', binary: true, description: 'database of Discourse Network Analyzer 3.0', write: dnaSqlite },
  html: { contentType: 'text/html; charset=utf-8', extension: 'html', description: 'a dossier, oldest first', write: dossierHtml },
  pdf: { contentType: 'application/pdf', extension: 'pdf', binary: true, description: 'a dossier, oldest first', write: dossierPdf },
}; // prettier-ignore
