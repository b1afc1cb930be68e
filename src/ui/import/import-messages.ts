import type { ReadImport } from '#core/import/read-import.ts';

/** To the worker that reads: one file, a part at a time. It answers each message once. */
export type ToImportWorker =
  | { readonly type: 'open'; readonly file: File; readonly now: string }
  | { readonly type: 'next' };

/** From it. */
export type FromImportWorker =
  | { readonly type: 'opened' }
  | {
      readonly type: 'read';
      readonly part: ReadImport;
      /** How many bytes of the file are read. */
      readonly bytes: number;
      readonly isEnd: boolean;
    }
  | { readonly type: 'failed'; readonly message: string };
