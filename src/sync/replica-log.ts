import type { SyncDocument } from '#core/sync/sync-document.ts';

/** A record as this machine knows it, and what of it the server has. */
export interface LoggedDocument {
  readonly document: SyncDocument;
  /** The server's revision that it comes of; null for none. */
  readonly rev: string | null;
}

export interface OwedRevision {
  readonly id: string;
  readonly rev: string;
}

/** A document that somebody with our keys has written, and the server's revision of it, of which the next one comes. */
export interface CameDocument {
  readonly document: SyncDocument;
  readonly leaf: string;
}

/** When the server was last read from its beginning, ms since 1970, and whether it has shown since what it should not. */
export interface WholeRead {
  readonly at: number;
  readonly isDoubted: boolean;
}

/** The notebook, as far as it is sent and taken. Every function is one transaction. */
export interface ReplicaLog {
  /** Makes documents of what the reader has changed. Answers how many wait to be sent. */
  readonly absorb: () => Promise<number>;
  /** Documents that the server has not, at most so many. */
  readonly waiting: (limit: number) => Promise<readonly LoggedDocument[]>;
  /** The server was given these: as they are here only if nobody has changed them since. */
  readonly sent: (given: readonly (LoggedDocument & { readonly next: string })[]) => Promise<void>;
  /**
   * Joins what came, whatever of it is new. `leaf` is the revision that the next one comes of. Answers how many of the reader's records
   * have changed. When `weigh` throws at how many that were there would be rewritten or go, of how many, nothing is taken, and it rejects
   * with that.
   */
  readonly take: (
    came: readonly CameDocument[],
    weigh: (rewritten: number, all: number) => void,
  ) => Promise<number>;
  readonly checkpoint: () => Promise<string | null>;
  readonly setCheckpoint: (since: string | null) => Promise<void>;
  /** Revisions that the server has named and not given: they are asked for at each run, until they come. */
  readonly owed: () => Promise<readonly OwedRevision[]>;
  readonly setOwed: (owed: readonly OwedRevision[]) => Promise<void>;
  /** All is to be offered to the server again, but what it is found to have: it may be another, or have lost something. */
  readonly offerAll: () => Promise<void>;
  /** Which of these revisions of the server are those that our documents come of. These it has: they need not be sent. */
  readonly known: (revs: readonly string[]) => Promise<ReadonlySet<string>>;
  /** How many documents there are here. */
  readonly size: () => Promise<number>;
  /** What all documents here are of: see keyText. */
  readonly names: () => Promise<readonly string[]>;
  /** What was sent and is not among these revisions, though all of them have been looked at by now, is to be sent again. */
  readonly offerUnseen: () => Promise<void>;
  readonly lastWhole: () => Promise<WholeRead | null>;
  readonly setLastWhole: (read: WholeRead) => Promise<void>;
}
