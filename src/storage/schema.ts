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

/** The stores as the newest migration leaves them. What is read is parsed again: a disk can hold anything. */
export interface Schema extends DBSchema {
  articles: { key: string; value: ArticleRecord; indexes: { lastSeen: string } };
  annotations: { key: string; value: Annotation; indexes: { source: string; modified: string } };
  trash: { key: string; value: TrashRecord; indexes: { source: string; deleted: string } };
}

export type StoreName = StoreNames<Schema>;
export type Database = IDBPDatabase<Schema>;
export type Transaction<Mode extends 'readonly' | 'readwrite'> = IDBPTransaction<Schema, StoreName[], Mode>;
