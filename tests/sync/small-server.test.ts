import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCouch, type Couch } from '#sync/couch.ts';
import { inPieces, newPace } from '#sync/in-pieces.ts';
import { SyncError, TooLargeError } from '#sync/sync-error.ts';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { startCouchServer, type CouchServer } from './couch-server.ts';
import { isOf, say, startLyingServer, type LyingServer } from './lying-server.ts';
import { keepSome, machine, recordsOf, writeOn, type Machine } from './machine.ts';

/** Honest servers that take little at a time, or are slow. */

let server: CouchServer;
let small: LyingServer;
let keys: SyncKeys;
let couch: Couch;
beforeAll(async () => {
  server = await startCouchServer();
  small = await startLyingServer();
  keys = await deriveKeys('correct horse battery staple', newSalt());
}, 60_000);
afterAll(async () => {
  small.close();
  await server.end();
});
beforeEach(async () => {
  small.lie = null;
  small.target = await server.database();
  couch = createCouch({ database: small.address, name: 'reader', password: 'secret' });
});

async function expectSame(one: Machine): Promise<void> {
  const other = machine(keys);
  await other.sync(couch);
  expect(await recordsOf(other)).toEqual(await recordsOf(one));
}

describe('a server that takes only small bodies', () => {
  const atMost = (bytes: number): void => {
    small.lie = async (request, response, pass) => {
      if (isOf(request, '_bulk_docs') && Number(request.headers['content-length']) > bytes)
        return say(response, '{"error":"too_large"}', 413);
      const { status, body } = await pass();
      say(response, body, status);
    };
  };

  it('is given smaller ones', async () => {
    const one = machine(keys);
    await keepSome(one, 40);
    atMost(6_000);
    expect(await one.sync(couch)).toMatchObject({ sent: 41, refused: 0 });
    await expectSame(one);
  });

  it('has the others when one record alone is too large, which waits', async () => {
    const one = machine(keys);
    await keepSome(one, 40);
    // Letters that no compression makes less of.
    const noise = Array.from({ length: 20_000 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((at * 7_919) % 20_000)),
    );
    await writeOn(one, 7, noise.join(''), '2026-02-01T10:00:00.000Z');
    atMost(12_000);
    expect(await one.sync(couch)).toMatchObject({ sent: 40, refused: 1 });
    expect(await one.sync(couch)).toMatchObject({ sent: 0, refused: 1 });
    small.lie = null;
    expect(await one.sync(couch)).toMatchObject({ sent: 1, refused: 0 });
    await expectSame(one);
  });
});

describe('a server that answers otherwise than most', () => {
  it('compressed, in chunks, and a little at a time', async () => {
    const one = machine(keys);
    await keepSome(one, 20);
    small.lie = async (_request, response, pass) => {
      const { status, body } = await pass();
      const closed = gzipSync(body);
      response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      for (let at = 0; at < closed.length; at += 700) response.write(closed.subarray(at, at + 700));
      response.end();
    };
    await one.sync(couch);
    await expectSame(one);
  });

  it('so slowly that much at once takes longer than anybody waits', async () => {
    const one = machine(keys);
    await keepSome(one, 40);
    await one.sync(couch);
    const asked: number[] = [];
    small.lie = async (request, response, pass) => {
      const { status, body } = await pass();
      const documents = body.split('"sealed"').length - 1;
      if (isOf(request, '_bulk_get')) asked.push(documents);
      if (documents <= 8) say(response, body, status);
    };
    const other = machine(keys);
    await other.sync(
      createCouch({ database: small.address, name: 'reader', password: 'secret' }, { patience: 1_500 }),
    );
    expect(await recordsOf(other)).toEqual(await recordsOf(one));
    expect(asked[0]).toBeGreaterThan(8);
  });
});

describe('pieces', () => {
  const run = async (items: readonly number[], most: number) => {
    const done: number[][] = [];
    const alone: number[] = [];
    await inPieces(items, {
      pace: newPace(),
      sizeOf: (size) => size,
      work: (piece) => {
        if (piece.reduce((sum, size) => sum + size, 0) > most)
          return Promise.reject(new TooLargeError('server-full'));
        done.push([...piece]);
        return Promise.resolve();
      },
      onTooLarge: (one) => alone.push(one),
    });
    return { done, alone };
  };

  it.each([
    ['nothing', [], 10],
    ['all at once', [1, 2, 3], 10],
    ['a few at a time', Array.from({ length: 1_200 }, (_, at) => (at * 7) % 50), 300],
    ['one by one', [9, 9, 9, 9], 10],
    ['large ones among small ones', [1, 99, 1, 1, 99, 5, 5, 1], 10],
  ])('%s: all in order, but what is too large by itself', async (_what, items, most) => {
    const { done, alone } = await run(items, most);
    expect(done.flat()).toEqual(items.filter((size) => size <= most));
    expect(alone).toEqual(items.filter((size) => size > most));
    for (const piece of done) expect(piece.length).toBeLessThanOrEqual(500);
  });

  it('a server that takes nothing is left alone after a while', async () => {
    await expect(
      run(
        Array.from({ length: 5_000 }, () => 10),
        5,
      ),
    ).rejects.toBeInstanceOf(TooLargeError);
  });

  it('a server that does not answer is not asked again and again', async () => {
    let count = 0;
    const work = (): Promise<void> => {
      count++;
      return Promise.reject(new SyncError('timeout'));
    };
    const pieces = { pace: newPace(), sizeOf: () => 1_000, work, onTooLarge: () => {} };
    await expect(
      inPieces(
        Array.from({ length: 500 }, () => 0),
        pieces,
      ),
    ).rejects.toThrow('timeout');
    expect(count).toBe(2);
  });
});
