/** What bringing a file in would do with the records of one sort. */
export interface ImportCount {
  /** Not in the library yet. */
  readonly added: number;
  /** In the library, and the file has more or newer words. */
  readonly changed: number;
  /** In the library already, with all that the file has of them. */
  readonly known: number;
}

/** What bringing a file in would change, or has changed. */
export interface ImportPreview {
  readonly annotations: ImportCount;
  readonly articles: ImportCount;
  readonly people: ImportCount;
  /** Records of the other sorts that would be new or changed: decisions, later visits, whom names mean. */
  readonly others: number;
}

/** What was done, and how it can be undone. */
export interface ImportDone {
  /** The number of the change, for undo; null when there was nothing to change. */
  readonly change: number | null;
  readonly counted: ImportPreview;
}

/** An import whose surface is gone: its tab or the browser was closed, or has crashed. */
export interface LeftImport {
  readonly import: string;
  readonly files: readonly string[];
  /** Null: nothing of it was brought in. */
  readonly done: ImportDone | null;
}
