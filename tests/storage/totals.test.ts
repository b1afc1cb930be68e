import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { putAnnotation } from '#storage/annotations.ts';
import { listArticles } from '#storage/articles.ts';
import { type Backups, createBackupDatabase } from '#storage/backup-database.ts';
import { makeBackup } from '#storage/backups.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { redo, undo } from '#storage/history.ts';
import { commitImport } from '#storage/import-records.ts';
import { addToLedger, ledgerId, wipeLedger } from '#storage/ledger.ts';
import { listPeople, mergePeople } from '#storage/people.ts';
import { purgeNow } from '#storage/purge.ts';
import { restoreBackup } from '#storage/restore-backup.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { deleteAnnotations, listTrash, restoreAnnotations, trashIds } from '#storage/trash.ts';
import { wipeLibrary } from '#storage/wipe-library.ts';
import { annotation, article, at, freshName, freshStorage, id, saidBy } from './records.ts';
import { stage } from './staging.ts';

/** What is noted of the lists, and what counting them says. */
async function lengths(name: string): Promise<{ readonly noted: unknown; readonly counted: unknown }> {
  const database = await openDB(name);
  const count = (store: string, index: string): Promise<number> => database.countFromIndex(store, index);
  const [articles, passages, documents, waiting, people, trash, ledger] = await Promise.all([
    count('held', 'lastSeen'),
    count('documents', 'newest'),
    count('documents', 'key'),
    count('documents', 'pending'),
    count('tallies', 'name'),
    count('trash', 'deleted'),
    count('ledger', 'seen'),
  ]);
  const stored: { counts: unknown } | undefined = await database.get('totals', 'lists');
  database.close();
  return {
    noted: stored?.counts,
    counted: { articles, passages, documents, waiting, people, trash, ledger },
  };
}

const now = Date.parse(at(0));
const sourceOf = (number: number): string => `https://www.example.com/news/${number % 4}`;
const speakers = ['Ana Ortiz', 'Tom Reed', 'Ann Doe', null] as const;

interface Library {
  readonly name: string;
  readonly storage: Storage;
  readonly backups: Backups;
}

/** Everything that may make a list longer or shorter. */
const deeds: Readonly<Record<string, (library: Library, number: number) => Promise<unknown>>> = {
  put: ({ storage }, number) => {
    const source = sourceOf(number);
    const status = number % 5 === 0 ? 'rejected' : 'detected';
    const quotation = saidBy(speakers[number % speakers.length] ?? null, status);
    const note = number % 3 === 0 ? `note ${number}` : '';
    const record = annotation({ number: number % 9, source, note, quotation });
    return putAnnotation(
      storage,
      { annotation: record, article: article({ source, lastSeen: at(number) }) },
      now,
    );
  },
  remove: ({ storage }, number) =>
    deleteAnnotations(storage, [id(number % 9), id((number * 7) % 9)], now, undefined, 'pass'),
  restore: async ({ storage }, number) =>
    restoreAnnotations(storage, (await trashIds(storage)).slice(0, 1 + (number % 3)), now, 'pass'),
  purge: async ({ storage }, number) => purgeNow(storage, (await trashIds(storage)).slice(0, number % 3)),
  undo: ({ storage }) => undo(storage),
  redo: ({ storage }) => redo(storage),
  flush: ({ storage }) => flushIndex(storage),
  search: ({ storage }) => searchAnnotations(storage, { query: 'words', limit: 5 }),
  merge: async ({ storage }) => {
    const [into, from] = (await listPeople(storage, 'name', 2)).items;
    if (into && from)
      await mergePeople(storage, { into: into.person.id, from: [from.person.id], follow: true }, now);
  },
  ledger: ({ storage }, number) => {
    const exact = `words ${number % 6}`;
    const source = sourceOf(number);
    const quotation = saidBy('Ana Ortiz');
    const entry = {
      id: ledgerId(source, exact),
      source,
      title: '',
      exact,
      start: 0,
      seen: at(number),
      quotation,
    };
    return addToLedger(storage, [entry, entry]);
  },
  wipeLedger: ({ storage }) => wipeLedger(storage),
  wipe: async ({ storage }, number) => {
    if (number % 8 !== 0) return;
    await wipeLibrary(storage, null);
    // Nothing is left, not even the lengths: who looks at a list next has them counted.
    await listTrash(storage, 5);
    await expect
      .poll(() => storage.read(['totals'], (transaction) => transaction.objectStore('totals').count()))
      .toBe(1);
  },
  backUp: ({ storage, backups }) => makeBackup(storage, backups, now),
  bringBack: async ({ storage, backups }, number) => {
    const mode = number % 2 === 0 ? 'add' : 'replace';
    const { id: backup } = await makeBackup(storage, backups, now);
    await deleteAnnotations(storage, [id(1), id(2), id(3)], now, undefined, 'pass');
    await restoreBackup(storage, backups, { id: backup, mode }, now + 1);
  },
  import: async ({ storage, backups }, number) => {
    const source = sourceOf(number);
    const brought = [number % 9, (number + 4) % 9].map((one) =>
      annotation({ number: one, source, minute: 90 + number }),
    );
    const file = await stage(storage, { annotations: brought, articles: [article({ source })] });
    await commitImport(storage, backups, file, now);
  },
};

describe('The length of a list is known without counting', () => {
  it('and is what counting says, whatever was done', { timeout: 60_000 }, async () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(deeds)), fc.nat({ max: 40 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const name = freshName();
        const library = {
          name,
          storage: createStorage({ name }),
          backups: createBackupDatabase(freshName()),
        };
        await listTrash(library.storage, 1);
        for (const [deed, number] of steps) {
          await deeds[deed]?.(library, number);
          const { noted, counted } = await lengths(name);
          expect(noted, deed).toEqual(counted);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('of a change of many, too, which the index looks at later', async () => {
    const name = freshName();
    const [storage, backups] = [createStorage({ name }), createBackupDatabase(freshName())];
    const many = Array.from({ length: 130 }, (_, number) =>
      annotation({
        number,
        source: sourceOf(number),
        quotation: saidBy(`Person ${number}`, number % 9 === 0 ? 'rejected' : 'detected'),
      }),
    );
    const articles = [0, 1, 2, 3].map((number) => article({ source: sourceOf(number) }));
    const same = async (): Promise<void> => {
      const { noted, counted } = await lengths(name);
      expect(noted).toEqual(counted);
    };
    await commitImport(storage, backups, await stage(storage, { annotations: many, articles }), now);
    await same();
    // What was brought in stands among the newest at once, and refusals do not.
    expect((await listArticles(storage, 9)).items.map(({ count }) => count).reduce((a, b) => a + b)).toBe(
      115,
    );
    await deleteAnnotations(
      storage,
      many.slice(0, 120).map((one) => one.id),
      now,
    );
    await same();
    await undo(storage);
    await same();
    await flushIndex(storage);
    await same();
    await undo(storage);
    await same();
    await flushIndex(storage);
    await same();
  });
});

describe('A length that is missing or wrong', () => {
  const filled = async (): Promise<{ readonly name: string; readonly storage: Storage }> => {
    const name = freshName();
    const storage = createStorage({ name });
    for (let number = 0; number < 6; number++)
      await deeds['put']?.({ name, storage, backups: createBackupDatabase(freshName()) }, number + 1);
    await deleteAnnotations(storage, [id(1), id(2)], now);
    return { name, storage };
  };
  const damages: readonly (readonly [string, unknown])[] = [
    ['gone', undefined],
    ['too high', { key: 'lists', counts: { articles: 9, passages: 9, people: 9, trash: 9, ledger: 9 } }],
    ['too low', { key: 'lists', counts: { articles: 1, passages: 1, people: 1, trash: 1, ledger: 0 } }],
    ['nothing', { key: 'lists', counts: { articles: 0, passages: 0, people: 0, trash: 0, ledger: 0 } }],
    ['no number', { key: 'lists', counts: { articles: '3', passages: -1, people: null, trash: 1.5 } }],
  ];
  it.each(damages)('(%s) is counted by who looks at the list, and noted', async (_what, damage) => {
    const { name, storage } = await filled();
    const expected = await lengths(name);
    expect(expected.noted).toEqual(expected.counted);
    await storage.write(['totals'], async (transaction) => {
      const store = transaction.objectStore('totals');
      await store.clear();
      // What a disk has spoilt is not of the store's type.
      if (damage !== undefined) await store.put(damage as never);
    });
    const seen = {
      articles: await listArticles(storage, 50),
      passages: await searchAnnotations(storage, { query: '', limit: 50 }),
      people: await listPeople(storage, 'name', 50),
      trash: await listTrash(storage, 50),
    };
    for (const { items, total } of Object.values(seen)) expect(items).toHaveLength(total);
    expect(seen.trash.total).toBe(2);
    await expect
      .poll(async () => (await lengths(name)).noted)
      .toMatchObject({
        articles: seen.articles.total,
        passages: seen.passages.total,
        people: seen.people.total,
        trash: 2,
      });
  });

  it('is found by the row that nobody has counted', async () => {
    const storage = freshStorage();
    await storage.write(['trash'], (transaction) =>
      transaction
        .objectStore('trash')
        .put({ id: id(1), source: 'x', deleted: at(0), annotation: annotation({ number: 1 }) }),
    );
    // Put there by nobody who counts: the list shows it all the same.
    expect(await listTrash(storage, 5)).toMatchObject({ total: 1 });
  });
});
