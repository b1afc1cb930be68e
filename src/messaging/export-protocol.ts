import type { ExportRecords } from '#core/export/by-article.ts';

/** A part of what is to be exported, in the order of the file: annotations by article, then the addresses of all articles. */
export interface ExportPlan {
  readonly ids: readonly string[];
  readonly sources: readonly string[];
  /** To be sent for the next part; absent with the last. */
  readonly next?: PlanPlace;
}

/** Where a part of a plan ended. */
export interface PlanPlace {
  readonly part: 'annotations' | 'lost' | 'articles' | 'decisions';
  readonly source: string;
  readonly id: string;
}

/** A part of what is exported, and how many records of it could not be read. */
export interface ExportedPart extends Required<ExportRecords> {
  readonly broken: number;
}
