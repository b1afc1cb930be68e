import { object, nullable } from '#core/guard.ts';
import { ids, selection, sources } from '#messaging/library-inputs.ts';
import type { Requests } from '#messaging/protocol.ts';
import type { Selection } from '#messaging/library-protocol.ts';
import type { Routes } from '#messaging/server.ts';
import type { Storage } from '#storage/database.ts';
import { exportPlan, exportRecords } from '#storage/export-records.ts';
import { idsOf } from './ids-of.ts';

/**
 * What an export is written from, a part at a time. The surface that asks writes the file: only it can show the browser's dialogue, and
 * a worker that is put to sleep between two parts loses nothing.
 */
export function exportRoutes(storage: Storage): Routes<Pick<Requests, 'export.plan' | 'export.records'>> {
  return {
    'export.plan': {
      parse: object<{ selection: Selection | null }>({ selection: nullable(selection) }),
      from: 'ui',
      answer: async (input) =>
        exportPlan(storage, input.selection === null ? null : await idsOf(storage, input.selection)),
    },
    'export.records': {
      parse: object<{ ids: readonly string[]; sources: readonly string[] }>({ ids, sources }),
      from: 'ui',
      answer: (input) => exportRecords(storage, input.ids, input.sources),
    },
  };
}
