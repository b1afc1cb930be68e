import type { Covered, Stamp, Writes } from './stamp.ts';

/** The stores that all machines share. What lies in the trash, the ledger and the settings are each machine's own. */
export type SyncedStore = 'annotations' | 'articles' | 'people' | 'appearances' | 'decisions' | 'versions';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One value; of two, the one that was written last stands. `rank`: one of a higher rank stands whenever it was written. */
export interface Register {
  readonly value: Json;
  readonly at: Stamp;
  readonly rank: number;
}

/** Whether something is in a set, and the place that it was given among what came with it. */
export interface Member {
  readonly at: Stamp;
  readonly isIn: boolean;
  readonly place: number;
}

/** Texts of which none is dropped that was written without knowledge of the others. */
export interface Texts {
  readonly values: readonly { readonly value: Json; readonly at: Stamp }[];
  /** What has been replaced. */
  readonly covered: Covered;
}

/**
 * One record as all machines hold it: a state-based CRDT (Shapiro et al., *Conflict-free Replicated Data Types*, 2011). Joining two states
 * is commutative, associative and idempotent, so that all machines that have seen the same writes hold the same, in whatever order
 * these came. Fields are last-writer-wins registers, tags and names are sets of such, notes are multi-value registers; the record is
 * there as long as a write is not covered by a deletion that knew of it.
 */
export interface SyncDocument {
  readonly store: SyncedStore;
  readonly key: string | readonly string[];
  readonly writes: Writes;
  readonly fields: Readonly<Record<string, Register>>;
  readonly sets: Readonly<Record<string, Readonly<Record<string, Member>>>>;
  readonly texts: Texts;
  /** The writes that a deletion has taken away. */
  readonly gone: Covered;
}

/** What a record is made of, and what a document says that it is made of. */
export interface Parts {
  readonly fields: Readonly<Record<string, Json>>;
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly texts: readonly Json[];
}

/** A key as one text. */
export function keyText({ store, key }: Pick<SyncDocument, 'store' | 'key'>): string {
  return JSON.stringify([store, key]);
}
