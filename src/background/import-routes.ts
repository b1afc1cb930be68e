import { arrayOf, object, offset, string, where } from '#core/guard.ts';
import type { ImportRecords } from '#core/import/importer.ts';
import { importRecords } from '#messaging/import-input.ts';
import { importsHeld } from '#messaging/import-lock.ts';
import { nothing, only } from '#messaging/inputs.ts';
import * as inputs from '#messaging/library-inputs.ts';
import type { LibraryRequests } from '#messaging/library-protocol.ts';
import type { Routes } from '#messaging/server.ts';
import type { Backups } from '#storage/backup-database.ts';
import type { Storage } from '#storage/database.ts';
import { catchUp } from '#storage/flush-index.ts';
import { commitImport, previewImport } from '#storage/import-records.ts';
import {
  beginImport,
  dropImport,
  importOutcome,
  stageImport,
  sweepImports,
} from '#storage/staged-imports.ts';
import type { Jobs } from './jobs.ts';
import { recordsChanged } from './records-changed.ts';
import { stayAwake } from './stay-awake.ts';
import { rememberHeld } from './storage-state.ts';

type Names = Extract<keyof LibraryRequests, `import.${string}`>;

interface Started {
  readonly import: string;
  readonly job: string | undefined;
}

const name = where(inputs.id, (value) => value !== '');
const started = object<Started>({ import: name, job: inputs.job });
/** How many files at once, and how long a file's name may be, in UTF-16 units. */
const fileNames = arrayOf(string(1_000), 1_000);

/** Bringing files in: their parts are put aside until the reader has seen what they would change. */
export function importRoutes(
  storage: Storage,
  backups: Backups,
  jobs: Jobs,
): Routes<Pick<LibraryRequests, Names>> {
  return {
    'import.begin': {
      parse: object<{ import: string; files: readonly string[] }>({ import: name, files: fileNames }),
      from: 'alone',
      answer: async (input) => {
        await sweepImports(storage, await importsHeld());
        await beginImport(storage, input.import, input.files);
        return null;
      },
    },
    'import.stage': {
      parse: object<{ import: string; part: number; records: ImportRecords }>({
        import: name,
        part: offset,
        records: importRecords,
      }),
      from: 'alone',
      answer: async (input) => {
        await stageImport(storage, input);
        return null;
      },
    },
    'import.preview': {
      parse: started,
      from: 'alone',
      answer: (input) =>
        stayAwake(() => jobs.run(input.job, (progress) => previewImport(storage, input.import, progress))),
    },
    'import.commit': {
      parse: started,
      from: 'alone',
      answer: async (input) => {
        const done = await stayAwake(() =>
          jobs.run(input.job, (progress) =>
            commitImport(storage, backups, input.import, Date.now(), progress),
          ),
        );
        recordsChanged();
        if (done.change !== null) catchUp(storage);
        if (done.change !== null) rememberHeld().catch((error: unknown) => console.error('import', error));
        return done;
      },
    },
    'import.outcome': {
      parse: only('import', name),
      from: 'ui',
      answer: (input) => importOutcome(storage, input.import),
    },
    'import.left': {
      parse: nothing,
      from: 'ui',
      answer: async () => sweepImports(storage, await importsHeld()),
    },
    'import.drop': {
      parse: only('import', name),
      from: 'alone',
      answer: async (input) => {
        await dropImport(storage, input.import);
        return null;
      },
    },
  };
}
