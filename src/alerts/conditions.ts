/** Whether something happened that an alert should tell of: plain data in, firings out. */
import type {
  AlertCondition,
  AlertQuery,
  EditedVersion,
  Firing,
  PositionRow,
  StatementRow,
  WordUse,
} from '../ledger/ledger.js';
import { differencesBetween, type StatementDifference } from '../link/versions.js';
import { joined } from '../terms/span.js';

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
    title: `${who}: ${joined(row.contentTexts, row.content)}`,
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
 * Edits that change what is reported, by the rule of `link/versions.ts`: a statement came, went, or got other words, another
 * speaker or cue; the outlet names something otherwise; the headline changed. Another layout, a mended comma or a newer
 * engine is none: where the text did not change materially, nothing that is read in it counts, and words that stand in both
 * texts neither came nor went.
 * @param versions by article and time.
 * @param speaker only statements of this speaker count, and no headline or name; any part of the name.
 */
export function materialEdits(versions: readonly EditedVersion[], since: Date, { speaker, outlet }: { readonly speaker?: string | undefined; readonly outlet?: string | undefined }): Firing[] {
  return versions.flatMap((after, i) => {
    const before = versions[i - 1];
    if (before?.articleId !== after.articleId || after.recordedAt < since) return [];
    const { article } = after.record;
    if (outlet !== undefined && !includes(article.outlet, outlet)) return [];
    const why = editsBetween(before, after, speaker);
    if (why.length === 0) return [];
    return [
      {
        key: `edit ${after.articleId} ${after.recordedAt.toISOString()}`,
        condition: 'article-edited' as const,
        title: `${article.outlet ?? 'An outlet'} edited “${article.title ?? 'an untitled article'}”`,
        why: why.slice(0, 10).join(' '),
        articleId: after.articleId,
        statementId: null,
      },
    ];
  });
} // prettier-ignore

function editsBetween(before: EditedVersion, after: EditedVersion, speaker: string | undefined): string[] {
  const { text, fields, statements, labels } = differencesBetween(before.record, after.record);
  const told: string[] = [];
  const title = fields.find(({ field }) => field === 'title');
  if (speaker === undefined && title !== undefined) told.push(`The headline was “${title.before ?? ''}”.`);
  if (text !== 'material') return told;
  const [oldText, newText] = [plain(before.record.article.text), plain(after.record.article.text)];
  const sameEngine = before.engine === after.engine;
  for (const difference of statements) {
    const sides = difference.kind === 'changed' ? [difference.before, difference.after] : [difference.kind === 'added' ? difference.after : difference.before];
    if (speaker !== undefined && !sides.some((side) => includes(side.speaker, speaker))) continue;
    told.push(...(difference.kind === 'changed' ? changed(difference, sameEngine) : cameOrWent(difference, oldText, newText)));
  }
  if (speaker === undefined && sameEngine)
    for (const { entity, voice, before: old, after: now } of labels)
      if (voice === null && old !== null && now !== null) told.push(`${entity} was “${old}”, now “${now}”.`);
  return told;
} // prettier-ignore

function cameOrWent(difference: Exclude<StatementDifference, { kind: 'changed' }>, oldText: string, newText: string): string[] {
  const side = difference.kind === 'added' ? difference.after : difference.before;
  const other = difference.kind === 'added' ? oldText : newText;
  if (other.includes(plain(side.words))) return [];
  return [`${difference.kind === 'added' ? 'New' : 'Gone'}: “${side.words}”.`];
} // prettier-ignore

function changed({ what, before, after }: Extract<StatementDifference, { kind: 'changed' }>, sameEngine: boolean): string[] {
  if (what.includes('wording') && plain(before.words) !== plain(after.words)) return [`Gone: “${before.words}”. New: “${after.words}”.`];
  if (!sameEngine) return [];
  return what.filter((part) => part !== 'wording').map((part) => `The ${part} of “${after.words}” was “${before[part] ?? 'nobody named'}”, now “${after[part] ?? 'nobody named'}”.`);
} // prettier-ignore

function includes(name: string | null, part: string): boolean {
  return name?.toLowerCase().includes(part.toLowerCase()) ?? false;
}

/** Letters and digits alone, so that a comma or a quotation mark of another shape is no edit. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
} // prettier-ignore
