import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { CitationStyle } from '#core/citation/citation-engine.ts';
import type { ExportRecords } from '#core/export/by-article.ts';
import type { FormatInfo } from '#core/export/format-info.ts';
import type { ExportChoice, ExportedFile } from './exported-file.ts';
import type { ExportedFrom } from './run-export.ts';

/** To the worker that writes: one file at a time. It answers each message once; how far it is it tells besides. */
export type ToExportWorker =
  | { readonly type: 'formats' }
  /** Read the library, or the ledger, and write a file of these annotations, in this order, or of everything (null). */
  | {
      readonly type: 'read';
      readonly choice: ExportChoice;
      readonly ids: readonly string[] | null;
      readonly from?: ExportedFrom;
    }
  /** Begin a file of what comes with `add`. */
  | { readonly type: 'begin'; readonly choice: ExportChoice }
  | { readonly type: 'add'; readonly records: ExportRecords }
  | { readonly type: 'end' }
  | {
      readonly type: 'cite';
      readonly annotation: Annotation;
      readonly article: ArticleRecord;
      readonly style: CitationStyle;
      readonly language: string;
    };

/** From it. */
export type FromExportWorker =
  | { readonly type: 'formats'; readonly formats: readonly FormatInfo[] }
  /** What it has read and written; null where it cannot read the library. */
  | { readonly type: 'read'; readonly file: ExportedFile | null }
  | { readonly type: 'taken' }
  | { readonly type: 'written'; readonly file: WrittenFile }
  | { readonly type: 'cited'; readonly text: string }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'failed'; readonly message: string };

/** A file of records that somebody else has counted. */
export type WrittenFile = Pick<ExportedFile, 'name' | 'blob' | 'omitted' | 'left'>;
