import { afterAll, beforeAll, expect, it } from 'vitest';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { simulateReplicas } from '../../bench/sync/simulate-replicas.ts';
import { startCouchServer, type CouchServer } from '#tests/sync/couch-server.ts';

/** `npm run bench -- replicas` at a small size. */

let server: CouchServer;
let keys: SyncKeys;
beforeAll(async () => {
  server = await startCouchServer();
  keys = await deriveKeys('correct horse battery staple', newSalt());
}, 60_000);
afterAll(() => server.end());

const words = Array.from({ length: 300 }, (_, at) => `word${at}`);
const small = { passages: 10, days: 1, runs: 5, changes: 5, atOnce: 3 };

it.each([
  ['readers with three machines each', { readers: 3, machines: 3 }],
  ['one notebook on many machines', { readers: 1, machines: 8 }],
])('%s end with the same on all machines of each', async (_what, shape) => {
  const done = await simulateReplicas({ ...small, ...shape, keys, words, database: server.database });
  expect(done).toMatchObject({ runs: shape.readers * shape.machines * small.runs, unequal: 0 });
  expect(done.edits).toBeGreaterThan(shape.readers * shape.machines);
  expect(done.documentsTaken).toBeGreaterThan(done.edits / 2);
  expect(done.conflicts).toBeGreaterThan(0);
});
