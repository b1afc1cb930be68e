import { serverAccess, type ServerAccess } from '#core/sync/server-access.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { OpenedNotebook } from './open-notebook.ts';
import { parseJson } from './parse-json.ts';
import { openText, sealText } from './seal.ts';
import { SyncError } from './sync-error.ts';
import { deriveKeys } from './sync-keys.ts';

/** What a setup code begins with: its format. */
const FORMAT = 'onrecord1';
const SALT = 32;
const BOUND = 'setup code';

/** A code that carries a set-up to another machine. Closed with the passphrase, which must come there by another way. */
export async function setupCode({ keys, salt }: OpenedNotebook, access: ServerAccess): Promise<string> {
  return [FORMAT, toBase64(salt), await sealText(keys, BOUND, JSON.stringify(access))].join('.');
}

/**
 * What a setup code says, spaces and line ends of a mail aside. Rejects with a SyncError: `bad-code` for what is none or was cut off,
 * `wrong-passphrase`. Asks nobody.
 */
export async function readSetupCode(code: string, passphrase: string): Promise<ServerAccess> {
  const [format, salt, sealed, ...more] = code.replace(/\s+/g, '').split('.');
  const bytes = fromBase64(salt ?? '');
  const isWhole = format === FORMAT && sealed !== undefined && more.length === 0;
  if (!isWhole || bytes?.length !== SALT || (fromBase64(sealed)?.length ?? 0) < SALT)
    throw new SyncError('bad-code');
  const words = await openText(await deriveKeys(passphrase, bytes), BOUND, sealed);
  if (words === null) throw new SyncError('wrong-passphrase');
  const parsed = serverAccess(parseJson(words));
  if (!parsed.ok) throw new SyncError('bad-code');
  return parsed.value;
}
