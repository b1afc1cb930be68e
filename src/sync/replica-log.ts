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

/** The notebook, as far as it is sent and taken. Every function is one transaction. */
export interface ReplicaLog {
  /** Makes documents of what the reader has changed. Answers how many wait to be sent. */
  readonly absorb: () => Promise<number>;
  /** Documents that the server has not, at most so many. */
  readonly waiting: (limit: number) => Promise<readonly LoggedDocument[]>;
  /** The server has these now: as they are here only if nobody has changed them since. */
  readonly sent: (given: readonly (LoggedDocument & { readonly next: string })[]) => Promise<void>;
  /**
   * Joins what came, whatever of it is new. `leaf` is the revision that the next one comes of. Answers how many of the reader's records
   * have changed. When `weigh` throws at how many that were there would be rewritten or go, of how many, nothing is taken, and it rejects
   * with that.
   */
  readonly take: (
    came: readonly { readonly document: SyncDocument; readonly leaf: string }[],
    weigh: (rewritten: number, all: number) => void,
  ) => Promise<number>;
  readonly checkpoint: () => Promise<string | null>;
  readonly setCheckpoint: (since: string | null) => Promise<void>;
  /** Revisions that the server has named and not given: they are asked for at each run, until they come. */
  readonly owed: () => Promise<readonly OwedRevision[]>;
  readonly setOwed: (owed: readonly OwedRevision[]) => Promise<void>;
  /** All is to be offered to the server again: it is another, or has lost something. */
  readonly offerAll: () => Promise<void>;
}
