/** A cue, and what the model thinks of the units around it. Unit indexes count through the text. */
export interface Tagged {
  readonly cue: readonly number[];
  /** Probability that the first unit begins a cue. */
  readonly cueScore: number;
  /** Probability that the cue is one. */
  readonly valid: number;
  /** For each unit near the cue that is in any role: [unit, role, probability]. */
  readonly roles: readonly (readonly [
    unit: number,
    role: 'source' | 'content' | 'cue',
    probability: number,
  ])[];
}

/** What the model finds in a text. */
export interface Tags {
  readonly cues: readonly Tagged[];
  /** Label of each unit, as an index into the model's name labels, and its probability. */
  readonly names: readonly (readonly [label: number, probability: number])[];
}
