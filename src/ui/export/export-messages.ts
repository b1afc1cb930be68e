import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { CitationStyle } from '#core/citation/citation-engine.ts';
import type { ExportRecords } from '#core/export/by-article.ts';
import type { ExportAbout } from '#core/export/exporter.ts';
import type { FormatInfo } from '#core/export/format-info.ts';
import type { ExportLayout } from '#core/export/write-export.ts';

/** To the worker that writes: one file at a time. It answers each message once. */
export type ToExportWorker =
  | { readonly type: 'formats' }
  | {
      readonly type: 'begin';
      readonly format: string;
      readonly layout: ExportLayout;
      readonly about: ExportAbout;
    }
  | { readonly type: 'add'; readonly records: ExportRecords }
  | { readonly type: 'end' }
  | {
      readonly type: 'cite';
      readonly annotation: Annotation;
      readonly article: ArticleRecord;
      readonly style: CitationStyle;
      readonly language: string;
    };

/** From it. `bytes` are the file's next. */
export type FromExportWorker =
  | { readonly type: 'formats'; readonly formats: readonly FormatInfo[] }
  | { readonly type: 'part'; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly type: 'done';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly name: string;
      readonly mime: string;
      readonly omitted: number;
    }
  | { readonly type: 'cited'; readonly text: string }
  | { readonly type: 'failed'; readonly message: string };
