import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeAll, describe, expect, it } from 'vitest';
import { createReplicaLog } from '#background/replica-log.ts';
import { noteOf } from '#core/annotation-edit.ts';
import { makeRandom } from '#scripts/train-random.ts';
import { countKept, getAnnotation } from '#storage/annotations.ts';
import { createStorage } from '#storage/database.ts';
import { countWaiting } from '#storage/sync-records.ts';
import { replicate } from '#sync/replicate.ts';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { id } from '#tests/storage/records.ts';
import { keepSome, type Machine, machine, recordsOf, writeOn } from '#tests/sync/machine.ts';
import { createMemoryCouch } from '#tests/sync/memory-couch.ts';
import { isWhole, seedOf } from './amount.ts';
import { mutate } from './mutate.ts';

/** What sync has noted for itself, spoilt by a disk: the reader loses nothing by it, and sync goes on. */

const times = isWhole ? 200 : 12;
let keys: SyncKeys;
beforeAll(async () => {
  keys = await deriveKeys('correct horse', newSalt());
});

let names = 0;
function named(): Machine & { readonly name: string } {
  const name = `spoilt-${names++}`;
  const storage = createStorage({ name, isJournalled: () => true });
  const log = createReplicaLog(storage, name);
  return {
    name,
    storage,
    sync: (couch, evenMuch = false) => replicate(couch, keys, log, { replica: name, evenMuch }),
  };
}

/** Spoils some of what lies in a store, under the keys that it has. */
async function spoil(name: string, store: string, random: () => number): Promise<void> {
  const database = await openDB(name);
  const transaction = database.transaction(store, 'readwrite');
  for (const record of (await transaction.store.getAll()) as readonly Record<string, unknown>[]) {
    if (random() < 0.5) continue;
    const broken = mutate(record, random);
    const path = store === 'sync' ? 'key' : 'name';
    try {
      await transaction.store.put({ ...(broken as object), [path]: record[path] });
    } catch {
      // What no disk can hold.
    }
  }
  await transaction.done;
  database.close();
}

describe('what sync has noted, damaged at random', () => {
  it.each(['replica', 'journal', 'sync'])(
    '%s: no note is lost, and sync goes on',
    { timeout: 600_000 },
    async (store) => {
      for (let time = 0; time < times; time++) {
        const seed = seedOf(70_000 + time * 10 + store.length);
        const random = makeRandom(seed);
        const couch = createMemoryCouch();
        const [one, other] = [named(), machine(keys)];
        await keepSome(one, 6);
        await one.sync(couch);
        await other.sync(couch);
        await writeOn(one, 1, 'Written before.', '2026-02-01T10:00:00.000Z');
        await writeOn(other, 2, 'Written there.', '2026-02-01T10:00:00.000Z');
        await other.sync(couch);
        await spoil(one.name, store, random);
        const what = `seed ${seed}`;
        for (const each of [one, other, one, other]) {
          await countWaiting(each.storage);
          await expect(each.sync(couch, true), what).resolves.toMatchObject({ unreadable: 0 });
        }
        expect(await countKept(one.storage), what).toBe(6);
        const note = await getAnnotation(one.storage, id(1));
        expect(note === null ? null : noteOf(note), what).toContain('Written before.');
        // Edited again, it is sent, whatever was noted of it.
        await writeOn(one, 1, 'Written after.', '2026-02-02T10:00:00.000Z');
        for (const each of [one, other, one]) await each.sync(couch, true);
        expect(await recordsOf(other), what).toEqual(await recordsOf(one));
        expect(JSON.stringify(await recordsOf(other)), what).toContain('Written after.');
        expect(JSON.stringify(await recordsOf(one)), what).toContain('Written there.');
      }
    },
  );
});
