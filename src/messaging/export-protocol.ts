import type { ExportRecords } from '#core/export/by-article.ts';

/** A part of what is exported, and how many records of it could not be read. */
export interface ExportedPart extends Required<ExportRecords> {
  readonly broken: number;
}
