import { request } from './client.ts';
import type { ExportPlan, LedgerPlan, PlanPlace } from '#core/export/export-plan.ts';
import type { Selection } from './library-protocol.ts';
import type { ExportedPart } from './export-protocol.ts';

/** How long finding out what there is to export may take, in ms: a search of everything is planned at once, and answered in parts. */
const patience = 10 * 60_000;

/** The setting that holds the reader's template of notes. */
const templateKey = 'export.template';

/** Where the records of an export come from: those of a selection, or everything (null). */
export function exportPort(selection: Selection | null): {
  readonly isEverything: boolean;
  readonly plan: () => AsyncIterable<ExportPlan>;
  readonly records: (ids: readonly string[], sources: readonly string[]) => Promise<ExportedPart>;
  readonly template: () => Promise<string | null>;
  readonly keepTemplate: (template: string | null) => Promise<unknown>;
} {
  return {
    isEverything: selection === null,
    async *plan() {
      const plan = crypto.randomUUID();
      for (let after: PlanPlace | undefined; ;) {
        const place = after === undefined ? {} : { after };
        const part = await request('export.plan', { selection, plan, ...place }, patience);
        yield part;
        after = part.next;
        if (after === undefined) return;
      }
    },
    records: (ids, sources) => request('export.records', { ids, sources }),
    async template() {
      const { [templateKey]: template } = await request('settings.all', null);
      return typeof template === 'string' ? template : null;
    },
    keepTemplate: (value) => request('settings.put', { key: templateKey, value }),
  };
}

/** The same of the ledger: the quotations of all articles that were read. */
export function ledgerPort(): ReturnType<typeof exportPort> & { readonly from: 'ledger' } {
  return {
    ...exportPort(null),
    from: 'ledger',
    async *plan() {
      for (let after: string | null = null; ;) {
        const part: LedgerPlan = await request('export.ledgerPlan', { after }, patience);
        yield { ids: part.ids, sources: [] };
        after = part.next;
        if (after === null) return;
      }
    },
    records: (ids) => request('export.ledger', { ids }),
  };
}

/** All of an article. */
export function ofArticle(source: string): Selection {
  return { search: { query: '', filter: { source } }, except: [] };
}
