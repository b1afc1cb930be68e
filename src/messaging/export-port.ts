import { request } from './client.ts';
import type { Selection } from './library-protocol.ts';
import type { ExportedPart, ExportPlan } from './protocol.ts';

/** How long finding out what there is to export may take, in ms: a search of everything is planned at once. */
const patience = 10 * 60_000;

/** Where the records of an export come from: those of a selection, or everything (null). */
export function exportPort(selection: Selection | null): {
  readonly plan: () => Promise<ExportPlan>;
  readonly records: (ids: readonly string[], sources: readonly string[]) => Promise<ExportedPart>;
} {
  return {
    plan: () => request('export.plan', { selection }, patience),
    records: (ids, sources) => request('export.records', { ids, sources }),
  };
}

/** All of an article. */
export function ofArticle(source: string): Selection {
  return { search: { query: '', filter: { source } }, except: [] };
}
