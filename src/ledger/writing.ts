import {
  correct,
  corrections,
  undoCorrection,
  type ByWhom,
  type Change,
  type Correction,
} from './corrections.js';
import type { Database } from './database.js';
import {
  accounts,
  audit,
  auditLog,
  setAccount,
  type Account,
  type Audited,
  type AuditRow,
  type Role,
} from './people.js';

export { roles } from './people.js';
export type { Account, Audited, AuditRow, ByWhom, Change, Correction, Role };

/** What people change in a ledger, who may, and what was done. All of it only grows. */
export interface Writing {
  /**
   * Corrects a statement's speaker, kind or stance. @returns the correction's id.
   * @throws {CorrectionRefusedError} where there is no such statement or position, or a value does not fit.
   */
  correct(statementId: string, change: Change, by: ByWhom): Promise<string>;
  /**
   * Takes a correction back. @returns the undoing's id.
   * @throws {CorrectionRefusedError} where there is no such correction, or it was undone before.
   */
  undoCorrection(correctionId: string, by: ByWhom): Promise<string>;
  /** Corrections, newest first, of one statement or of all; at most 500. */
  corrections(statementId?: string): Promise<Correction[]>;
  /** Makes or changes an account; role null closes it. */
  setAccount(name: string, role: Role | null, passwordHash: string | null): Promise<void>;
  /** Open accounts by name. */
  accounts(): Promise<Account[]>;
  audit(entry: Audited): Promise<void>;
  /** What was done, newest first; at most 500 lines. */
  auditLog(): Promise<AuditRow[]>;
}

/** The writing side of a ledger's database. */
export function writing(db: Database, clock: () => Date): Writing {
  return {
    correct: (statementId, change, by) => correct(db, statementId, change, by, clock()),
    undoCorrection: (id, by) => undoCorrection(db, id, by, clock()),
    corrections: (statementId) => corrections(db, statementId),
    setAccount: (name, role, hash) => setAccount(db, name, role, hash, clock()),
    accounts: () => accounts(db),
    audit: (entry) => audit(db, entry, clock()),
    auditLog: () => auditLog(db),
  };
}
