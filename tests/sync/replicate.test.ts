import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteOf, withNote } from '#core/annotation-edit.ts';
import { createReplicaLog } from '#background/replica-log.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { createCouch, type Couch } from '#sync/couch.ts';
import { replicate, type SyncRun } from '#sync/replicate.ts';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { annotation, article, id } from '#tests/storage/records.ts';
import { startCouchServer, type CouchServer } from './couch-server.ts';

let server: CouchServer;
let keys: SyncKeys;
beforeAll(async () => {
  server = await startCouchServer();
  keys = await deriveKeys('correct horse battery staple', newSalt());
}, 60_000);
afterAll(() => server.end());

interface Machine {
  readonly storage: Storage;
  readonly sync: (couch: Couch) => Promise<SyncRun>;
}

let machines = 0;
function machine(): Machine {
  const name = `machine-${machines++}`;
  const storage = createStorage({ name, isJournalled: () => true });
  const log = createReplicaLog(storage, name);
  return { storage, sync: (couch) => replicate(couch, keys, log, { replica: name }) };
}

async function desk(
  count: number,
): Promise<{ couch: Couch; database: string; one: Machine; other: Machine }> {
  const database = await server.database();
  const couch = createCouch({ database, name: 'reader', password: 'secret' });
  const [one, other] = [machine(), machine()];
  for (let number = 1; number <= count; number++)
    await putAnnotation(one.storage, {
      annotation: annotation({ number, note: `note ${number}` }),
      article: article(),
    });
  await one.sync(couch);
  await other.sync(couch);
  return { couch, database, one, other };
}

async function edit({ storage }: Machine, number: number, note: string, at: string): Promise<void> {
  const record = await getAnnotation(storage, id(number));
  if (record !== null)
    await putAnnotation(storage, { annotation: withNote(record, note, at), article: article() });
}

const note = async ({ storage }: Machine, number: number): Promise<string | null> => {
  const record = await getAnnotation(storage, id(number));
  return record === null ? null : noteOf(record);
};

describe('two machines and a server', () => {
  it('one notebook; what is sent once is not sent again', async () => {
    const { couch, one, other } = await desk(20);
    expect(await note(other, 20)).toBe('note 20');
    expect(await one.sync(couch)).toMatchObject({ sent: 0, taken: 0, unreadable: 0 });
    expect(await other.sync(couch)).toMatchObject({ sent: 0, taken: 0, unreadable: 0 });
  });

  it('edits on both at once are both kept, and the server is left with one revision', async () => {
    const { couch, database, one, other } = await desk(3);
    await edit(one, 1, 'At work.', '2026-02-01T10:00:00.000Z');
    await edit(other, 1, 'At home.', '2026-02-01T11:00:00.000Z');
    for (const each of [one, other, one, other, one]) await each.sync(couch);
    expect(await note(one, 1)).toBe('At work.\n\n---\n\nAt home.');
    expect(await note(other, 1)).toBe(await note(one, 1));
    const listed = await (await fetch(`${database}/_all_docs?include_docs=true&conflicts=true`)).text();
    expect(listed).not.toContain('_conflicts');
  });

  it('the server finds none of the words', async () => {
    const { database, one } = await desk(3);
    expect(await note(one, 1)).toBe('note 1');
    const all = await (await fetch(`${database}/_all_docs?include_docs=true`)).text();
    for (const word of ['note', 'Words', 'example', 'story', 'annotations', 'highlighting'])
      expect(all).not.toContain(word);
    expect(all).toContain('sealed');
  });

  it('another passphrase reads nothing and writes nothing over it', async () => {
    const { couch, one } = await desk(3);
    const stranger = createStorage({ name: 'stranger', isJournalled: () => true });
    const others = await deriveKeys('another one', newSalt());
    const run = await replicate(couch, others, createReplicaLog(stranger, 'stranger'), {
      replica: 'stranger',
    });
    expect(run).toMatchObject({ taken: 0, sent: 0 });
    expect(run.unreadable).toBeGreaterThan(3);
    expect(await one.sync(couch)).toMatchObject({ sent: 0, taken: 0 });
  });

  it('a server that is killed and started again goes on where it was', async () => {
    const { couch, one, other } = await desk(3);
    await edit(one, 2, 'Written while it was away.', '2026-02-01T10:00:00.000Z');
    await server.kill();
    await expect(one.sync(couch)).rejects.toMatchObject({ problem: 'unreachable' });
    await server.restart();
    await one.sync(couch);
    await other.sync(couch);
    expect(await note(other, 2)).toBe('Written while it was away.');
  });
});
