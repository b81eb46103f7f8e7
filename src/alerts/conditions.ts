/** Whether something happened that an alert should tell of: plain data in, firings out. */
import type {
  AlertCondition,
  AlertQuery,
  Firing,
  PositionRow,
  StatementRow,
  VersionWords,
  WordUse,
} from '../ledger/ledger.js';

/** What a query lacks for what it is to tell of; null where nothing is. */
export function faultOf(conditions: readonly AlertCondition[], { speaker, entity }: AlertQuery): string | null {
  if (conditions.includes('word-changed') && entity === undefined)
    return 'word-changed needs an entity: what is named.';
  if (conditions.includes('position-changed') && entity === undefined && speaker === undefined)
    return 'position-changed needs a speaker or an entity.';
  return null;
} // prettier-ignore

/** A statement that fits. */
export function newStatement(row: StatementRow): Firing {
  const who = row.speaker.entity ?? row.speaker.mention ?? 'Somebody not named';
  return {
    key: `statement ${row.article.id} ${row.contentTexts.join(' ')}`,
    condition: 'new-statement',
    title: `${who}: ${row.contentTexts.join(' … ')}`,
    why: `A statement that fits is new on record, in ${row.article.outlet ?? 'an outlet without a name'}.`,
    articleId: row.article.id,
    statementId: row.id,
  };
}

/**
 * Changes of stance of one holder on one proposition.
 * @param rows oldest first.
 */
export function positionChanges(rows: readonly PositionRow[]): Firing[] {
  const last = new Map<string, PositionRow>();
  return rows.flatMap((row) => {
    const key = [row.holder, row.relation, row.subject, row.object].map((part) => part?.toLowerCase() ?? '').join('\0'); // prettier-ignore
    const before = last.get(key);
    last.set(key, row);
    if (before === undefined || before.stance === row.stance) return [];
    const on = [row.subject, row.relation, row.object].filter((part) => part !== null).join(' ');
    return [
      {
        key: `position ${row.statementId ?? row.articleId} ${on} ${row.stance}`,
        condition: 'position-changed' as const,
        title: `${row.holder}, on "${on}": ${row.stance}, before ${before.stance}`,
        why: `${before.stance} on ${before.day} (${before.outlet ?? 'no outlet'}: “${before.words ?? ''}”), ${row.stance} on ${row.day} (${row.outlet ?? 'no outlet'}: “${row.words ?? ''}”).`,
        articleId: row.articleId,
        statementId: row.statementId,
      },
    ];
  });
}

/**
 * Outlets that call a thing, in their own voice, what they never called it before, having called it otherwise.
 * @param uses by time.
 */
export function wordChanges(uses: readonly WordUse[], since: Date): Firing[] {
  const known = new Map<string, Map<string, string>>();
  return uses.flatMap((use) => {
    const labels = known.get(use.outlet) ?? new Map<string, string>();
    known.set(use.outlet, labels);
    // Labels that the same article brought do not count as earlier ones.
    const earlier = [...labels].filter(([, article]) => article !== use.articleId).map(([label]) => label);
    if (labels.has(use.label)) return [];
    labels.set(use.label, use.articleId);
    if (earlier.length === 0 || use.recordedAt < since) return [];
    return [
      {
        key: `word ${use.outlet} ${use.label}`,
        condition: 'word-changed' as const,
        title: `${use.outlet} writes “${use.label}”`,
        why: `First on ${use.day}; before it wrote ${earlier.slice(-5).map((label) => `“${label}”`).join(', ')}.`,
        articleId: use.articleId,
        statementId: null,
      },
    ];
  }); // prettier-ignore
}

/**
 * Edits that change what is reported: a statement's words came in or went out, or the headline changed. Another layout, a
 * mended comma or a newer engine is none: words are looked for in the other version's text, not among its statements.
 * @param versions by article and time.
 * @param speaker only statements of this speaker count, and no headline; any part of the name.
 */
export function materialEdits(versions: readonly VersionWords[], since: Date, { speaker, outlet }: { readonly speaker?: string | undefined; readonly outlet?: string | undefined }): Firing[] {
  return versions.flatMap((after, i) => {
    const before = versions[i - 1];
    if (before?.articleId !== after.articleId || after.recordedAt < since) return [];
    if (outlet !== undefined && !includes(after.outlet, outlet)) return [];
    const gone = missing(before, after, speaker);
    const come = missing(after, before, speaker);
    const headline = speaker === undefined && plain(before.title ?? '') !== plain(after.title ?? '');
    if (gone.length + come.length === 0 && !headline) return [];
    const why = [
      headline ? `The headline was “${before.title ?? ''}”.` : '',
      ...gone.map((words) => `Gone: “${words}”.`),
      ...come.map((words) => `New: “${words}”.`),
    ];
    return [
      {
        key: `edit ${after.articleId} ${after.recordedAt.toISOString()}`,
        condition: 'article-edited' as const,
        title: `${after.outlet ?? 'An outlet'} edited “${after.title ?? 'an untitled article'}”`,
        why: why.filter((part) => part !== '').slice(0, 10).join(' '),
        articleId: after.articleId,
        statementId: null,
      },
    ];
  });
} // prettier-ignore

/** The words of statements in one version that stand nowhere in the other. */
function missing(from: VersionWords, other: VersionWords, speaker: string | undefined): string[] {
  const text = plain(other.text);
  return from.statements
    .filter((statement) => speaker === undefined || includes(statement.speaker, speaker))
    .flatMap(({ texts }) => texts)
    .filter((words) => !text.includes(plain(words)));
}

function includes(name: string | null, part: string): boolean {
  return name?.toLowerCase().includes(part.toLowerCase()) ?? false;
}

/** Letters and digits alone, so that a comma or a quotation mark of another shape is no edit. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
} // prettier-ignore
