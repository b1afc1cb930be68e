import type { SyncProblem } from '#core/sync/sync-problem.ts';

/** How much a run would change: records that were there and would be others or go, of how many. */
export interface Much {
  readonly rewritten: number;
  readonly all: number;
}

/** A server that could not be asked, has not answered as CouchDB does, or has what must not be taken unasked. */
export class SyncError extends Error {
  readonly problem: SyncProblem;
  /** With `too-much`. */
  readonly much: Much | null;

  constructor(problem: SyncProblem, much: Much | null = null) {
    super(problem);
    this.name = 'SyncError';
    this.problem = problem;
    this.much = much;
  }
}

/** More than the other side takes at once: of less there may be an answer. `problem` is what it is when there is no less. */
export class TooLargeError extends SyncError {}
