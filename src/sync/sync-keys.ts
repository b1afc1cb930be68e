/** Rounds of PBKDF2-HMAC-SHA-256, as OWASP's *Password Storage Cheat Sheet* asks for. */
const ROUNDS = 600_000;

/** What a passphrase opens: one key seals what is sent, the other makes the names under which it lies. Neither can be taken out. */
export interface SyncKeys {
  readonly sealing: CryptoKey;
  readonly naming: CryptoKey;
}

/** Random bytes for a new database, of which its keys are made together with the passphrase; the server may know them. */
export function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

/**
 * The keys of a passphrase for one database: PBKDF2 (RFC 8018), then HKDF (RFC 5869) for each purpose. Takes about half a second.
 * Letters that look alike and are typed in another way (é as one sign or as two) give the same keys.
 */
export async function deriveKeys(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<SyncKeys> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const stretch = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  const bits = await crypto.subtle.deriveBits(stretch, material, 256);
  const root = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  const purpose = (words: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: new TextEncoder().encode(`on-record ${words}`),
  });
  const [sealing, naming] = await Promise.all([
    crypto.subtle.deriveKey(purpose('sealing'), root, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(purpose('naming'), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
      'sign',
    ]),
  ]);
  return { sealing, naming };
}
