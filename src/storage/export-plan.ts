import type { ExportPlan, PlanPlace } from '#core/export/export-plan.ts';
import {
  annotationKeys,
  articleKeys,
  decidedKeys,
  inFileOrder,
  type KeyReader,
  lostKeys,
  PAGE,
} from './export-keys.ts';
import type { Reading } from './open-for-reading.ts';

const READERS: readonly (readonly [PlanPlace['part'], KeyReader])[] = [
  ['annotations', annotationKeys],
  ['lost', lostKeys],
  ['articles', articleKeys],
  ['decisions', decidedKeys],
];

/**
 * What there is to export, a part at a time, so that no thread is held up by the ids of a hundred thousand.
 * @param chosen the annotations to be exported; null for everything
 * @param after where the part before ended; null at the beginning
 */
export function exportPlan(
  storage: Reading,
  chosen: ReadonlySet<string> | null,
  after: PlanPlace | null = null,
): Promise<ExportPlan> {
  return storage.read(['annotations', 'articles', 'decisions'], async (transaction) => {
    if (chosen !== null && chosen.size <= PAGE) {
      return { ids: await inFileOrder(transaction, chosen), sources: [] };
    }
    const readers = chosen === null ? READERS : READERS.slice(0, 1);
    const from = readers.findIndex(([part]) => part === (after?.part ?? 'annotations'));
    const ids: string[] = [];
    const sources: string[] = [];
    for (const [part, read] of readers.slice(Math.max(0, from))) {
      const page = await read(transaction, after?.part === part ? after : null);
      ids.push(...(chosen === null ? page.ids : page.ids.filter((id) => chosen.has(id))));
      sources.push(...page.sources);
      if (page.last !== null) return { ids, sources, next: { part, ...page.last } };
    }
    return { ids, sources };
  });
}
