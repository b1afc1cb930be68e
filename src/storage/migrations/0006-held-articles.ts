import type { Migration } from './migration.ts';

/**
 * Which articles hold a record, by when they were last seen and by newspaper, so that lists of them are counted and paged without a look
 * at each; and which documents are of bare refusals, which no list of passages counts.
 */
export const heldArticles: Migration = async (database, transaction) => {
  const held = database.createObjectStore('held', { keyPath: 'source' });
  held.createIndex('lastSeen', 'lastSeen');
  held.createIndex('outlet', 'outlet');
  const annotations = transaction.objectStore('annotations');
  const articles = transaction.objectStore('articles');
  for (const source of await articles.getAllKeys()) {
    if (typeof source !== 'string') continue;
    if ((await annotations.index('source').getKey(source)) === undefined) continue;
    const article: Partial<Record<string, unknown>> = (await articles.get(source)) ?? {};
    const { lastSeen, outlet } = article;
    await held.put?.({ source, lastSeen, outlet: nameOf(outlet, source) });
  }
  const documents = transaction.objectStore('documents');
  documents.createIndex?.('refused', 'refused');
  for (const key of await annotations.getAllKeys()) {
    const annotation: { quotation?: { status?: unknown } | null; body?: unknown } =
      (await annotations.get(key)) ?? {};
    const isBare =
      annotation.quotation?.status === 'rejected' &&
      Array.isArray(annotation.body) &&
      annotation.body.length === 0;
    const document: { newest?: number } | undefined = isBare
      ? await documents.index('key').get(key)
      : undefined;
    if (document === undefined) continue;
    const { newest = 0, ...rest } = document;
    await documents.put?.({ ...rest, refused: newest });
  }
};

function nameOf(outlet: unknown, source: string): string {
  if (typeof outlet === 'string' && outlet !== '') return outlet;
  try {
    return new URL(source).hostname.replace(/^www\./, '') || source;
  } catch {
    return source;
  }
}
