import { OnrecordError } from '../terms/error.js';

/** Another process has the embedded ledger open. */
export class LedgerInUseError extends OnrecordError {
  constructor(
    readonly folder: string,
    readonly holder: string,
    options?: ErrorOptions,
  ) {
    super(
      `The ledger ${folder} is in use by ${holder}. End that process, or give another folder with --ledger.`,
      options,
    );
  }
}

/** The place given for the ledger cannot be one. */
export class LedgerUnusableError extends OnrecordError {
  constructor(
    readonly location: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The ledger ${location} cannot be opened: ${reason}`, options);
  }
}

/** A dump that cannot be loaded as it is. */
export class DumpRefusedError extends OnrecordError {
  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`The file was not imported whole: ${reason}.`, options);
  }
}

/** A record whose spans do not fit its own text. Nothing of it was stored. */
export class RecordRefusedError extends OnrecordError {
  constructor(
    readonly title: string | null,
    readonly reason: string,
  ) {
    super(
      `The record of "${title ?? 'an untitled article'}" was not stored: ${reason}. This is a defect in the engine; please report it.`,
    );
  }
}

/** There is no entity, or no event of one, by this id or name, or there are several. */
export class EntityNotFoundError extends OnrecordError {
  constructor(
    readonly given: string,
    readonly several: boolean,
    what: 'entity' | 'event' = 'entity',
  ) {
    super(
      several
        ? `"${given}" fits several. Give the whole id, as \`onrecord entities list ${given}\` shows it.`
        : `There is no ${what} "${given}". Give its id, or the first six or more characters of it.`,
    );
  }
}

/** What was asked of an entity cannot be done. Nothing was recorded. */
export class EntityRefusedError extends OnrecordError {
  constructor(
    readonly given: string,
    readonly why: string,
  ) {
    super(`"${given}" was left as it is: ${why}.`);
  }
}

/** A decision by hand that cannot be taken. Nothing was changed. */
export class DecisionRefusedError extends OnrecordError {
  constructor(
    readonly statement: string,
    readonly reason: string,
  ) {
    super(`Nothing was decided on statement ${statement}: ${reason}. "onrecord list" shows the ids.`);
  }
}

/** A correction that cannot be taken. Nothing was changed. */
export class CorrectionRefusedError extends OnrecordError {
  constructor(readonly reason: string) {
    super(`The correction was not recorded: ${reason}. Go back, change it, and send it again.`);
  }
}

/** Search by meaning where the database keeps no vectors. All other searches work. */
export class MeaningLackingError extends OnrecordError {
  constructor() {
    super(
      'Search by meaning needs pgvector 0.8 or later, which this database server lacks; search by words works. Install it there (a package of the system, often postgresql-<version>-pgvector), open the ledger again as a user who may create extensions, then run "onrecord encode".',
    );
  }
}
