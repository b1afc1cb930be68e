import { object, string, type Parser } from '#core/guard.ts';
import { serverAccess, type ServerAccess } from '#core/sync/server-access.ts';
import type { Storage } from '#storage/database.ts';
import { getSyncRecord } from '#storage/sync-records.ts';
import type { SyncKeys } from '#sync/sync-keys.ts';

/** With which server, as whom and with which keys this machine keeps its notebook. */
export interface SyncSetup {
  readonly access: ServerAccess;
  readonly keys: SyncKeys;
  readonly salt: Uint8Array<ArrayBuffer>;
  /** This machine's id. */
  readonly replica: string;
  readonly device: { readonly name: string; readonly since: string };
}

function isCryptoKey(value: unknown): value is CryptoKey {
  return value instanceof CryptoKey;
}

function keysIn(value: unknown): SyncKeys | null {
  const { sealing, naming } = (value ?? {}) as Partial<Record<keyof SyncKeys, unknown>>;
  return isCryptoKey(sealing) && isCryptoKey(naming) ? { sealing, naming } : null;
}

const device: Parser<SyncSetup['device']> = object<SyncSetup['device']>({
  name: string(200),
  since: string(10),
});

function deviceIn(value: unknown): SyncSetup['device'] {
  const parsed = device(value);
  return parsed.ok ? parsed.value : { name: '', since: '' };
}

/** How sync is set up; null where it is not. */
export async function readSetup(storage: Storage): Promise<SyncSetup | null> {
  const [server, found, salt, replica, called] = await Promise.all(
    (['server', 'keys', 'salt', 'replica', 'device'] as const).map((key) => getSyncRecord(storage, key)),
  );
  const access = serverAccess(server);
  const keys = keysIn(found);
  if (!access.ok || keys === null || typeof replica !== 'string' || !(salt instanceof Uint8Array))
    return null;
  return {
    access: access.value,
    keys,
    salt: new Uint8Array(salt),
    replica,
    device: deviceIn(called),
  };
}
