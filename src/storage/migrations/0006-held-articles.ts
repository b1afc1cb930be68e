import type { Migration } from './migration.ts';
import { walkStore } from './walk-store.ts';

/**
 * Which articles hold a record, by when they were last seen and by newspaper, so that lists of them are counted and paged without a look
 * at each; and which documents are of bare refusals, which no list of passages counts.
 */
export const heldArticles: Migration = async (database, transaction) => {
  const held = database.createObjectStore('held', { keyPath: 'source' });
  held.createIndex('lastSeen', 'lastSeen');
  held.createIndex('outlet', 'outlet');
  const documents = transaction.objectStore('documents');
  documents.createIndex?.('refused', 'refused');
  const holding = new Set<unknown>();
  await walkStore(transaction, 'annotations', (rows) =>
    Promise.all(
      rows.map(async ([key, value]) => {
        holding.add(fieldsOf(fieldsOf(value)['target'])['source']);
        const document: { newest?: number } | undefined = isBareRefusal(value)
          ? await documents.index('key').get(key)
          : undefined;
        if (document === undefined) return;
        const { newest = 0, ...rest } = document;
        await documents.put?.({ ...rest, refused: newest });
      }),
    ),
  );
  await walkStore(transaction, 'articles', (rows) =>
    Promise.all(
      rows.map(async ([source, value]) => {
        if (typeof source !== 'string' || !holding.has(source)) return;
        const { lastSeen, outlet } = fieldsOf(value);
        await held.put?.({ source, lastSeen, outlet: nameOf(outlet, source) });
      }),
    ),
  );
};

function isBareRefusal(annotation: unknown): boolean {
  const { quotation, body } = fieldsOf(annotation);
  return fieldsOf(quotation)['status'] === 'rejected' && Array.isArray(body) && body.length === 0;
}

/** The fields of a record that may be broken. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function nameOf(outlet: unknown, source: string): string {
  if (typeof outlet === 'string' && outlet !== '') return outlet;
  try {
    return new URL(source).hostname.replace(/^www\./, '') || source;
  } catch {
    return source;
  }
}
