import 'fake-indexeddb/auto';
import { beforeAll, expect, it } from 'vitest';
import { withNote } from '#core/annotation-edit.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { getArticle, listArticles } from '#storage/articles.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { redo, undo } from '#storage/history.ts';
import { commitImport } from '#storage/import-records.ts';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { annotation, article, freshName, source } from '#tests/storage/records.ts';
import { stage } from '#tests/storage/staging.ts';
import { createMemoryCouch } from './memory-couch.ts';
import { replicaMachine, type ReplicaMachine } from './replica-machine.ts';

/** An article that one machine takes out with its passages is another machine's, in which a passage was kept meanwhile. */

const START = Date.UTC(2026, 10, 1);
const SAVED = new Date(START).toISOString();

let keys: SyncKeys;
beforeAll(async () => {
  keys = await deriveKeys('correct horse battery staple', newSalt());
});

const imported = annotation({ number: 1 });

/** Two machines with the article that the first has brought in, kept for itself, and its passage. */
async function twoMachines() {
  const couch = createMemoryCouch();
  const [one, other] = [replicaMachine(keys, START), replicaMachine(keys, START)];
  const saved = article({ source, title: 'A long story', saved: SAVED });
  const id = await stage(one.storage, { articles: [saved], annotations: [imported] });
  await commitImport(one.storage, createBackupDatabase(freshName()), id, one.now());
  const meet = async (): Promise<void> => {
    for (const machine of [one, other, one, other]) await machine.sync(couch);
  };
  await meet();
  return { one, other, meet };
}

async function keepIn({ storage, now }: ReplicaMachine, into = source): Promise<void> {
  const kept = annotation({ number: 2, source: into });
  const input = { annotation: kept, article: article({ source: into, title: '' }), base: null };
  await putAnnotation(storage, input, now());
}

async function seen({ storage }: ReplicaMachine): Promise<unknown> {
  const { items, total } = await listArticles(storage, 10);
  return { total, list: items.map(({ article: { title, saved }, count }) => [title, saved, count]) };
}

const NOTHING = { total: 0, list: [] };

it('is gone on both when nobody has kept anything in it', async () => {
  const { one, other, meet } = await twoMachines();
  expect(await seen(other)).toEqual({ total: 1, list: [['A long story', SAVED, 1]] });
  await undo(one.storage);
  await meet();
  expect([await seen(one), await seen(other)]).toEqual([NOTHING, NOTHING]);
  await redo(one.storage);
  await meet();
  expect(await seen(other)).toEqual({ total: 1, list: [['A long story', SAVED, 1]] });
});

it.each([
  ['that this machine has not heard of', false, undefined],
  ['that has come to this machine', true, SAVED],
])('stays with its title for a passage %s', async (_name, isKnown, saved) => {
  const { one, other, meet } = await twoMachines();
  await keepIn(other);
  if (isKnown) await meet();
  await undo(one.storage);
  await meet();
  expect(await seen(one)).toEqual({ total: 1, list: [['A long story', saved, 1]] });
  expect(await seen(other)).toEqual(await seen(one));
});

it('stays for a passage of its own that another machine has edited, and is kept for itself no more', async () => {
  const { one, other, meet } = await twoMachines();
  const present = await getAnnotation(other.storage, imported.id);
  if (present === null) throw new Error('it did not come');
  await undo(one.storage);
  await other.storage.write(['annotations'], async (transaction) => {
    await transaction.objectStore('annotations').put(withNote(present, 'Mine.', present.modified));
  });
  await meet();
  expect(await seen(one)).toEqual({ total: 1, list: [['A long story', undefined, 1]] });
  expect(await seen(other)).toEqual(await seen(one));
  expect(await getArticle(one.storage, source)).toEqual(await getArticle(other.storage, source));
});

it('is kept for itself again when that was taken back, and done again', async () => {
  const { one, other, meet } = await twoMachines();
  const another = 'https://www.example.com/news/another-story';
  await keepIn(one, another);
  await meet();
  const id = await stage(one.storage, { articles: [article({ source: another, saved: SAVED })] });
  await commitImport(one.storage, createBackupDatabase(freshName()), id, one.now());
  for (const [deed, saved] of [
    [null, SAVED],
    [undo, undefined],
    [redo, SAVED],
  ] as const) {
    await deed?.(one.storage);
    await meet();
    for (const machine of [one, other])
      expect((await getArticle(machine.storage, another))?.saved).toBe(saved);
  }
});
