import type { Annotation, ArticleRecord } from '#core/annotation.ts';

/** What is to be written. Annotations whose article is missing are written all the same, under their address. */
export interface ExportInput {
  readonly articles: readonly ArticleRecord[];
  readonly annotations: readonly Annotation[];
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
}

/** One format. Its file has one line in registry.ts, and a golden file for each fixture in tests/golden. */
export interface Exporter {
  /** Names the format in messages and settings; never changed once released. */
  readonly format: string;
  /** The key of the format's name in `_locales`. */
  readonly label: string;
  readonly mime: string;
  /** Without the dot. */
  readonly extension: string;
  /** The whole file. Never throws, whatever the texts hold. */
  readonly write: (input: ExportInput) => string;
}
