import type { ArticleCount } from '#core/article-count.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { SpeakerShare } from '#core/article-summary.ts';
import type { ChangeAction } from '#core/change-action.ts';
import type { Decision } from '#core/decision.ts';
import type { Json } from '#core/guard-json.ts';
import type { LedgerEntry } from '#core/ledger-entry.ts';
import type { Appearance, PersonCount } from '#core/person-count.ts';
import type { PersonFigures } from '#core/person-figures.ts';
import type { PersonRecord } from '#core/person-record.ts';
import type { RestorePreview } from '#core/restore-preview.ts';
import type { ImportRecords } from '#core/import/importer.ts';
import type { ImportDone, ImportPreview, LeftImport } from '#core/import-preview.ts';
import type { SearchFilter } from '#core/search/search-filter.ts';
import type { Outcome, SearchHit } from './protocol.ts';

/** Part of a list: `limit` of it (1 to 1,000) after the first `offset`. */
export interface PageInput {
  readonly offset: number;
  readonly limit: number;
}

/** A part of a list and how long the whole is. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** What is searched for: every word and “phrase” of `query`, narrowed by `filter`. */
export interface Search {
  readonly query: string;
  readonly filter: SearchFilter;
}

/** Several records: those with these ids, or all that a search finds, but for those with the ids of `except`. */
export type Selection =
  | { readonly ids: readonly string[] }
  | { readonly search: Search; readonly except: readonly string[] };

/** Work on many records. `job` is an id of the asker's own, by which it can be watched and stopped. */
export interface BulkInput {
  readonly selection: Selection;
  readonly job?: string | undefined;
}

/** How a kept passage stood on the page at a visit when that was not as before. */
export interface Version {
  readonly annotation: string;
  readonly seen: string;
  readonly outcome: Outcome;
  readonly exact: string | null;
}

export type { Decision } from '#core/decision.ts';

/** Everything about one article. `speakers` is who speaks in it and how much, detected when it was last seen; null when it was not since. */
export interface ArticlePage {
  readonly article: ArticleRecord | null;
  readonly annotations: readonly Annotation[];
  readonly speakers: readonly SpeakerShare[] | null;
  readonly seen: string | null;
  readonly versions: readonly Version[];
  readonly decisions: readonly Decision[];
}

/** What was done, as a code; `about` is the record's id when it was one, `number` names the change. */
export interface ChangeView {
  readonly number: number;
  readonly action: ChangeAction;
  readonly about: string | null;
  readonly count: number;
  readonly at: string;
  readonly undone: boolean;
}

/** A backup: when it was made and what it holds; `size` in bytes, packed. */
export interface BackupView {
  readonly id: number;
  readonly at: string;
  readonly articles: number;
  readonly annotations: number;
  readonly people: number;
  readonly parts: number;
  readonly size: number;
}

/** How the store is. `evicted`: the browser has taken it, though there was something in it; a backup may bring it back. */
export interface StorageState {
  readonly state: 'ready' | 'evicted' | 'read-only' | 'unavailable';
  /** Why it is not ready: an ErrorCode; null when it is. */
  readonly error: string | null;
  readonly backups: readonly BackupView[];
  /** In bytes; null where the browser does not say. */
  readonly usage: number | null;
  readonly quota: number | null;
  /** Whether less than a tenth of the quota is left. */
  readonly isNearlyFull: boolean;
  /** Whether the reader should save a file: none in the last 30 days, and something to lose. */
  readonly remindToSave: boolean;
  /** How many records could not be read and are kept aside. */
  readonly aside: number;
}

/** What the library and the other surfaces ask of the store; all but the first for pages of ours only. Every list is paged. */
export interface LibraryRequests {
  /** content: how the kept passages of this page's article were found, with the page's words for changed ones. */
  'article.outcomes': (input: {
    address: string;
    canonical: string | null;
    outcomes: readonly { id: string; outcome: Outcome; exact: string | null }[];
  }) => null;
  /** A search, ranked unless `order` says otherwise or it has no words. */
  'library.search': (input: Search & PageInput & { order: 'rank' | 'newest' }) => Page<SearchHit>;
  /** Articles that hold a record, the last seen first. */
  'library.articles': (input: PageInput) => Page<ArticleCount>;
  /** One article with all that is known of it. */
  'library.article': (input: { source: string }) => ArticlePage;
  /** While much is being brought into the index, as after an import: how many records there are to be searched, and how many are not yet. Else null. */
  'library.backlog': (input: null) => { documents: number; waiting: number } | null;
  /** Tags in use, folded, the most frequent first. */
  'library.tags': (input: { limit: number }) => readonly { tag: string; count: number }[];
  /** Tags in use, as they were last written, that what is typed may become; none that the passage has. */
  'tags.suggest': (input: { typed: string; has: readonly string[] }) => readonly string[];
  /** Newspapers of the kept articles, those with the most articles first. */
  'library.outlets': (input: { limit: number }) => readonly { outlet: string; count: number }[];
  /** What lies in the trash, the last deleted first, with the titles of their articles. */
  'library.trash': (input: PageInput) => Page<{ annotation: Annotation; deleted: string; title: string }>;
  /** Gives and takes tags. Answers how many records were changed. */
  'library.tag': (input: BulkInput & { add: readonly string[]; remove: readonly string[] }) => number;
  /** Moves to the trash. Answers how many. */
  'library.delete': (input: BulkInput) => number;
  /** Brings back from the trash: these, or all. */
  'library.restore': (input: { ids: readonly string[] | 'all' }) => number;
  /** Takes out of the trash for good. Answers how many. Stopped, what is gone by then is gone. */
  'library.purge': (input: { ids: readonly string[] | 'all'; job?: string }) => number;
  /** How far work on many records is; null when no work of that id is under way. */
  'jobs.state': (input: { job: string }) => { done: number; total: number } | null;
  /** Stops work on many records: nothing of it is done. Answers whether it was under way. */
  'jobs.cancel': (input: { job: string }) => boolean;
  /** People who are quoted, or of whom the reader has said something; with a query, those whose names or notes hold it. */
  'people.list': (input: PageInput & { query: string; order: 'name' | 'count' }) => Page<PersonCount>;
  /** One person with the articles that name him or her: null when there is none. */
  'people.get': (
    input: { id: string } & PageInput,
  ) => { person: PersonCount; appearances: readonly Appearance[] } | null;
  /** Others of a person's names, who may be the same one. */
  'people.namesakes': (input: { id: string }) => readonly PersonCount[];
  /** The person whom a name means in an article; null when nothing of him or her is kept there. */
  'people.find': (input: { source: string; name: string }) => PersonCount | null;
  /** The person whom a name means in an article, who is made when nothing of him or her is kept there yet: for a note or a merge. */
  'people.meet': (input: { article: ArticleRecord; name: string }) => PersonRecord;
  /** What a person said, by the day of the article, narrowed by outlet, tags, days and the rest. */
  'people.quotations': (
    input: { id: string; filter: SearchFilter; order: 'latest' | 'earliest' } & PageInput,
  ) => Page<SearchHit>;
  /** How many of a person's passages fall to each outlet, tag and month, and a table of them by outlet and time. */
  'people.figures': (input: { id: string }) => PersonFigures;
  /** The reader says that these are one person; with `follow`, so are all of these names from now on. */
  'people.merge': (input: { into: string; from: readonly string[]; follow: boolean }) => PersonRecord;
  /** The reader says that in these articles it is somebody else; answers the new person. */
  'people.split': (input: { id: string; sources: readonly string[]; name: string | null }) => PersonRecord;
  /** The reader says that these two of one name are two people: answered once, it is not asked again. */
  'people.apart': (input: { id: string; other: string }) => null;
  /** Another name to be shown. */
  'people.rename': (input: { id: string; name: string }) => PersonRecord;
  /** A note on a person; `base` is the `modified` that was edited: two notes written at once are both kept. */
  'people.note': (input: { id: string; note: string; base: string }) => PersonRecord;
  /** What the reader has said of an article's names and passages. */
  'decisions.ofArticle': (input: { source: string }) => readonly Decision[];
  /** Keeps a decision, or takes it back, with all that it makes of what is kept. Answers the change, by which it can be undone. */
  'decisions.put': (input: { decision: Decision; takeBack: boolean }) => ChangeView | null;
  /** What undo and redo would do now. */
  'history.state': (input: null) => { undo: ChangeView | null; redo: ChangeView | null };
  /** Takes the last change back, or refuses when it is not the `expected` one. Answers what it was. */
  'history.undo': (input: { expected: number | null }) => ChangeView | null;
  /** Makes again what was undone last. */
  'history.redo': (input: { expected: number | null }) => ChangeView | null;
  /** How the store is, and its backups, the newest first. */
  'storage.state': (input: null) => StorageState;
  /** Records that could not be read and are kept aside, each as JSON of what was found. */
  'storage.aside': (input: PageInput) => Page<string>;
  /** How many passages are kept. */
  'storage.kept': (input: null) => number;
  /**
   * Wipes everything: the library with its trash and its history, the ledger and all settings. The backups go with it when that is asked
   * for; else one is made before. Answers it; null: there is none, or nothing was there to be backed up.
   */
  'storage.wipe': (input: { backups: boolean }) => BackupView | null;
  /** Makes a backup now. */
  'backups.make': (input: null) => BackupView;
  /** What bringing a backup back would change. */
  'backups.preview': (input: { id: number }) => RestorePreview;
  /** Brings a backup back, after one of what is there. `add`: only what is missing. Answers the id of the backup taken before, and how many parts were damaged. */
  'backups.restore': (input: { id: number; mode: 'add' | 'replace' }) => { before: number; damaged: number };
  /** One part of a backup's records, from 0, to be written into a file. */
  'backups.part': (input: { id: number; part: number }) => { store: string; records: readonly unknown[] };
  /** The reader has saved a file: the reminder is quiet for 30 days. */
  'backups.saved': (input: null) => null;
  /** Begins to bring files in, under a name that is new. Whoever asks holds its lock (import-lock.ts). */
  'import.begin': (input: { import: string; files: readonly string[] }) => null;
  /** Puts a part of the file aside, numbered from 0; the library does not change. */
  'import.stage': (input: { import: string; part: number; records: ImportRecords }) => null;
  /** What bringing in what was put aside would change. */
  'import.preview': (input: { import: string; job?: string | undefined }) => ImportPreview;
  /** Brings it in, all of it or nothing, after a backup. Answers what was done and the change's number; null: there was nothing to do. */
  'import.commit': (input: { import: string; job?: string | undefined }) => ImportDone;
  /** What came of it, after the answer was lost. `waiting`: nothing yet; `gone`: nothing, and it cannot be brought in any more. */
  'import.outcome': (input: { import: string }) => ImportDone | 'waiting' | 'gone';
  /** Imports whose surfaces are gone and of which the reader has not been told (`import.drop` is the end of them); their parts are forgotten. */
  'import.left': (input: null) => readonly LeftImport[];
  /** Forgets what was put aside. */
  'import.drop': (input: { import: string }) => null;
  /** All settings by their keys. */
  'settings.all': (input: null) => Readonly<Record<string, Json>>;
  /** Sets one; null takes it back. */
  'settings.put': (input: { key: string; value: Json }) => null;
  /** Detected quotations of articles that were read, the last first, with the reader's word on them: only when he or she has asked to keep them. */
  'ledger.list': (input: PageInput) => Page<LedgerEntry>;
  /** Forgets the ledger and nothing else. Answers how many quotations it had. */
  'ledger.wipe': (input: null) => number;
}
