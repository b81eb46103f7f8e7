import type { KnownEntity } from '../link/entities/known.js';
import type { LedgerRecord } from '../terms/record.js';
import { archiveMarks, type ArchiveMarks } from './archives.js';
import { checks, type Checks } from './checks.js';
import { alerts, type Alerts } from './alerts.js';
import { connect } from './database.js';
import { feeds, type Feeds } from './feeds.js';
import { upkeep, type Checked, type Execute, type Upkeep, type VerifyStep } from './upkeep.js';
import { statementIds } from './ids.js';
import {
  article,
  articles,
  type ArticleFilter,
  type ArticleRow,
  type ArticleView,
} from './queries/articles.js';
import {
  naming,
  positions,
  recognition,
  type NamingRow,
  type PositionFilter,
  type PositionRow,
  type RecognitionRow,
} from './queries/claims.js';
import {
  mergeEntities,
  renameEntity,
  splitEntity,
  undoEntityEvent,
  type Author,
  type EntityEvent,
  type SplitChoice,
} from './entities/events.js';
import { importEntity, type Imported } from './entities/import.js';
import { linkAll } from './entities/link-all.js';
import { entities, type EntityFilter, type EntityRow } from './queries/entities.js';
import { entity, entityHead, findEntities, type EntityHead, type EntityView } from './queries/entity.js';
import { exported, type ExportedPosition, type ExportedStatement } from './queries/exported.js';
import { changes, type ChangeFilter, type ChangeRow } from './queries/changes.js';
import type { Page } from './queries/page.js';
import { outlets, speakers, type NameCount } from './queries/names.js';
import { records, type StoredRecord } from './queries/records.js';
import { statement, type StatementView } from './queries/statement.js';
import type { StatementRow } from './queries/statements.js';
import { summary, type Summary } from './queries/summary.js';
import { joinUtterances, partUtterance, undoUtterance, type ByHand } from './link/decide.js';
import { linkUnlinked } from './link/link-unlinked.js';
import {
  utterance,
  widelyReported,
  type ReportView,
  type UtteranceRow,
  type UtteranceView,
} from './queries/utterance.js';
import { sentenceEncoder, type SentenceEncoder } from '../sentences/encoder.js';
import { encodeStatements, keepsVectors, withoutVector } from './meaning/vectors.js';
import { facets } from './search/facets.js';
import type {
  Asking,
  FacetCount,
  Facets,
  SearchHit,
  SearchPage,
  SearchQuery,
  StatementFilter,
} from './search/query.js';
import { comparisons, sorts } from './search/query.js';
import { search, statements } from './search/search.js';
import {
  reports,
  type ArticleClaims,
  type ArticlePosition,
  type Count,
  type Health,
  type NamingMonth,
  type Reports,
  type SpeakerView,
} from './reports.js';
import { store, type Provenance, type Stored } from './store.js';
import {
  versions,
  type ArticleHistory,
  type ArticleVersion,
  type StoredPage,
  type StoredVersion,
  type Versions,
} from './versions.js';
import { writing, type Writing } from './writing.js';

export type {
  ArticleHistory,
  ArticleVersion,
  Author,
  EntityEvent,
  EntityFilter,
  EntityRow,
  EntityHead,
  EntityView,
  SplitChoice,
  ArticleFilter,
  ArticleRow,
  ArticleView,
  ExportedPosition,
  ExportedStatement,
  ChangeFilter,
  ChangeRow,
  FacetCount,
  Facets,
  NameCount,
  NamingRow,
  Page,
  PositionFilter,
  PositionRow,
  RecognitionRow,
  SearchHit,
  SearchPage,
  SearchQuery,
  StatementFilter,
  StatementRow,
  StatementView,
  StoredPage,
  StoredRecord,
  StoredVersion,
  Summary,
  ReportView,
  UtteranceRow,
  UtteranceView,
};
export type { ArticleClaims, ArticlePosition, Count, Health, NamingMonth, SpeakerView };
export { comparisons, sorts };
export { isServer } from './database.js';
export { MeaningLackingError } from './error.js';
export { isUnavailable } from './unavailable.js';
export type { Checked, Execute, Provenance, Stored, VerifyStep };
export { roles } from './writing.js';
export type { Account, AuditRow, Audited, ByWhom, Change, Correction, Role } from './writing.js';
export type * from './alerts.js';
export { alertConditions } from './alerts.js';

/**
 * The statement ledger: append-only, on a folder or on a PostgreSQL server. Queries show the newest reading of each
 * article; with `asKnown`, the newest that was on record at that instant. All strings that come out came from strangers; escape them where they are shown.
 */
export interface Ledger extends Reports, Upkeep, Versions, Writing {
  /** Stores a record in one transaction; storing it again adds nothing. */
  store(record: LedgerRecord, provenance: Provenance): Promise<Stored>;
  /** Statements that fit, newest published first unless sorted otherwise. @throws {MeaningLackingError} by meaning, where the database keeps no vectors; so do the next two. */
  statements(query: SearchQuery): Promise<Page<StatementRow>>;
  /** As `statements`, with the places of the words asked for. */
  search(query: SearchQuery): Promise<SearchPage>;
  /** Counts by speaker, outlet, kind and so on, over the statements that fit. */
  facets(filter: Asking): Promise<Facets>;
  /**
   * Encodes statements that have no vector yet, of one article or of all, for search by meaning. @returns how many, batch by
   * batch; nothing where the database keeps no vectors.
   */
  encode(article?: string): AsyncIterable<number>;
  /** False where the database lacks pgvector, so that nothing is found by meaning. */
  keepsVectors(): Promise<boolean>;
  /** How many statements shown now have no vector yet; null where the database keeps none. */
  withoutVector(): Promise<number | null>;
  /** The utterance that a statement reports, with all reports of it; null where there is no such statement. */
  utterance(statementId: string, asKnown?: Date): Promise<UtteranceView | null>;
  /** Utterances by how many articles report them, copies counted once; days inclusive. */
  widelyReported(options: {
    readonly from: string;
    readonly to: string;
    readonly limit: number;
  }): Promise<UtteranceRow[]>;
  /** Takes a statement out of its group, for good. @throws {DecisionRefusedError} */
  partUtterance(statementId: string, decision: ByHand): Promise<void>;
  /** Puts the groups of two statements together. @throws {DecisionRefusedError} */
  joinUtterances(statementIds: readonly [string, string], decision: ByHand): Promise<void>;
  /** Takes back the newest decision on a statement. @throws {DecisionRefusedError} */
  undoUtterance(statementId: string, decision: ByHand): Promise<void>;
  /** Links what was stored before there was linking. @returns how many articles. */
  linkUnlinked(): Promise<number>;
  /** A statement in its text, by its id or the first characters of it; null where none or several fit. */
  statement(id: string): Promise<StatementView | null>;
  /** The newest reading of an article with its statements, and its versions; null where there is none. */
  article(id: string, asKnown?: Date): Promise<ArticleView | null>;
  /** Articles, newest published first. */
  articles(filter: ArticleFilter): Promise<Page<ArticleRow>>;
  /** Named speakers by number of statements, at most 1,000. */
  speakers(): Promise<NameCount[]>;
  /** Outlets by number of statements, at most 1,000. */
  outlets(): Promise<NameCount[]>;
  /** What statements commit their speakers to, oldest first; at most 1,000. */
  positions(filter: PositionFilter): Promise<PositionRow[]>;
  /** Where a holder's stance on a proposition differs from the one before it, both side by side; oldest first, at most 1,000, or the newest of them. */
  changes(filter: ChangeFilter): Promise<ChangeRow[]>;
  /** Who recognises an entity, or whom it recognises, as told up to a day; newest first, at most 1,000. */
  recognition(entity: string, asOf?: string, asKnown?: Date): Promise<RecognitionRow[]>;
  /** How outlets and speakers name an entity; commonest first, at most 1,000. */
  naming(entity: string, asKnown?: Date): Promise<NamingRow[]>;
  /** People, bodies and places over all articles, most statements first. */
  entities(filter: EntityFilter): Promise<EntityRow[]>;
  /** Ids of the entities that an id, its first characters or a whole name stands for. */
  findEntities(given: string, asKnown?: Date): Promise<string[]>;
  /** Who one is; null where none or several fit. */
  entityHead(idOrName: string, asKnown?: Date): Promise<EntityHead | null>;
  /** All that is known of one; null where none or several fit. */
  entity(idOrName: string, asKnown?: Date): Promise<EntityView | null>;
  /**
   * Says that two entities are one; the second's id and name stay.
   * @throws {EntityNotFoundError | EntityRefusedError} as the other three do.
   */
  mergeEntities(from: string, into: string, by: Author): Promise<EntityEvent>;
  /** Takes mentions out of an entity, to a new one or to another (`intoId` of the event). */
  splitEntity(id: string, choice: SplitChoice, by: Author): Promise<EntityEvent>;
  /** Says how an entity is shown. */
  renameEntity(id: string, name: string, by: Author): Promise<EntityEvent>;
  /** Takes a merge, split or rename back, by the event's id. */
  undoEntityEvent(eventId: string, by: Author): Promise<EntityEvent>;
  /** Puts a known entity on record with its names, roles and numbers; doing it again adds nothing. */
  importEntity(known: KnownEntity, author: string): Promise<Imported>;
  /** Links the names of articles stored before the ledger kept entities. @returns how many articles. */
  linkEntities(): Promise<number>;
  /** Every article's newest record, in bounded memory. */
  records(): AsyncIterable<StoredRecord>;
  /** Every statement that fits, in the order of `statements`, with its article and positions; in bounded memory. */
  exported(filter: StatementFilter): AsyncIterable<ExportedStatement>;
  /** Saved queries that tell when something new is on record. */
  readonly alerts: Alerts;
  summary(): Promise<Summary>;
  /** Where reading of archives stands. */
  readonly archives: ArchiveMarks;
  readonly feeds: Feeds;
  /** Later looks at articles' addresses. */
  readonly checks: Checks;
  /** Gives back the connections and the lock. */
  close(): Promise<void>;
}

/**
 * Opens a ledger, making it where it is absent.
 * @param location folder of an embedded ledger, or a `postgres://` URL.
 * @param clock when things are recorded; the system's by default.
 * @param encoder for search by meaning; the packaged one by default, loaded when it is first needed.
 * @throws {LedgerInUseError} where another process has the folder open.
 * @throws {LedgerUnusableError} where it cannot be reached or belongs to a newer version.
 */
export async function openLedger(
  location: string,
  clock: () => Date = () => new Date(),
  encoder: SentenceEncoder = sentenceEncoder(),
): Promise<Ledger> {
  const { db, execute, close } = await connect(location);
  return {
    store: (record, provenance) => store(db, record, provenance, clock()),
    statements: (query) => statements(db, encoder, query),
    search: (query) => search(db, encoder, query),
    facets: (filter) => facets(db, encoder, filter),
    encode: (article) => encodeStatements(db, encoder, article),
    keepsVectors: () => keepsVectors(db),
    withoutVector: () => withoutVector(db, encoder),
    utterance: (id, asKnown) => utterance(db, id, asKnown),
    widelyReported: (options) => widelyReported(db, options),
    partUtterance: (id, decision) => partUtterance(db, id, decision, clock()),
    joinUtterances: (ids, decision) => joinUtterances(db, ids, decision, clock()),
    undoUtterance: (id, decision) => undoUtterance(db, id, decision, clock()),
    linkUnlinked: () => linkUnlinked(db, clock),
    statement: (id) => statement(db, id),
    article: (id, asKnown) => article(db, id, asKnown),
    articles: (filter) => articles(db, filter),
    speakers: () => speakers(db),
    outlets: () => outlets(db),
    positions: (filter) => positions(db, filter),
    changes: (filter) => changes(db, filter),
    recognition: (entity, asOf, asKnown) => recognition(db, entity, asOf, asKnown),
    naming: (entity, asKnown) => naming(db, entity, asKnown),
    entities: (filter) => entities(db, filter),
    findEntities: (given, asKnown) => findEntities(db, given, asKnown),
    entityHead: (idOrName, asKnown) => entityHead(db, idOrName, asKnown),
    entity: (idOrName, asKnown) => entity(db, idOrName, asKnown),
    mergeEntities: (from, into, by) => mergeEntities(db, from, into, by, clock()),
    splitEntity: (id, choice, by) => splitEntity(db, id, choice, by, clock()),
    renameEntity: (id, name, by) => renameEntity(db, id, name, by, clock()),
    undoEntityEvent: (eventId, by) => undoEntityEvent(db, eventId, by, clock()),
    importEntity: (known, author) => importEntity(db, known, author, clock()),
    linkEntities: () => linkAll(db, clock),
    records: () => records(db),
    exported: (filter) => exported(db, filter),
    alerts: alerts(db, clock),
    summary: () => summary(db),
    ...reports(db, clock),
    ...upkeep({ db, execute }),
    ...versions(db, clock),
    archives: archiveMarks(db, clock),
    feeds: feeds(db, clock),
    checks: checks(db, clock),
    ...writing(db, clock),
    close,
  };
}

/** Ids of a stored record's statements, in its order. */
export function statementRecordIds({ versionId, record }: StoredRecord): string[] {
  return statementIds(versionId, record.statements);
}
