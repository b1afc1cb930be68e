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
