import type { ImportPreview } from '#core/import-preview.ts';
import type { ImportRecords } from '#core/import/importer.ts';
import { request } from './client.ts';

/** How long a look at a large library, or the bringing in, may take, in ms: the reader sees how far it is and can stop it. */
const patience = 60 * 60_000;

/** What a surface that brings a file in asks the background. */
export const importPort = {
  begin: (): Promise<string> => request('import.begin', null),
  stage: (id: string, part: number, records: ImportRecords): Promise<null> =>
    request('import.stage', { import: id, part, records }),
  preview: (id: string, job: string): Promise<ImportPreview> =>
    request('import.preview', { import: id, job }, patience),
  commit: (
    id: string,
    job: string,
  ): Promise<{ readonly change: number | null; readonly counted: ImportPreview }> =>
    request('import.commit', { import: id, job }, patience),
  drop: (id: string): Promise<null> => request('import.drop', { import: id }),
  undo: async (change: number): Promise<void> => {
    await request('history.undo', { expected: change }, patience);
  },
  state: (job: string): Promise<{ readonly done: number; readonly total: number } | null> =>
    request('jobs.state', { job }),
  cancel: (job: string): Promise<boolean> => request('jobs.cancel', { job }),
};
