import { createHash } from 'node:crypto';
import type { ExportedStatement } from '../ledger/ledger.js';
import { codesOf } from '../terms/codes.js';
import type { SpeakerType } from '../terms/vocabulary.js';
import { jsonLines, publishedDay, webAddress, wordsOf, type Statements } from './format.js';

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * A place that speaks is a government, a group a body without a form that we know. A work has no schema that fits: the
 * model's documents are files.
 */
const schemata: Readonly<Partial<Record<SpeakerType, string>>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'PublicBody',
  group: 'LegalEntity',
};

/**
 * FollowTheMoney entities, one a line: each article, each named speaker, and a Documentation that ties the speaker to the
 * article with the words. A statement whose speaker has no name, or is a work, gives the article alone. What a statement says
 * holds now between states and bodies, and the model can link (membership, ties), is an interval between the two that says
 * who says so.
 */
export function followTheMoney(statements: Statements): AsyncGenerator<string> {
  return jsonLines(entitiesOf(statements));
}

async function* entitiesOf(statements: Statements): AsyncGenerator<FtmEntity> {
  const seen = new Set<string>();
  for await (const row of statements) {
    for (const entity of [article(row), speaker(row), documentation(row), ...links(row)]) {
      if (entity === null || seen.has(entity.id)) continue;
      seen.add(entity.id);
      yield entity;
    }
  }
}

function article({ statement, article, pageHash }: ExportedStatement): FtmEntity {
  return {
    id: articleId(statement.article.id),
    schema: 'Article',
    properties: values({
      title: [article.title],
      sourceUrl: [webAddress(article.url)],
      publisher: [article.outlet],
      author: article.authors,
      publishedAt: [article.published],
      retrievedAt: [statement.recordedAt.slice(0, 19)],
      bodyText: [article.text],
      language: [threeLetters(article.language)],
      contentHash: [pageHash],
    }),
  };
}

function speaker({ statement }: ExportedStatement): FtmEntity | null {
  const { entity, type, role } = statement.speaker;
  const schema = schemata[type];
  if (entity === null || schema === undefined) return null;
  return {
    id: speakerId(type, entity),
    schema,
    properties: values({
      name: [entity],
      [type === 'person' ? 'position' : 'summary']: [role],
    }),
  };
}

function documentation(row: ExportedStatement): FtmEntity | null {
  const { statement, article } = row;
  const { entity, type, role } = statement.speaker;
  if (entity === null || schemata[type] === undefined) return null;
  return {
    id: `onrecord-statement-${statement.id}`,
    schema: 'Documentation',
    properties: values({
      document: [articleId(statement.article.id)],
      entity: [speakerId(type, entity)],
      role: ['speaker'],
      status: [statement.act],
      summary: [wordsOf(row)],
      description: [role],
      date: [publishedDay(row)],
      recordId: [statement.id],
      publisher: [article.outlet],
      sourceUrl: [webAddress(article.url)],
    }),
  };
}

function links(row: ExportedStatement): FtmEntity[] {
  const { statement, article, relations } = row;
  const said = `According to ${statement.speaker.entity ?? statement.speaker.mention ?? 'a source that is not named'}, ${article.outlet ?? 'an outlet that is not named'}`; // prettier-ignore
  return relations.flatMap((told): FtmEntity[] => {
    const link = codesOf(told).followTheMoney;
    // A person's office has no post with a name of its own in the record.
    if (link === null || link.schema === 'Occupancy') return [];
    const subject = party(told.subject);
    const object = party(told.object);
    const properties = {
      [link.subject]: [subject.id],
      [link.object]: [object.id],
      role: [told.relation],
      summary: [said],
      description: [wordsOf(row)],
      date: [publishedDay(row)],
      recordId: [statement.id],
      publisher: [article.outlet],
      sourceUrl: [webAddress(article.url)],
    };
    const id = `onrecord-relation-${hashOf(JSON.stringify([statement.id, told.relation, told.subject, told.object]))}`;
    return [subject, object, { id, schema: link.schema, properties: values(properties) }];
  });
}

/** A state or body that a relation names; one that speaks as a place has the same id. */
function party(name: string): FtmEntity {
  return { id: speakerId('place', name), schema: 'PublicBody', properties: { name: [name] } };
}

function articleId(id: string): string {
  return `onrecord-article-${id}`;
}

/** The same name and type give the same id in every article. */
function speakerId(type: SpeakerType, name: string): string {
  return `onrecord-${type}-${hashOf(name)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function values(
  given: Readonly<Record<string, readonly (string | null)[]>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(given)
      .map(([name, all]) => [name, all.filter((value) => value !== null && value !== '')] as const)
      .filter(([, all]) => all.length > 0),
  ) as Record<string, readonly string[]>;
}

/** ISO 639-2 codes of the languages that news is often in; the model takes no other form. */
const codes: Readonly<Record<string, string>> = {
  ar: 'ara', az: 'aze', be: 'bel', bg: 'bul', cs: 'ces', da: 'dan', de: 'deu', el: 'ell', en: 'eng', es: 'spa', et: 'est',
  fa: 'fas', fi: 'fin', fr: 'fra', he: 'heb', hi: 'hin', hr: 'hrv', hu: 'hun', hy: 'hye', it: 'ita', ja: 'jpn', ka: 'kat',
  kk: 'kaz', ko: 'kor', lt: 'lit', lv: 'lav', mk: 'mkd', nl: 'nld', no: 'nor', pl: 'pol', pt: 'por', ro: 'ron', ru: 'rus',
  sk: 'slk', sl: 'slv', sq: 'sqi', sr: 'srp', sv: 'swe', tr: 'tur', uk: 'ukr', zh: 'zho',
}; // prettier-ignore

function threeLetters(language: string | null): string | null {
  return codes[language ?? ''] ?? null;
}
