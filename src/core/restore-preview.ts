/** How many records of one sort bringing a backup back would change. */
export interface Difference {
  /** In the backup and not in the library. */
  readonly added: number;
  /** In both, and not the same. */
  readonly changed: number;
  /** In the library and not in the backup. */
  readonly removed: number;
}

/** What bringing a backup back would change. */
export interface RestorePreview {
  readonly annotations: Difference;
  readonly articles: Difference;
  readonly people: Difference;
  /** Of the passages that would be added: those that lie in the trash, where adding leaves them. */
  readonly trashed: number;
  /** How many parts of the backup cannot be read; the rest can be brought back. */
  readonly damaged: number;
}
