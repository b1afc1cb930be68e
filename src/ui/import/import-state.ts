import type { ImportDone, ImportPreview, LeftImport } from '#core/import-preview.ts';
import type { ImportProblem, ImportRecords } from '#core/import/importer.ts';

/** What the background is asked. */
export interface ImportPort {
  /** Begins an import, which is this surface's until the signal aborts. Answers its name. */
  readonly begin: (files: readonly string[], end: AbortSignal) => Promise<string>;
  readonly stage: (id: string, part: number, records: ImportRecords) => Promise<null>;
  readonly preview: (id: string, job: string) => Promise<ImportPreview>;
  /** Answers `waiting` when it was broken off with nothing done and can be tried again, `gone` when it cannot. */
  readonly commit: (id: string, job: string) => Promise<ImportDone | 'waiting' | 'gone'>;
  /** Imports whose surfaces are gone, of which the reader has not been told. */
  readonly left: () => Promise<readonly LeftImport[]>;
  readonly drop: (id: string) => Promise<null>;
  readonly undo: (change: number) => Promise<void>;
  readonly state: (job: string) => Promise<{ readonly done: number; readonly total: number } | null>;
  readonly cancel: (job: string) => Promise<boolean>;
}

/** A file whose records are put aside. */
export interface StagedFile {
  readonly name: string;
  /** The key of the format's name. */
  readonly label: string;
  readonly problems: readonly ImportProblem[];
  /** How many more there are than `problems` lists, and of how many of these the record is left out. */
  readonly unlisted: number;
  readonly unlistedRecords: number;
}

export type ImportState =
  | { readonly state: 'choosing' }
  | {
      readonly state: 'working';
      readonly doing: 'read' | 'compare' | 'bring' | 'undo';
      readonly done: number;
      /** 0: nobody knows. */
      readonly total: number;
    }
  | {
      readonly state: 'ready';
      readonly import: string;
      readonly files: readonly StagedFile[];
      readonly preview: ImportPreview;
      /** It was broken off once, with nothing done. */
      readonly isAgain: boolean;
    }
  | { readonly state: 'empty'; readonly files: readonly StagedFile[] }
  | { readonly state: 'refused'; readonly name: string; readonly problem: ImportProblem }
  | ({
      readonly state: 'done';
      readonly files: readonly StagedFile[];
      readonly isUndone: boolean;
    } & ImportDone)
  | { readonly state: 'failed'; readonly error: unknown };
