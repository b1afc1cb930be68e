import { object, string, where, type Parser } from '#core/guard.ts';
import type { Couch, CouchRow } from './couch.ts';
import { parseJson } from './parse-json.ts';
import { keyedHash, openText, sealText } from './seal.ts';
import type { SyncKeys } from './sync-keys.ts';

/** A machine that keeps the notebook, as it says itself. */
export interface Device {
  /** Its replica's id. */
  readonly id: string;
  readonly name: string;
  /** The days on which it was set up and has last run: YYYY-MM-DD, UTC. */
  readonly since: string;
  readonly seen: string;
}

const DEVICE = 'on-record-device-';
/** A reader has few machines; one that was thrown away stays until the notebook is wiped. */
const MOST = 200;

const day: Parser<string> = where(string(10), (text) => /^\d{4}-\d\d-\d\d$/.test(text));
const device: Parser<Device> = object<Device>({ id: string(100), name: string(200), since: day, seen: day });

async function nameOf(keys: SyncKeys, id: string): Promise<string> {
  return DEVICE + (await keyedHash(keys, `device ${id}`));
}

/** The machines that keep this notebook, by name. What cannot be read is left out. */
export async function listDevices(couch: Couch, keys: SyncKeys): Promise<readonly Device[]> {
  const rows = await couch.list({ start: DEVICE, end: `${DEVICE}\u{fff0}`, limit: MOST, whole: true });
  const opened = await Promise.all(rows.map((row) => openDevice(keys, row)));
  return opened.filter((one) => one !== null).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function openDevice(keys: SyncKeys, { id, document }: CouchRow): Promise<Device | null> {
  const sealed = document?.['sealed'];
  const words = typeof sealed === 'string' ? await openText(keys, id, sealed) : null;
  const parsed = words === null ? null : device(parseJson(words));
  return parsed?.ok === true && (await nameOf(keys, parsed.value.id)) === id ? parsed.value : null;
}

/** Says on the server that this machine keeps the notebook. */
export async function noteDevice(couch: Couch, keys: SyncKeys, device: Device): Promise<void> {
  const id = await nameOf(keys, device.id);
  const present = await couch.read(id);
  const sealed = await sealText(keys, id, JSON.stringify(device));
  await couch.write(id, { _id: id, ...(present === null ? {} : { _rev: present._rev }), sealed });
}

/** Says that it does no more. */
export async function forgetDevice(couch: Couch, keys: SyncKeys, replica: string): Promise<void> {
  const id = await nameOf(keys, replica);
  const present = await couch.read(id);
  if (present !== null) await couch.remove([{ id, rev: present._rev, document: null }]);
}
