import type { ExportAbout } from '#core/export/exporter.ts';
import type { ExportLayout, LeftOut } from '#core/export/write-export.ts';

/** What the reader has chosen. */
export interface ExportChoice {
  readonly format: string;
  readonly layout: ExportLayout;
  readonly about: ExportAbout;
}

/** A file to be saved or copied. */
export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
  /** How many annotations were read for it. */
  readonly count: number;
  /** How many records were there and could not be read, and are not in the file. */
  readonly skipped: number;
  /** How many the format has no place for: refused detections without a note. */
  readonly omitted: number;
  /** What else it has no place for. */
  readonly left: LeftOut;
}
