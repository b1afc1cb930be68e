import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findLeaks } from './browsers/find-leaks.ts';

/** What looks for words in the server's database would find them. */

const secret = 'Helena Märrow';
const bytes = Buffer.from(secret);
const within = (before: string): Buffer => Buffer.from(`${before}{"name":"${secret}"} and more`);

describe('a secret is found', () => {
  it.each([
    ['as it is', `{"a":"${secret}"}`],
    ['in other letters', secret.toUpperCase()],
    ['with its signs taken apart', secret.normalize('NFD')],
    ['escaped for JSON', secret.split('').map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')],
    ['in an address', encodeURIComponent(secret)],
    ['in hex', `00${bytes.toString('hex')}00`],
    ['in base64', within('').toString('base64')],
    ['in base64, one byte on', within('x').toString('base64')],
    ['in base64, two bytes on', within('xx').toString('base64')],
    ['in base64 for addresses', within('x').toString('base64url')],
    ['in base64 twice', Buffer.from(within('x').toString('base64')).toString('base64')],
    ['in UTF-16, in base64', Buffer.from(`words: ${secret}, and so on`, 'utf16le').toString('base64')],
    ['backwards', secret.split('').toReversed().join('')],
    ['hashed without a key', createHash('sha256').update(secret).digest('hex')],
    ['hashed without a key, in base64', createHash('sha1').update(secret).digest('base64url')],
  ])('%s', (_how, text) => {
    expect(findLeaks(`before ${text} after`, ['nowhere at all', secret])).toEqual([secret]);
  }); // prettier-ignore

  it('and nothing where there is none', () => {
    const noise = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7_919 + (at >> 3)) % 251));
    expect(findLeaks(noise.toString('base64url'), [secret, 'of the river'])).toEqual([]);
  });

  it('one that is too short to be told from chance is refused', () => {
    expect(() => findLeaks('', ['short'])).toThrow('too short');
  });
});
