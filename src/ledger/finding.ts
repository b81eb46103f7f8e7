/** Something on record that does not hold. */
export interface Finding {
  readonly table: 'source_page' | 'article_version' | 'run' | 'reading' | 'statement' | 'position' | 'relation' | 'designation'; // prettier-ignore
  readonly articleId: string;
  /** The row's own key in its article: a hash, an ordinal or a sequence number. */
  readonly id: string;
  /** What does not hold, in words. */
  readonly problem: string;
}

/** What the check has looked at so far: rows, by table. */
export type Checked = Record<Finding['table'], number>;

/** One step of the check: something that does not hold, or, between two batches, only how far it came. */
export interface VerifyStep {
  readonly finding: Finding | null;
  readonly checked: Readonly<Checked>;
}
