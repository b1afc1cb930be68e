import { beforeAll, describe, expect, it } from 'vitest';
import type { Couch } from '#sync/couch.ts';
import { pull } from '#sync/pull.ts';
import type { ReplicaLog } from '#sync/replica-log.ts';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { wipeServer } from '#sync/wipe-server.ts';
import { createMemoryCouch } from './memory-couch.ts';

/** A server that always has more is not asked for ever, and what it names does not fill the memory. */

let keys: SyncKeys;
beforeAll(async () => {
  keys = await deriveKeys('correct horse battery staple', newSalt());
});

const nothing = async (): Promise<void> => {};
/** A notebook of one record, of which the server knows nothing. */
const log: ReplicaLog = {
  absorb: async () => 0,
  waiting: async () => [],
  sent: nothing,
  take: async () => 0,
  checkpoint: async () => null,
  setCheckpoint: nothing,
  owed: async () => [],
  setOwed: nothing,
  offerAll: nothing,
  known: async () => new Set<string>(),
  size: async () => 1,
  names: async () => ['one'],
  offerUnseen: nothing,
  lastWhole: async () => null,
  setLastWhole: nothing,
};

/** Each page of changes has another after it. */
function endless(idOf: (page: number, row: number) => string): Couch & { readonly pages: () => number } {
  let page = 0;
  const rev = `1-${'0'.repeat(190)}`;
  return {
    ...createMemoryCouch(),
    pages: () => page,
    changes: async () => {
      page++;
      const results = Array.from({ length: 1_000 }, (_, row) => ({ id: idOf(page, row), leaves: [rev] }));
      return { results, last: `${page}` };
    },
  };
}

describe('a server that always has more', () => {
  it.each<readonly [string, (page: number, row: number) => string, number]>([
    ['documents of others', () => 'x', 5_000],
    ['documents that may be ours', (page, row) => `n${page}-${row}`.padEnd(1_000, '_'), 100],
  ])('%s: it is asked no more', async (_what, idOf, most) => {
    const couch = endless(idOf);
    const options = { replica: 'r', now: Date.now(), weigh: () => {} };
    await expect(pull({ couch, keys, log }, options)).rejects.toMatchObject({ problem: 'bad-answer' });
    expect(couch.pages()).toBeLessThanOrEqual(most);
  });

  it('to be wiped: it is asked no more', async () => {
    let rounds = 0;
    const couch: Couch = {
      ...createMemoryCouch(),
      drop: async () => false,
      list: async () => [{ id: `n${rounds++}`, rev: '1-a', document: null }],
      remove: nothing,
    };
    await expect(wipeServer(couch)).rejects.toMatchObject({ problem: 'bad-answer' });
    expect(rounds).toBeLessThan(3_000);
  });
});
