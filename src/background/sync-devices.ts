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
 * Once a day, or when `now` is asked for: says that this machine keeps the notebook, and lists those that do. `today` is YYYY-MM-DD, UTC.
 */
export async function followDevices(
  storage: Storage,
  couch: Couch,
  { keys, replica, device }: SyncSetup,
  today: string,
): Promise<void> {
  const listed = devicesIn(await getSyncRecord(storage, 'devices'));
  if (listed.find(({ id }) => id === replica)?.seen === today) return;
  await noteDevice(couch, keys, {
    id: replica,
    name: device.name,
    since: device.since || today,
    seen: today,
  });
  await putSyncRecord(storage, 'devices', await listDevices(couch, keys));
}
