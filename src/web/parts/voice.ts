interface Voice {
  /** Null where the outlet itself speaks. */
  readonly speaker: string | null;
  readonly outlet: string | null;
}

/** In whose voice something is told: the outlet's, or a speaker's in the outlet. */
export function voice({ speaker, outlet }: Voice): string {
  const told = outlet ?? 'an unnamed outlet';
  return speaker === null ? told : `${speaker} (in ${told})`;
}
