import type { Json, Parts, Register, SyncDocument } from '#core/sync/sync-document.ts';

/** How the records of one store are taken apart for being joined, and put together again. */
export interface Shape {
  /** What a record is made of; null for what cannot be read. Times of a last edit are not a part: see `editedOf`. */
  readonly partsOf: (record: unknown) => Parts | null;
  /** When the reader has edited it last, ms since 1970; null where records have no such time. */
  readonly editedOf: (record: unknown) => number | null;
  /** The record. `edited`, ms since 1970, is its `modified` where it has one. Null when something that it needs is missing or wrong. */
  readonly recordOf: (key: SyncDocument['key'], parts: Parts, edited: number) => unknown;
  /** What of the parts a record can hold: what is left stays in the document. Without it, all. */
  readonly fit?: (parts: Parts) => Parts;
  /** A value of a higher rank stands, whenever it was written. Every value of a store without ranks has 0. */
  readonly rankOf?: (name: string, value: Json, earlier: Register | undefined) => number;
}
