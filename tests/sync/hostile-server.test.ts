import 'fake-indexeddb/auto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCouch, type Couch } from '#sync/couch.ts';
import { SyncError } from '#sync/sync-error.ts';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { deleteAnnotations } from '#storage/trash.ts';
import { id } from '#tests/storage/records.ts';
import { startCouchServer, type CouchServer } from './couch-server.ts';
import { keepSome, machine, recordsOf, writeOn, type Machine } from './machine.ts';

/** A server that lies, breaks off, or gives back what was long since written over, never damages what this machine has. */

/** Answers in place of the server. `pass` gives what the honest one says. */
type Lie = (
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => Promise<{ status: number; body: string }>,
) => Promise<void>;

let server: CouchServer;
let keys: SyncKeys;
let liar: Server;
let lie: Lie | null = null;
let target = '';

beforeAll(async () => {
  server = await startCouchServer();
  keys = await deriveKeys('correct horse battery staple', newSalt());
  liar = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
}, 60_000);
afterAll(async () => {
  liar.closeAllConnections();
  liar.close();
  await server.kill();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const pass = async () => {
    const init = { method: request.method ?? 'GET', headers: { 'content-type': 'application/json' } };
    const honest = await fetch(target + (request.url ?? ''), body === '' ? init : { ...init, body });
    return { status: honest.status, body: await honest.text() };
  };
  if (lie !== null) return lie(request, response, pass);
  const honest = await pass();
  response.writeHead(honest.status, { 'content-type': 'application/json' }).end(honest.body);
}

const isOf = (request: IncomingMessage, call: string): boolean =>
  request.url?.startsWith(`/${call}`) === true;
const say = (response: ServerResponse, body: string, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
};
const everywhere =
  (call: string, wrong: (response: ServerResponse, honest: string) => void): Lie =>
  async (request, response, pass) => {
    const { status, body } = await pass();
    if (isOf(request, call)) wrong(response, body);
    else say(response, body, status);
  };
const calls = ['_changes', '_bulk_get', '_revs_diff', '_bulk_docs', '_local'];

const lies: readonly (readonly [string, Lie])[] = [
  ...calls.flatMap((call): readonly (readonly [string, Lie])[] => [
    [`garbage for ${call}`, everywhere(call, (response) => say(response, '<html>It works!</html>'))],
    [`half of an answer for ${call}`, everywhere(call, (response, honest) => say(response, honest.slice(0, honest.length / 2)))],
    [`an answer that is broken off for ${call}`, everywhere(call, (response, honest) => {
      response.writeHead(200, { 'content-length': String(honest.length + 100) });
      response.write(honest.slice(0, 10));
      setTimeout(() => response.destroy(), 20);
    })],
    [`another kind of answer for ${call}`, everywhere(call, (response) => say(response, '{"ok":{"results":"many","__proto__":{"results":[]}}}'))],
    [`null for ${call}`, everywhere(call, (response) => say(response, 'null'))],
    [`500 for ${call}`, everywhere(call, (response) => say(response, '{"error":"internal"}', 500))],
    [`a refusal for ${call}`, everywhere(call, (response) => say(response, '{"error":"unauthorized"}', 401))],
    [`no space for ${call}`, everywhere(call, (response) => say(response, '{"error":"file_error"}', 507))],
    [`nothing at all for ${call}`, everywhere(call, () => {})],
    [`a way elsewhere for ${call}`, everywhere(call, (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end())],
  ]),
  ['changes without end', everywhere('_changes', (response) =>
    say(response, JSON.stringify({ results: [{ id: 'n1', changes: [{ rev: '1-a' }] }], last_seq: String(Math.floor(Math.random() * 5)) })))],
  ['documents that nobody has asked for', everywhere('_bulk_get', (response) =>
    say(response, JSON.stringify({ results: [{ id: 'x', docs: [{ ok: { _id: 'x', _rev: '1-a', sealed: 'AAAA' } }] }] })))],
  ['every document under the name of another', everywhere('_bulk_get', (response, honest) => {
    const { results } = JSON.parse(honest) as { results: { id: string; docs: { ok: { _id: string } }[] }[] };
    const ids = results.map(({ id: name }) => name);
    say(response, JSON.stringify({
      results: results.map((one, at) => ({ ...one, docs: one.docs.map(({ ok }) => ({ ok: { ...ok, _id: ids[(at + 1) % ids.length] } })) })),
    }));
  })],
  ['all of it deleted', everywhere('_bulk_get', (response, honest) => {
    const { results } = JSON.parse(honest) as { results: { docs: { ok: { _id: string; _rev: string } }[] }[] };
    say(response, JSON.stringify({
      results: results.map(({ docs }) => ({ docs: docs.map(({ ok: { _id, _rev } }) => ({ ok: { _id, _rev, _deleted: true } })) })),
    }));
  })],
  ['one letter of each turned', everywhere('_bulk_get', (response, honest) => say(response, honest.replaceAll(/("sealed":"[^"]{40})(.)/g, '$1A')))],
]; // prettier-ignore

describe('a server that lies', () => {
  let couch: Couch;
  let one: Machine;
  let other: Machine;
  const refresh = async (): Promise<void> => {
    lie = null;
    target = await server.database();
    const { port } = liar.address() as AddressInfo;
    couch = createCouch(
      { database: `http://127.0.0.1:${port}`, name: 'reader', password: 'secret' },
      { patience: 400 },
    );
    [one, other] = [machine(keys), machine(keys)];
    await keepSome(one, 4);
    await one.sync(couch);
    await other.sync(couch);
  };

  it.each(lies)('%s: nothing is damaged, and all is there when it is honest again', async (_what, told) => {
    await refresh();
    await writeOn(one, 1, 'Newer.', '2026-02-01T10:00:00.000Z');
    await one.sync(couch);
    await writeOn(other, 2, 'Beside it.', '2026-02-01T11:00:00.000Z');
    const before = JSON.stringify(await recordsOf(other));
    lie = told;
    const run = await other.sync(couch).catch((error: unknown) => error);
    if (run instanceof Error) expect(run).toBeInstanceOf(SyncError);
    const kept = JSON.stringify(await recordsOf(other));
    for (const note of ['note 3', 'note 4', 'Beside it.']) expect(kept).toContain(note);
    if (run instanceof Error && !kept.includes('Newer.')) expect(kept).toBe(before);
    lie = null;
    for (const each of [other, one, other, one]) await each.sync(couch, true);
    expect(await recordsOf(other)).toEqual(await recordsOf(one));
    expect(JSON.stringify(await recordsOf(one))).toContain('Beside it.');
    expect(JSON.stringify(await recordsOf(other))).toContain('Newer.');
  });

  it('an older day of the database is taken for no news, and gets what it has lost', async () => {
    await refresh();
    const replay = new Map<string, string>();
    lie = async (request, response, pass) => {
      const { status, body } = await pass();
      if (request.method === 'GET' && !replay.has(request.url ?? '')) replay.set(request.url ?? '', body);
      say(response, body, status);
    };
    await other.sync(couch);
    await writeOn(one, 1, 'Newer.', '2026-02-01T10:00:00.000Z');
    lie = null;
    await one.sync(couch);
    await other.sync(couch);
    // Another database in its place, empty: as after a restore from nothing.
    target = await server.database();
    await other.sync(couch);
    await one.sync(couch);
    expect(JSON.stringify(await recordsOf(other))).toContain('Newer.');
    const third = machine(keys);
    await third.sync(couch);
    expect((await recordsOf(third)) as unknown[]).toHaveLength(5);
    expect(JSON.stringify(await recordsOf(third))).toContain('Newer.');
  });

  it('a run that would delete more than a fifth asks first, and does nothing until then', async () => {
    await refresh();
    await keepSome(one, 60);
    await one.sync(couch);
    await other.sync(couch);
    await deleteAnnotations(
      one.storage,
      Array.from({ length: 50 }, (_, at) => id(at + 1)),
      Date.now(),
    );
    await one.sync(couch);
    const before = JSON.stringify(await recordsOf(other));
    await expect(other.sync(couch)).rejects.toMatchObject({ problem: 'too-much' });
    expect(JSON.stringify(await recordsOf(other))).toBe(before);
    await other.sync(couch, true);
    expect(await recordsOf(other)).toEqual(await recordsOf(one));
  });

  it('nor does a run that comes in many pieces: not a part of it is taken, however often it is tried', async () => {
    await refresh();
    await keepSome(one, 700);
    await one.sync(couch);
    await other.sync(couch);
    const half = Array.from({ length: 350 }, (_, at) => id(at + 1));
    await deleteAnnotations(one.storage, half, Date.now());
    await one.sync(couch);
    await writeOn(other, 600, 'Written here.', '2026-02-01T10:00:00.000Z');
    const before = JSON.stringify(await recordsOf(other));
    for (let turn = 0; turn < 3; turn++)
      await expect(other.sync(couch)).rejects.toMatchObject({
        problem: 'too-much',
        much: { rewritten: 350 },
      });
    expect(JSON.stringify(await recordsOf(other))).toBe(before);
    await other.sync(couch, true);
    await one.sync(couch);
    expect(await recordsOf(other)).toEqual(await recordsOf(one));
  });
});
