import { type ReadonlySignal, signal } from '@preact/signals';
import type { ExportOptions } from '#core/export/exporter.ts';
import type { FormatInfo } from '#core/export/format-info.ts';
import type { ExportLayout } from '#core/export/write-export.ts';
import { copyLater } from '#ui/copy-later.ts';
import { download } from '#ui/download.ts';
import { startExportWriter } from './export-writer.ts';
import type { ExportedFile } from './exported-file.ts';
import { fileOptions } from './file-options.ts';
import { runExport, type ExportPort } from './run-export.ts';

/** Something that can be exported as a whole. */
export interface ExportScope {
  /** What it is called in a choice, such as “This article”. */
  readonly label: string;
  /** What the file is named after; '' for nothing but the day. */
  readonly title: string;
  readonly port: ExportPort;
}

/** What the reader has chosen in the dialogue. */
interface ExportWish {
  readonly scope: ExportScope;
  readonly format: string;
  readonly layout: ExportLayout;
  readonly options: Partial<ExportOptions>;
}

export type ExportState =
  | { readonly state: 'choosing' }
  | { readonly state: 'writing'; readonly done: number; readonly total: number }
  /** The file was handed over. */
  | { readonly state: 'done'; readonly file: ExportedFile; readonly to: 'file' | 'clipboard' }
  | { readonly state: 'failed'; readonly error: unknown };

export interface ExportModel {
  /** The formats; null until the writer has started. */
  readonly formats: ReadonlySignal<readonly FormatInfo[] | null>;
  readonly state: ReadonlySignal<ExportState>;
  readonly start: (wish: ExportWish, to: 'file' | 'clipboard') => void;
  /** Stops what is being written: there is no file. */
  readonly cancel: () => void;
}

export function createExportModel(end: AbortSignal): ExportModel {
  const formats = signal<readonly FormatInfo[] | null>(null);
  const state = signal<ExportState>({ state: 'choosing' });
  let stopping = new AbortController();
  let writer = startExportWriter(AbortSignal.any([end, stopping.signal]));
  const fail = (error: unknown): void => {
    if (!end.aborted) state.value = { state: 'failed', error };
  };
  writer
    .ask({ type: 'formats' }, 'formats')
    .then((answer) => {
      formats.value = answer.formats;
    })
    .catch(fail);

  const write = async ({ scope, format, layout, options }: ExportWish): Promise<ExportedFile> => {
    const about = {
      exportedAt: new Date().toISOString(),
      title: scope.title,
      options: { ...fileOptions(), ...options },
    };
    return runExport(scope.port, { format, layout, about }, writer, (done, total) => {
      if (!stopping.signal.aborted) state.value = { state: 'writing', done, total };
    });
  };
  const mimeOf = (format: string): string =>
    formats.value?.find((info) => info.format === format)?.mime ?? 'text/plain';
  return {
    formats,
    state,
    start(wish, to) {
      const { signal: stop } = stopping;
      state.value = { state: 'writing', done: 0, total: 0 };
      const writing = write(wish);
      const text = (): Promise<string> => writing.then(({ blob }) => blob.text());
      const copied = to === 'file' ? null : copyLater(text(), mimeOf(wish.format));
      // What goes wrong with the file is told once.
      copied?.catch(() => null);
      writing
        .then(async (file) => {
          if (copied === null) download(file);
          else await copied;
          if (!stop.aborted) state.value = { state: 'done', file, to };
        })
        .catch((error: unknown) => {
          if (!stop.aborted) fail(error);
        });
    },
    cancel() {
      stopping.abort();
      stopping = new AbortController();
      writer = startExportWriter(AbortSignal.any([end, stopping.signal]));
      state.value = { state: 'choosing' };
    },
  };
}
