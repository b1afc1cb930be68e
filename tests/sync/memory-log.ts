import { keyText, type SyncDocument } from '#core/sync/sync-document.ts';
import { compareRevisions } from '#sync/replicate.ts';
import type { ReplicaLog } from '#sync/replica-log.ts';
import type { Notebook } from '#tests/core/sync/notebook.ts';

/** What of a notebook in memory the server has. */
export function memoryLog(notebook: Notebook): ReplicaLog {
  const known = new Map<string, { readonly rev: string; readonly json: string }>();
  let checkpoint: string | null = null;
  const waiting = async (): Promise<readonly SyncDocument[]> =>
    (await notebook.documents()).filter((one) => known.get(keyText(one))?.json !== JSON.stringify(one));
  return {
    absorb: async () => (await waiting()).length,
    waiting: async (limit) =>
      (await waiting())
        .slice(0, limit)
        .map((document) => ({ document, rev: known.get(keyText(document))?.rev ?? null })),
    sent: async (given) => {
      for (const { document, next } of given)
        known.set(keyText(document), { rev: next, json: JSON.stringify(document) });
    },
    take: async (came) => {
      const count = await notebook.take(came.map(({ document }) => document));
      const leaves = new Map<string, (typeof came)[number]>();
      for (const one of came) {
        const before = leaves.get(keyText(one.document));
        if (before === undefined || compareRevisions(one.leaf, before.leaf) > 0)
          leaves.set(keyText(one.document), one);
      }
      for (const [key, { document, leaf }] of leaves)
        known.set(key, { rev: leaf, json: JSON.stringify(document) });
      return count;
    },
    checkpoint: async () => checkpoint,
    setCheckpoint: async (since) => {
      checkpoint = since;
    },
    offerAll: async () => {
      for (const [key, { rev }] of known) known.set(key, { rev, json: '' });
    },
  };
}
