import { createRoutes } from '#background/routes.ts';
import { createSyncService } from '#background/sync-service.ts';
import type { Reply, Requests } from '#messaging/protocol.ts';
import { dispatch, type Routes, type Sender } from '#messaging/server.ts';
import { putAnnotation } from '#storage/annotations.ts';
import { type Backups, createBackupDatabase } from '#storage/backup-database.ts';
import { makeBackup } from '#storage/backups.ts';
import { absorbJournal } from '#storage/absorb-journal.ts';
import { noteEverything } from '#storage/everything.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { beginImport, stageImport } from '#storage/staged-imports.ts';
import { beginSync, putSyncRecord } from '#storage/sync-records.ts';
import { deleteAnnotations } from '#storage/trash.ts';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { areas, areaWrites } from './fake-browser.ts';
import {
  annotationAt,
  articleAt,
  elsewhere,
  here,
  ids,
  messageSamples,
  type Samples,
  secret,
} from './message-samples.ts';

export const content: Sender = { kind: 'content', tabId: 7, url: here };
export const popover: Sender = { kind: 'ui', tabId: 7 };
export const library: Sender = { kind: 'ui', tabId: null };

/** Who asks a message of this name. */
export function senderFor(routes: Routes<Requests>, name: keyof Requests): Sender {
  if (routes[name].from === 'content') return content;
  return name.startsWith('popover.') && name !== 'popover.unshownOf' ? popover : library;
}

/** The background with a library in it, whose writes are counted. */
export interface Background {
  readonly name: string;
  readonly storage: Storage;
  readonly routes: Routes<Requests>;
  /** Right messages: their ids are those of this library. */
  readonly samples: Samples;
  /** Sends a message and waits until all that it has begun is done. */
  readonly send: (message: unknown, sender: Sender | null) => Promise<Reply<unknown>>;
  /** How many writes have been made since the beginning: transactions that have completed, and values under storage.local and session. */
  readonly writes: () => number;
}

interface Watched {
  readonly storage: Storage;
  readonly completed: () => number;
  readonly settled: () => Promise<void>;
}

/** Counts the transactions that have written, and tells when none is under way. */
function watched(storage: Storage): Watched {
  let completed = 0;
  let underWay = 0;
  const counted = async <T>(work: Promise<T>, isWrite: boolean): Promise<T> => {
    underWay += 1;
    try {
      const value = await work;
      if (isWrite) completed += 1;
      return value;
    } finally {
      underWay -= 1;
    }
  };
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    storage: {
      ...storage,
      read: (stores, work) => counted(storage.read(stores, work), false),
      write: (stores, work, need) => counted(storage.write(stores, work, need), true),
    },
    completed: () => completed,
    async settled() {
      for (let quiet = 0; quiet < 3; quiet = underWay === 0 ? quiet + 1 : 0) await turn();
    },
  };
}

/**
 * The background over a database that is there, as it is when its worker has just begun.
 * @param afterwards lets the time go by for which an answered message's lesser work is put off: it is that message's, and no later one's
 */
export function wakeBackground(
  name: string,
  afterwards: () => Promise<unknown> = () => Promise.resolve(),
): Pick<Background, 'name' | 'storage' | 'routes' | 'send' | 'writes'> & { readonly backups: Backups } {
  const { storage, completed, settled } = watched(createStorage({ name }));
  const backups = createBackupDatabase(`${name}-backups`);
  const routes = createRoutes(storage, backups, createSyncService(storage, backups));
  const send = async (message: unknown, sender: Sender | null): Promise<Reply<unknown>> => {
    const reply = await dispatch(routes, message, sender);
    // A refused message has begun nothing; the writes of its forerunner are over.
    if (reply.ok || (reply.error !== 'bad-message' && reply.error !== 'not-allowed')) await settled();
    if (reply.ok) {
      await afterwards();
      await settled();
    }
    return reply;
  };
  return { name, storage, routes, backups, send, writes: () => completed() + areaWrites.count };
}

/** Makes the background anew, with passages of two sites, one in the trash, a person, a decision, a backup and a part of an import. */
export async function createBackground(
  name: string,
  afterwards?: () => Promise<unknown>,
): Promise<Background> {
  areas.local.clear();
  areas.session.clear();
  const { storage, routes, backups, send, writes } = wakeBackground(name, afterwards);
  const now = Date.parse('2026-01-03T00:00:00Z');
  for (const [source, id] of [[here, ids.here], [elsewhere, ids.elsewhere], [here, ids.trash], [elsewhere, ids.other]] as const)
    await putAnnotation(storage, { annotation: annotationAt(source, id), article: articleAt(source) }, now); // prettier-ignore
  await deleteAnnotations(storage, [ids.trash], now);
  await makeBackup(storage, backups, now);
  await send({ name: 'page.started', input: { secret } }, content);
  const samples = messageSamples('');
  const prepared = await send({ name: 'popover.prepare', input: samples['popover.prepare'] }, content);
  const { id } = prepared.ok ? (prepared.value as { id: string }) : { id: '' };
  await send({ name: 'decisions.put', input: samples['decisions.put'] }, library);
  await send({ name: 'settings.put', input: { key: 'ledger.enabled', value: true } }, library);
  await send({ name: 'article.open', input: samples['article.open'] }, content);
  await keepInSync(storage);
  const staged = 'import-of-this-library';
  await beginImport(storage, staged, ['notes.json']);
  await stageImport(storage, { ...samples['import.stage'], import: staged });
  return {
    name,
    storage,
    routes,
    samples: await withIds(messageSamples(id), staged, send),
    send,
    writes,
  };
}

let made: Promise<SyncKeys> | null = null;

/** Has the library sync with a server to which access is refused: what is changed is noted, and nobody is asked. */
async function keepInSync(storage: Storage): Promise<void> {
  made ??= deriveKeys('correct horse', newSalt());
  const server = messageSamples('')['sync.test'];
  const device = { name: 'Desk', since: '2026-01-03' };
  await beginSync(storage, { server, keys: await made, salt: newSalt(), replica: 'desk', device });
  await noteEverything(storage);
  await absorbJournal(storage, { replica: 'desk', now: Date.parse('2026-01-03T00:00:00Z') });
  await putSyncRecord(storage, 'devices', [{ id: 'desk', ...device, seen: '2026-01-03' }]);
}

/** The samples with the ids that this library has given its people and its import. */
async function withIds(samples: Samples, staged: string, send: Background['send']): Promise<Samples> {
  const idOf = async (source: string): Promise<string> => {
    const reply = await send({ name: 'people.find', input: { source, name: 'Ana Ortiz' } }, library);
    const found = reply.ok ? (reply.value as ReturnType<Requests['people.find']>) : null;
    return found?.person.id ?? '';
  };
  const names = { 'person-1': await idOf(here), 'person-2': await idOf(elsewhere), 'import-1': staged };
  const replaced = Object.entries(names).reduce(
    (text, [from, to]) => text.replaceAll(JSON.stringify(from), JSON.stringify(to)),
    JSON.stringify(samples),
  );
  return JSON.parse(replaced) as Samples;
}
