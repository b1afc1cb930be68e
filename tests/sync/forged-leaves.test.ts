import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CouchDocument } from '#sync/couch-answers.ts';
import type { Couch } from '#sync/couch.ts';
import { losersAmong } from '#sync/joined-away.ts';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { keepSome, machine, recordsOf, writeOn, type Machine } from './machine.ts';
import { createMemoryCouch, type MemoryCouch } from './memory-couch.ts';

/** What a server says of a document's leaves must not have us delete on it what nobody has joined. */

let keys: SyncKeys;
beforeAll(async () => {
  keys = await deriveKeys('correct horse battery staple', newSalt());
});

type Bulk = (found: readonly CouchDocument[]) => readonly CouchDocument[];
const giving = (couch: Couch, turn: Bulk): Couch => ({
  ...couch,
  revisions: async (wanted) => turn(await couch.revisions(wanted)),
});
const countLeaves = (couch: MemoryCouch): number =>
  [...couch.leaves()].reduce((sum, [, leaves]) => sum + leaves.length, 0);

describe('a server that names leaves cannot have us delete what nobody has joined', () => {
  it('given twice, a leaf is one: nothing is deleted', async () => {
    const couch = createMemoryCouch();
    const [one, other] = [machine(keys), machine(keys)];
    await keepSome(one, 4);
    await one.sync(couch);
    const before = countLeaves(couch);
    await other.sync(giving(couch, (found) => [...found, ...found]));
    expect(countLeaves(couch)).toBe(before);
    const third = machine(keys);
    await third.sync(couch);
    expect(await recordsOf(third)).toEqual(await recordsOf(one));
  });

  it.each<readonly [string, (found: CouchDocument, shown: boolean) => boolean]>([
    ['shown', (_found, isShown) => isShown],
    ['hidden', (_found, isShown) => !isShown],
  ])(
    'where the %s one came spoilt all are left as they are until it can be read',
    async (_which, isSpoilt) => {
      const couch = createMemoryCouch();
      const [one, other] = [machine(keys), machine(keys)];
      await keepSome(one, 1);
      await one.sync(couch);
      await other.sync(couch);
      // Both at once: two leaves, of which each has something of its own.
      await writeOn(one, 1, 'By one.', '2026-02-01T10:00:00.000Z');
      await writeOn(other, 1, 'By the other.', '2026-02-01T11:00:00.000Z');
      const apart: Couch = { ...couch, changes: async (since) => ({ results: [], last: since }) };
      await one.sync(couch);
      await other.sync(apart);
      const third = machine(keys);
      await third.sync(
        giving(couch, (found) => {
          const losers = new Set(losersAmong(found).map(({ _rev }) => _rev));
          return found.map((each) => {
            const all = found.filter(({ _id }) => _id === each._id);
            const isOne = all.length > 1 && isSpoilt(each, !losers.has(each._rev));
            return isOne ? { ...each, sealed: 'AAAA' } : each;
          });
        }),
      );
      // The two others are seen no more: what they have written is on the server.
      const fourth: Machine = machine(keys);
      await fourth.sync(couch);
      const notes = JSON.stringify(await recordsOf(fourth));
      expect(notes).toContain('By one.');
      expect(notes).toContain('By the other.');
    },
  );
});
