import { arrayOf, extended, nullable, object, oneOf, string } from '#core/guard.ts';
import { id, ids, selection, source, sources } from '#messaging/library-inputs.ts';
import type { PlanPlace } from '#core/export/export-plan.ts';
import type { Requests } from '#messaging/protocol.ts';
import type { Selection } from '#messaging/library-protocol.ts';
import type { Routes } from '#messaging/server.ts';
import type { Storage } from '#storage/database.ts';
import { exportLedger, ledgerPlan } from '#storage/export-ledger.ts';
import { exportPlan } from '#storage/export-plan.ts';
import { exportRecords } from '#storage/export-records.ts';
import { idsOf } from './ids-of.ts';

type Names = Extract<keyof Requests, `export.${string}`>;
type PlanInput = Parameters<Requests['export.plan']>[0];

/** An entry's id holds its article's address and the beginning of its words, both as JSON. */
const entryId = string(60_000);

const after = object<PlanPlace>({
  part: oneOf('annotations', 'lost', 'articles', 'decisions'),
  source,
  id,
});
const planInput = extended<
  { readonly selection: Selection | null },
  { readonly plan?: string; readonly after?: PlanPlace }
>(object<{ readonly selection: Selection | null }>({ selection: nullable(selection) }), { plan: id, after });

/**
 * What an export is written from, a part at a time. The surface that asks writes the file: only it can show the browser's dialogue, and
 * a worker that is put to sleep between two parts loses nothing.
 */
export function exportRoutes(storage: Storage): Routes<Pick<Requests, Names>> {
  const chosenOf = createChoices(storage);
  return {
    'export.plan': {
      parse: planInput,
      from: 'ui',
      async answer(input) {
        const part = await exportPlan(storage, await chosenOf(input), input.after ?? null);
        if (part.next === undefined) chosenOf.forget(input.plan);
        return part;
      },
    },
    'export.records': {
      parse: object<{ ids: readonly string[]; sources: readonly string[] }>({ ids, sources }),
      from: 'ui',
      answer: (input) => exportRecords(storage, input.ids, input.sources),
    },
    'export.ledgerPlan': {
      parse: object<{ after: string | null }>({ after: nullable(entryId) }),
      from: 'ui',
      answer: (input) => ledgerPlan(storage, input.after),
    },
    'export.ledger': {
      parse: object<{ ids: readonly string[] }>({ ids: arrayOf(entryId, 1_000) }),
      from: 'ui',
      answer: (input) => exportLedger(storage, input.ids),
    },
  };
}

interface Choices {
  (input: PlanInput): Promise<ReadonlySet<string> | null>;
  readonly forget: (plan: string | undefined) => void;
}

/** What each plan has chosen is searched for once, not with each of its parts; a worker that was asleep searches again. */
function createChoices(storage: Storage): Choices {
  let latest: { readonly plan: string; readonly chosen: ReadonlySet<string> } | null = null;
  const chosenOf = async ({ selection: wanted, plan }: PlanInput): Promise<ReadonlySet<string> | null> => {
    if (wanted === null) return null;
    if (plan !== undefined && latest?.plan === plan) return latest.chosen;
    const chosen = new Set(await idsOf(storage, wanted));
    if (plan !== undefined) latest = { plan, chosen };
    return chosen;
  };
  return Object.assign(chosenOf, {
    forget(plan: string | undefined) {
      if (latest?.plan === plan) latest = null;
    },
  });
}
