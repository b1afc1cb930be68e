import type { ImportDone, ImportPreview, LeftImport } from '#core/import-preview.ts';
import type { ImportRecords } from '#core/import/importer.ts';
import { request, RequestError } from './client.ts';
import { holdImport } from './import-lock.ts';

/** How long a look at a large library, or the bringing in, may take, in ms: the reader sees how far it is and can stop it. */
const patience = 60 * 60_000;

/** Asks once more when the background was ended while it answered. Only for what may be asked twice. */
async function twice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isLost(error)) throw error;
    return ask();
  }
}

function isLost(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'disconnected';
}

/** So many files are named, and so much of each name: enough to be known again. */
const [MANY, LONG] = [1_000, 1_000];

/** What a surface that brings files in asks the background. */
export const importPort = {
  /** Begins an import, which is this surface's until the signal aborts or the surface is gone. Answers its name. */
  begin: async (files: readonly string[], end: AbortSignal): Promise<string> => {
    const id = crypto.randomUUID();
    await holdImport(id, end);
    const named = files.slice(0, MANY).map((name) => name.slice(0, LONG));
    await twice(() => request('import.begin', { import: id, files: named }));
    return id;
  },
  stage: (id: string, part: number, records: ImportRecords): Promise<null> =>
    twice(() => request('import.stage', { import: id, part, records })),
  preview: (id: string, job: string): Promise<ImportPreview> =>
    twice(() => request('import.preview', { import: id, job }, patience)),
  /**
   * Brings it in. When the background was ended meanwhile, what came of it: all was brought in and only its answer was lost, or nothing, and
   * it can be tried again (`waiting`) or not (`gone`).
   */
  commit: async (id: string, job: string): Promise<ImportDone | 'waiting' | 'gone'> => {
    try {
      return await request('import.commit', { import: id, job }, patience);
    } catch (error) {
      if (!isLost(error)) throw error;
      return request('import.outcome', { import: id });
    }
  },
  left: (): Promise<readonly LeftImport[]> => twice(() => request('import.left', null)),
  drop: (id: string): Promise<null> => twice(() => request('import.drop', { import: id })),
  undo: async (change: number): Promise<void> => {
    await request('history.undo', { expected: change }, patience);
  },
  state: (job: string): Promise<{ readonly done: number; readonly total: number } | null> =>
    request('jobs.state', { job }),
  cancel: (job: string): Promise<boolean> => request('jobs.cancel', { job }),
};
