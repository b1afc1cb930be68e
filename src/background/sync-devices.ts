import type { SyncDevice } from '#messaging/sync-protocol.ts';
import type { Storage } from '#storage/database.ts';
import { getSyncRecord, putSyncRecord } from '#storage/sync-records.ts';
import type { Couch } from '#sync/couch.ts';
import { type Device, listDevices, noteDevice } from '#sync/devices.ts';
import type { SyncSetup } from './sync-setup.ts';

function devicesIn(value: unknown): readonly Device[] {
  return Array.isArray(value) ? (value as readonly Device[]) : [];
}

/** The machines that keep the notebook, as they were listed last; this one first. */
export async function readDevices(storage: Storage, replica: string): Promise<readonly SyncDevice[]> {
  return devicesIn(await getSyncRecord(storage, 'devices'))
    .map((device) => ({ ...device, isThis: device.id === replica }))
    .toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
}

/**
 * Once a day: says that this machine keeps the notebook, and lists those that do. `today` is YYYY-MM-DD, UTC.
 * @param isAsked the reader has asked for this run, and may want to see whether another machine is there now: they are listed in any case
 */
export async function followDevices(
  storage: Storage,
  couch: Couch,
  { keys, replica, device }: SyncSetup,
  today: string,
  isAsked: boolean,
): Promise<void> {
  const listed = devicesIn(await getSyncRecord(storage, 'devices'));
  const isNoted = listed.find(({ id }) => id === replica)?.seen === today;
  if (isNoted && !isAsked) return;
  const { name, since } = device;
  if (!isNoted) await noteDevice(couch, keys, { id: replica, name, since: since || today, seen: today });
  await putSyncRecord(storage, 'devices', await listDevices(couch, keys));
}
