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
