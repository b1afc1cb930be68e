import 'fake-indexeddb/auto';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import type { Requests } from '#messaging/protocol.ts';
import { makeRandom, pick } from '#scripts/train-random.ts';
import { isWhole, seedOf } from './amount.ts';
import { type Background, content, createBackground, library, popover } from './background.ts';
import { fakeNavigator } from './fake-browser.ts';
import { elsewhere, here, ids } from './message-samples.ts';
import { mutate } from './mutate.ts';

vi.stubGlobal('navigator', fakeNavigator);
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

/** How often each store is damaged in a new way. */
const times = isWhole ? 60 : 3;

const logged: unknown[][] = [];
beforeEach(() => {
  logged.length = 0;
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation((...words) => logged.push(words));
});

/** What a disk may hold where a record was: under the key that it has, or its index would not find it either. */
async function damage(database: IDBPDatabase, store: string, random: () => number): Promise<void> {
  const transaction = database.transaction(store, 'readwrite');
  const { keyPath } = transaction.store;
  const paths = [keyPath ?? []].flat();
  const records: unknown[] = await transaction.store.getAll();
  for (const record of records) {
    if (random() < 0.4) continue;
    let broken: unknown = record;
    for (let turn = 0; turn <= Math.floor(random() * 3); turn++) broken = mutate(broken, random);
    const fields = typeof broken === 'object' && broken !== null ? broken : {};
    const keys = Object.fromEntries(paths.map((path) => [path, (record as Record<string, unknown>)[path]]));
    try {
      await transaction.store.put({ ...fields, ...keys });
    } catch {
      // What no disk can hold: what is nested too deep cannot be cloned.
    }
  }
  await transaction.done;
}

const stores = [
  'annotations', 'articles', 'held', 'trash', 'documents', 'postings', 'endings', 'indexState', 'people', 'appearances', 'tallies',
  'changes', 'changeItems', 'decisions', 'versions', 'details', 'ledger', 'settings', 'staged', 'totals', 'aside', 'journal', 'replica', 'sync',
]; // prettier-ignore
const ofContent = ['article.open', 'article.saved', 'article.decided', 'article.outcomes'];
/** Messages that read go first: what the others write would mend or remove the damage. */
const reading = [
  ...ofContent, 'popover.subject', 'annotations.get', 'annotations.ofArticle', 'annotations.search', 'articles.get', 'export.plan',
  'export.records', 'export.ledgerPlan', 'export.ledger', 'library.backlog', 'library.search', 'library.articles', 'library.article', 'library.tags', 'tags.suggest', 'library.outlets',
  'library.trash', 'people.list', 'people.get', 'people.namesakes', 'people.find', 'people.quotations', 'people.figures', 'decisions.ofArticle',
  'history.state', 'storage.state', 'storage.aside', 'storage.kept', 'backups.preview', 'backups.part', 'import.preview', 'settings.all', 'ledger.list', 'sync.state', 'sync.code', 'sync.run',
]; // prettier-ignore

/** Sends right messages of these names. Answers those at which something was thrown inside. */
async function troubles(background: Background, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    logged.length = 0;
    const input: unknown = Reflect.get(background.samples, name);
    const sender =
      name.startsWith('article.') || name === 'page.started'
        ? content
        : name.startsWith('popover.')
          ? popover
          : library;
    const reply = await background.send({ name, input }, sender);
    const isTrouble = (!reply.ok && reply.error === 'unknown') || logged.length > 0;
    if (isTrouble) found.push(`${name}: ${logged.flat().map(String).join(' ')}`);
  }
  return found;
}

async function valueOf<Name extends keyof Requests>(
  background: Background,
  name: Name,
  input: Parameters<Requests[Name]>[0],
): Promise<ReturnType<Requests[Name]>> {
  const reply = await background.send({ name, input }, library);
  if (!reply.ok) throw new Error(reply.error);
  return reply.value as ReturnType<Requests[Name]>;
}

let run = 0;
async function damaged(
  work: (background: Background, database: IDBPDatabase) => Promise<void>,
): Promise<void> {
  run += 1;
  const background = await createBackground(`broken-${run}`);
  logged.length = 0;
  const database = await openDB(background.name);
  try {
    await work(background, database);
  } finally {
    database.close();
    await deleteDB(background.name, { blocked: () => {} });
  }
}

describe('Broken records are skipped and counted, and hide nothing', () => {
  it('is tried with every store that there is', async () => {
    await damaged(async (_background, database) => {
      expect([...database.objectStoreNames].toSorted()).toEqual(stores.toSorted());
    });
  });

  it.each(stores)(
    '%s, damaged at random: nothing throws, whatever is asked, read or written',
    { timeout: 600_000 },
    async (store) => {
      const found = new Map<string, number>();
      for (let time = 0; time < times; time++) {
        const seed = seedOf(2_000 + time * 100 + stores.indexOf(store));
        const random = makeRandom(seed);
        await damaged(async (background, database) => {
          await damage(database, store, random);
          const writing = Object.keys(background.samples).filter((name) => !reading.includes(name));
          const some = Array.from({ length: 12 }, () => pick(writing, random));
          for (const trouble of await troubles(background, [...reading, ...some])) found.set(trouble, seed);
        });
      }
      expect([...found].map(([trouble, seed]) => `${trouble}, by seed ${seed}`)).toEqual([]);
    },
  );

  it('of the damaged annotations each is counted in an export, and the others are there, found and listed', async () => {
    for (let time = 0; time < times; time++) {
      const random = makeRandom(seedOf(9_000 + time));
      await damaged(async (background, database) => {
        await damage(database, 'annotations', random);
        const kept: unknown[] = await database.getAll('annotations');
        const whole = kept.flatMap((record) => parseAnnotation(record) ?? []);
        const readable = whole.map(({ id }) => id);
        const plan = await valueOf(background, 'export.plan', { selection: null });
        const part = await valueOf(background, 'export.records', plan);
        expect(part.annotations.map(({ id }) => id).toSorted()).toEqual(readable.toSorted());
        expect(part.broken).toBe(kept.length - readable.length);
        for (const source of [here, elsewhere]) {
          const { annotations } = await valueOf(background, 'library.article', { source });
          const there = whole.filter(({ target }) => target.source === source).map(({ id }) => id);
          expect(annotations.map(({ id }) => id).toSorted()).toEqual(there.toSorted());
        }
        const listed = await valueOf(background, 'library.search', {
          query: '',
          filter: {},
          order: 'newest',
          offset: 0,
          limit: 99,
        });
        const shown = listed.items.map(({ annotation }) => annotation.id);
        expect(shown.toSorted()).toEqual(readable.toSorted());
      });
    }
  });

  it('of a damaged article the passages are there all the same, and the article is counted', async () => {
    await damaged(async (background, database) => {
      const article: unknown = await database.get('articles', here);
      expect(parseArticle(article)).not.toBeNull();
      await database.put('articles', { source: here, title: 7 });
      const { annotations } = await valueOf(background, 'library.article', { source: here });
      expect(annotations.map(({ id }) => id)).toEqual([ids.here]);
      const plan = await valueOf(background, 'export.plan', { selection: null });
      const part = await valueOf(background, 'export.records', plan);
      expect(part.annotations.map(({ id }) => id)).toContain(ids.here);
      expect(part.broken).toBe(1);
    });
  });
});
