/** A text that has once made something of core throw or take more than its share of time, repeated; and what it was. */
export interface Regression {
  /** The name of one of `subjects`. */
  readonly subject: string;
  readonly piece: string;
}

/** What fuzzing has found, kept so that it is tried in every run. */
export const regressions: readonly Regression[] = [
  // %22%22%22…: digits without a letter among them were looked through from each of them.
  { subject: 'address', piece: '"' },
  { subject: 'addresses of before', piece: '"' },
];

/**
 * Seeds of rounds of messages in which a refused one was seen to write. 28362260, message 947: `import.commit` with nothing staged made
 * a backup first, and the index of earlier saves was written in that time.
 */
export const messageSeeds: readonly number[] = [28_362_260];
