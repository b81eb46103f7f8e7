import { sql, type RawBuilder } from 'kysely';
import { called, named as entitiesNamed, namesOf } from '../entities/resolved.js';
import { searchable } from '../queries/page.js';
import type { StatementFilter } from './query.js';
import { readQuestion, type Alternatives, type Term } from './question.js';

type Sql = RawBuilder<unknown>;

/** The question as a `tsquery` over `shown_statement.words`; null where nothing is asked of the words. */
export function wordsQuery(typed: string | undefined): Sql | null {
  const asked = readQuestion(searchable(typed ?? ''));
  return asked.length === 0 ? null : sql`(${sql.join(asked.map(alternatives), sql` && `)})`;
}

function alternatives(any: Alternatives): Sql {
  return sql`(${sql.join(any.map(term), sql` || `)})`;
}

/** English stems or the words as they stand: a name or a foreign word is no English stem. */
function term({ text, is, excluded }: Term): Sql {
  const found =
    is === 'prefix'
      ? sql`to_tsquery('simple', ${prefixes(text).join(' & ')})`
      : is === 'phrase'
        ? sql`(phraseto_tsquery('english', ${text}) || phraseto_tsquery('simple', ${text}))`
        : sql`(plainto_tsquery('english', ${text}) || plainto_tsquery('simple', ${text}))`;
  return excluded ? sql`(!! ${found})` : found;
}

/** `'rec':*` for each word of a text. They hold letters and digits only, so nothing in them needs escaping. */
function prefixes(text: string, weight = ''): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `'${word.toLowerCase()}':*${weight}`);
}

/** Name fields, with the weight that their words bear in `shown_statement.names`. */
const nameFields = { role: 'B', outlet: 'C', entity: 'D' } as const;
const speakerWeight = 'A';

/**
 * What a filter asks of a row of `shown_statement`; all must hold. A name of which no word is left, such as "%",
 * fits nothing.
 */
export function conditions(filter: StatementFilter): Sql[] {
  const words = wordsQuery(filter.words);
  const { kind, act, stance, relation, from, to, recordedFrom, recordedTo, minConfidence } = filter;
  const given: (Sql | null)[] = [
    filter.words?.trim() ? (words === null ? sql`false` : sql`words @@ ${words}`) : null,
    bySpeaker(filter),
    ...Object.entries(nameFields).map(([field, weight]) => named(filter[field as keyof typeof nameFields], weight)),
    filter.speakerName ? isCalled(filter.speakerName, filter.asKnown) : null,
    filter.entityId ? isOneOf(namesOf(sql`select ${filter.entityId}::text`, filter.asKnown)) : null,
    kind ? sql`kind = ${kind}` : null,
    act ? sql`act = ${act}` : null,
    stance ? sql`${stance} = any(stances)` : null,
    relation ? sql`${relation} = any(relations)` : null,
    from ? sql`day >= ${from}::date` : null,
    to ? sql`day <= ${to}::date` : null,
    recordedFrom ? sql`recorded_at >= ${`${recordedFrom}T00:00:00Z`}::timestamptz` : null,
    recordedTo ? sql`recorded_at < ${`${recordedTo}T00:00:00Z`}::timestamptz + interval '1 day'` : null,
    minConfidence === undefined ? null : sql`coalesce(confidence, 1) >= ${minConfidence}::float8`,
  ]; // prettier-ignore
  return [sql`true`, ...given.filter((condition) => condition !== null)];
}

/** By the words of the speaker's name as told, or where the name stands for one who is also called so. */
function bySpeaker({ speaker, asKnown }: StatementFilter): Sql | null {
  const told = named(speaker, speakerWeight);
  if (told === null || !speaker || !/[\p{L}\p{N}]/u.test(speaker)) return told;
  return sql`(${told} or ${isOneOf(namesOf(entitiesNamed(speaker, asKnown), asKnown))})`;
}

/** The speaker of just this name, or the one person or body that is also called so. */
function isCalled(name: string, asKnown: Date | undefined): Sql {
  return sql`(lower(speaker) = lower(${searchable(name)}) or ${isOneOf(namesOf(called(name, asKnown), asKnown))})`;
}

/** By what each article calls the speaker; the few names that there are narrow it down by the index first. */
function isOneOf(names: Sql): Sql {
  return sql`(lower(speaker) = any(array(select distinct lower(o.name) from ${names} o))
    and (article_id, speaker) in (select * from ${names} o))`;
}

function named(name: string | undefined, weight: string): Sql | null {
  if (!name) return null;
  // As name_words() in the schema has it.
  const plain = searchable(name).normalize('NFD').replace(/[\u0300-\u036f]/gu, ''); // prettier-ignore
  const asked = prefixes(plain, weight);
  return asked.length === 0 ? sql`false` : sql`names @@ to_tsquery('simple', ${asked.join(' & ')})`;
}
