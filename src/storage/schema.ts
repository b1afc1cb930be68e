import type { LedgerEntry } from '#core/ledger-entry.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { ImportRecords } from '#core/import/importer.ts';
import type { AppearanceRecord, PersonRecord } from '#core/person-record.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import type { LocalChange } from '#core/sync/absorb-changes.ts';
import type { SyncDocument } from '#core/sync/sync-document.ts';
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type {
  ArticleDetails,
  ChangeItem,
  ChangeRecord,
  DecisionRecord,
  Setting,
  VersionRecord,
} from './record-types.ts';
import type { TotalsRecord } from './totals.ts';

/** A deleted annotation, kept for a while. */
interface TrashRecord {
  /** The annotation's id. */
  readonly id: string;
  /** The article's address. */
  readonly source: string;
  /** ISO 8601, UTC. */
  readonly deleted: string;
  readonly annotation: Annotation;
}

/** What the index knows of one record. `words` and `filters` are what it should hold of it now. */
export interface DocumentRecord extends SearchDocument {
  /** Given by the database: postings name documents by it. */
  readonly number?: number;
  /** The annotation's id, or `person:` and the person's. */
  readonly key: string;
  /** Minus the time of the last change, in ms since 1970: rising order is the newest first. Only of annotations. */
  readonly newest?: number;
  /** As `newest`, and instead of it, of an annotation that is only a refusal: it is not among the passages. */
  readonly refused?: number;
  /** Whom it quotes. */
  readonly person?: string;
  /** 1 while the postings do not hold it as it is now; they hold `before` then. */
  readonly pending?: 1;
  readonly before?: SearchDocument;
  /** 1 while its record has changed and nobody has looked at it since. */
  readonly stale?: 1;
}

/** A part of the documents that hold a term: those whose number divided by the block's size is `block`. See posting-list.ts. */
export interface PostingsRecord {
  readonly term: string;
  readonly block: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An article that holds a record: what lists of articles and newspapers are read from. */
export interface HeldRecord {
  readonly source: string;
  /** ISO 8601, UTC. */
  readonly lastSeen: string;
  /** Its newspaper, or the host of one that names none. */
  readonly outlet: string;
}

/** How many passages quote a person: what a list of people is ordered by. */
export interface TallyRecord {
  /** The person's id. */
  readonly id: string;
  /** Folded, for the alphabet's order. */
  readonly name: string;
  readonly count: number;
}

/** A part of a file that is being brought in; nothing else reads it. */
interface StagedRecord {
  /** Names the import. */
  readonly import: string;
  /** `about`: what is noted of the import itself. */
  readonly kind: keyof ImportRecords | 'about';
  readonly part: number;
  readonly records: readonly unknown[];
}

/** A record that could not be read, kept as it was found until the reader has taken it out. */
export interface AsideRecord {
  /** The store where it lay. */
  readonly store: string;
  /** Its key there. */
  readonly key: string;
  /** ISO 8601, UTC. */
  readonly found: string;
  readonly record: unknown;
}

/** A record that the reader has changed since it was last made a document to send. */
export interface JournalRecord {
  /** See keyText in core/sync. */
  readonly name: string;
  readonly change: LocalChange;
}

/** One thing that sync must know. It is no setting: settings are exported and backed up, and this is this machine's secret. */
export interface SyncRecord {
  readonly key:
    | 'server'
    | 'keys'
    | 'salt'
    | 'replica'
    | 'marks'
    | 'device'
    | 'devices'
    | 'checkpoint'
    | 'owed'
    | 'unseen'
    | 'whole'
    | 'last'
    | 'lastGood'
    | 'retry'
    | 'everything';
  readonly value: unknown;
}

/** A record as all machines hold it (core/sync), and what of it the server has. */
export interface ReplicaRecord {
  /** See keyText in core/sync. */
  readonly name: string;
  readonly document: SyncDocument;
  /** The server's revision that it comes of; null for none. */
  readonly rev: string | null;
  /** While the server has it not as it is here, or that is not known: see waiting.ts. Of what is sent, what goes first has the least. */
  readonly waiting?: number;
  /** Whom a person was joined to. */
  readonly into?: string;
  /** Whom a name was met as, where machines have met it as several. */
  readonly met?: readonly string[];
}

/** What an index must know of all documents. */
interface IndexState {
  readonly key: 'index';
  readonly documents: number;
  readonly tokens: number;
}

/** The stores as the newest migration leaves them. What is read is parsed again: a disk can hold anything. */
export interface Schema extends DBSchema {
  articles: { key: string; value: ArticleRecord; indexes: { lastSeen: string } };
  annotations: { key: string; value: Annotation; indexes: { source: string } };
  held: { key: string; value: HeldRecord; indexes: { lastSeen: string; outlet: string } };
  trash: { key: string; value: TrashRecord; indexes: { source: string; deleted: string } };
  documents: {
    key: number;
    value: DocumentRecord;
    indexes: { key: string; newest: number; refused: number; person: string; pending: number };
  };
  postings: { key: [term: string, block: number]; value: PostingsRecord };
  endings: { key: string; value: { readonly ending: string } };
  indexState: { key: string; value: IndexState };
  people: { key: string; value: PersonRecord; indexes: { follows: string } };
  appearances: {
    key: [source: string, key: string];
    value: AppearanceRecord;
    indexes: { person: string; key: string };
  };
  tallies: { key: string; value: TallyRecord; indexes: { name: string; count: number } };
  changes: { key: number; value: ChangeRecord };
  changeItems: { key: [change: number, item: number]; value: ChangeItem };
  decisions: { key: [source: string, kind: string, about: string]; value: DecisionRecord };
  versions: { key: [annotation: string, seen: string]; value: VersionRecord };
  details: { key: string; value: ArticleDetails };
  ledger: { key: string; value: LedgerEntry; indexes: { seen: string } };
  settings: { key: string; value: Setting };
  staged: { key: [import: string, kind: string, part: number]; value: StagedRecord };
  totals: { key: string; value: TotalsRecord };
  sync: { key: string; value: SyncRecord };
  journal: { key: string; value: JournalRecord };
  replica: {
    key: string;
    value: ReplicaRecord;
    indexes: { waiting: number; into: string; rev: string; met: string };
  };
  aside: { key: [store: string, key: string, found: string]; value: AsideRecord };
}

export type StoreName = StoreNames<Schema>;
export type Database = IDBPDatabase<Schema>;
export type Transaction<Mode extends 'readonly' | 'readwrite'> = IDBPTransaction<Schema, StoreName[], Mode>;
