import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCouch, type Couch } from '#sync/couch.ts';
import { revisionsOf } from '#sync/revision.ts';
import { startCouchServer, type CouchServer } from './couch-server.ts';
import { createMemoryCouch } from './memory-couch.ts';

/** The server in memory answers as express-pouchdb does: one table of cases for both. */

let server: CouchServer;
beforeAll(async () => {
  server = await startCouchServer();
}, 60_000);
afterAll(() => server.end());

const rev = (generation: number, letter: string): string => `${generation}-${letter.repeat(32)}`;
const given = (id: string, next: string, parent: string | null, more: object = {}): object => ({
  _id: id,
  _rev: next,
  _revisions: revisionsOf(next, parent),
  ...more,
});

/** Two machines have changed `n1` at once. */
async function conflict(couch: Couch): Promise<void> {
  await couch.give([given('n1', rev(1, 'a'), null, { sealed: 'A' })]);
  await couch.give([
    given('n1', rev(2, 'b'), rev(1, 'a'), { sealed: 'B' }),
    given('n1', rev(2, 'c'), rev(1, 'a'), { sealed: 'C' }),
  ]);
}

const changesOf = async (couch: Couch, since = '0') => {
  const { results } = await couch.changes(since, 100);
  return results.map(({ id, leaves }) => [id, leaves.toSorted()]);
};
const wordsOf = async (couch: Couch, wanted: readonly { readonly id: string; readonly rev: string }[]) => {
  const found = await couch.revisions(wanted);
  return found
    .map(({ _id, _rev, _deleted, sealed }) => JSON.stringify([_id, _rev, _deleted === true, sealed]))
    .toSorted();
};

const cases: readonly (readonly [string, (couch: Couch) => Promise<unknown>])[] = [
  ['nothing is in a new database', async (couch) => [await changesOf(couch), await couch.read('n1')]],
  [
    'a revision that is given is there as it was given, and is not missing',
    async (couch) => {
      await couch.give([given('n1', rev(1, 'a'), null, { sealed: 'A' })]);
      return [
        await changesOf(couch),
        await wordsOf(couch, [{ id: 'n1', rev: rev(1, 'a') }]),
        await couch.missing({ n1: [rev(1, 'a'), rev(1, 'b')], n2: [rev(1, 'a')] }),
      ];
    },
  ],
  [
    'two that come of one are both leaves; one that is given twice is no change',
    async (couch) => {
      await conflict(couch);
      const { last } = await couch.changes('0', 100);
      await conflict(couch);
      const both = [rev(2, 'b'), rev(2, 'c')].map((one) => ({ id: 'n1', rev: one }));
      return [
        await changesOf(couch),
        await changesOf(couch, last),
        await wordsOf(couch, both),
        (await couch.read('n1'))?._rev,
      ];
    },
  ],
  [
    'a leaf that is deleted is a leaf still, and is not shown',
    async (couch) => {
      await conflict(couch);
      await couch.give([given('n1', rev(3, 'd'), rev(2, 'c'), { _deleted: true })]);
      return [
        await changesOf(couch),
        (await couch.read('n1'))?._rev,
        await wordsOf(couch, [{ id: 'n1', rev: rev(3, 'd') }]),
      ];
    },
  ],
  [
    'a document is listed where it changed last, once',
    async (couch) => {
      await couch.give([given('n1', rev(1, 'a'), null, { sealed: 'A' })]);
      await couch.give([given('n2', rev(1, 'a'), null, { sealed: 'A' })]);
      const { last } = await couch.changes('0', 1);
      await couch.give([given('n1', rev(2, 'b'), rev(1, 'a'), { sealed: 'B' })]);
      return [await changesOf(couch), await changesOf(couch, last)];
    },
  ],
  [
    'a past that was never given is missing, and what comes of it later joins it',
    async (couch) => {
      await couch.give([given('n1', rev(3, 'c'), rev(2, 'b'), { sealed: 'C' })]);
      const before = await couch.missing({ n1: [rev(2, 'b'), rev(1, 'a')] });
      await couch.give([given('n1', rev(3, 'd'), rev(2, 'b'), { sealed: 'D' })]);
      return [before, await changesOf(couch)];
    },
  ],
  [
    'what is written names the revision that it comes of, else it is refused',
    async (couch) => {
      const first = await couch.write('on-record-notebook', { _id: 'on-record-notebook', version: 1 });
      const refused = await couch.write('on-record-notebook', { _id: 'on-record-notebook', version: 2 });
      const next = await couch.write('on-record-notebook', {
        _id: 'on-record-notebook',
        _rev: first,
        version: 3,
      });
      return [
        first?.slice(0, 2),
        refused,
        next?.slice(0, 2),
        (await couch.read('on-record-notebook'))?.['version'],
      ];
    },
  ],
  [
    'what is local is read back, is no change, and is refused without its revision',
    async (couch) => {
      const id = '_local/on-record-one';
      const first = await couch.write(id, { _id: id, since: '1' });
      const refused = await couch.write(id, { _id: id, since: '2' });
      const next = await couch.write(id, { _id: id, _rev: first, since: '3' });
      return [
        refused,
        next !== null,
        (await couch.read(id))?.['since'],
        await changesOf(couch),
        await couch.read('_local/x'),
      ];
    },
  ],
  [
    'a deleted document is not there, and can be written again',
    async (couch) => {
      await conflict(couch);
      await couch.give([
        given('n1', rev(3, 'd'), rev(2, 'c'), { _deleted: true }),
        given('n1', rev(3, 'e'), rev(2, 'b'), { _deleted: true }),
      ]);
      const gone = await couch.read('n1');
      await couch.give([given('n1', rev(4, 'f'), rev(3, 'e'), { sealed: 'F' })]);
      return [gone, (await couch.read('n1'))?._rev, await changesOf(couch)];
    },
  ],
];

describe('a server in memory', () => {
  it.each(cases)('as express-pouchdb: %s', async (_what, run) => {
    const real = createCouch({ database: await server.database(), name: 'reader', password: 'secret' });
    expect(await run(createMemoryCouch())).toEqual(await run(real));
  });
});
