import type { SyncDocument, SyncedStore } from './sync-document.ts';
import type { PeopleDocuments } from './person-aliases.ts';

/** What one machine holds: the reader's records, and beside them what it knows of who wrote what. */
export interface ReplicaStore extends PeopleDocuments {
  readonly document: (store: SyncedStore, key: SyncDocument['key']) => Promise<SyncDocument | null>;
  readonly keep: (document: SyncDocument) => Promise<void>;
  readonly record: (store: SyncedStore, key: SyncDocument['key']) => Promise<unknown>;
  readonly put: (store: SyncedStore, key: SyncDocument['key'], record: unknown) => Promise<void>;
  readonly remove: (store: SyncedStore, key: SyncDocument['key']) => Promise<void>;
  /** What is known of how a passage stood on the page. */
  readonly versionsOf: (annotation: string) => Promise<readonly SyncDocument[]>;
  /** Whether a passage of an article stands among the reader's records. */
  readonly isQuoted: (source: string) => Promise<boolean>;
  /** The keys of the names that mean a person in the reader's records. */
  readonly namesOf: (person: string) => Promise<readonly SyncDocument['key'][]>;
}
