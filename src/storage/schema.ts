import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

/** A deleted annotation, kept for a while. */
export interface TrashRecord {
  /** The annotation's id. */
  readonly id: string;
  /** The article's address. */
  readonly source: string;
  /** ISO 8601, UTC. */
  readonly deleted: string;
  readonly annotation: Annotation;
}

/** What a search looks at of one annotation: see texts.ts. */
export interface TextRecord {
  /** Minus the time of the last change, in ms since 1970: the key's order is the newest first. */
  readonly order: number;
  /** The annotation's id. */
  readonly id: string;
  /** Folded: see core/search.ts. */
  readonly text: string;
}

/** The stores as the newest migration leaves them. What is read is parsed again: a disk can hold anything. */
export interface Schema extends DBSchema {
  articles: { key: string; value: ArticleRecord; indexes: { lastSeen: string } };
  annotations: { key: string; value: Annotation; indexes: { source: string } };
  texts: { key: [order: number, id: string]; value: TextRecord; indexes: { id: string } };
  trash: { key: string; value: TrashRecord; indexes: { source: string; deleted: string } };
}

export type StoreName = StoreNames<Schema>;
export type Database = IDBPDatabase<Schema>;
export type Transaction<Mode extends 'readonly' | 'readwrite'> = IDBPTransaction<Schema, StoreName[], Mode>;
