import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { AppearanceRecord, PersonRecord } from '#core/person-record.ts';
import type { ExportedDecision, ExportedVersion } from './exported-records.ts';

/** An article with all that is kept of it. `article` is null when only its address is known. */
export interface ArticleGroup {
  readonly source: string;
  readonly article: ArticleRecord | null;
  /** In the order of their position. */
  readonly annotations: readonly Annotation[];
  /** What the reader has said of the article's names and passages. */
  readonly decisions: readonly ExportedDecision[];
  /** How its passages stood on the page at later visits. */
  readonly versions: readonly ExportedVersion[];
  /** Whom its names mean. */
  readonly appearances: readonly AppearanceRecord[];
  /** Those people; one who is named in several articles comes with each of them. */
  readonly people: readonly PersonRecord[];
}

/** An article of which nothing is kept but these annotations. */
export function bareGroup(
  source: string,
  article: ArticleRecord | null,
  annotations: ArticleGroup['annotations'],
): ArticleGroup {
  return { source, article, annotations, decisions: [], versions: [], appearances: [], people: [] };
}
