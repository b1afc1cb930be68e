import { createHash } from 'node:crypto';

/** In which letters a secret may stand. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  secret.normalize('NFD'),
  secret.toLowerCase(),
  secret.toUpperCase(),
];

/** Bytes that somebody would look for who wants to know whether a text holds a secret. */
function bytesOf(secret: string): readonly Buffer[] {
  const utf16 = Buffer.from(secret, 'utf16le');
  return [...formsOf(secret).map((form) => Buffer.from(form)), utf16, Buffer.from(utf16).swap16()];
}

/** What base64 makes of bytes wherever they stand in a longer text: the letters at both ends hang on their neighbours and are left out. */
function base64Of(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const from = Math.ceil((before * 4) / 3);
    const inner = text.slice(from, text.length - ((before + bytes.length) % 3 === 0 ? 0 : 1));
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** A hash without a key tells everybody who can guess what it is of. */
function hashesOf(bytes: Buffer): readonly string[] {
  return ['md5', 'sha1', 'sha256', 'sha512'].flatMap((name) => {
    const hash = createHash(name).update(bytes).digest();
    return [hash.toString('hex'), hash.toString('base64').replaceAll('=', ''), hash.toString('base64url')];
  });
}

function tracesOf(secret: string): readonly string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const units = secret.split('');
  const escaped = units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const backwards = units.toReversed().join('');
  const ofBytes = bytesOf(secret).flatMap((bytes) => [
    bytes.toString('latin1'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64Of(bytes),
    ...hashesOf(bytes),
  ]);
  return [...formsOf(secret), inJson, escaped, backwards, encodeURIComponent(secret), encodeURI(secret), ...ofBytes];
} // prettier-ignore

/** The text, and what its base64 says, one letter a byte. */
function readings(text: string): readonly string[] {
  const runs = text.match(/[A-Za-z0-9+/_-]{24,}/g) ?? [];
  return [text, ...runs.map((run) => Buffer.from(run, 'base64').toString('latin1'))];
}

/**
 * Which of these secrets a text gives away: as they are, in other letters, escaped, in hex or base64 wherever in it they stand, in UTF-16,
 * backwards, hashed without a key, and all that once more within what is base64. A secret has 8 letters at least: a shorter one would be
 * found by chance.
 */
export function findLeaks(text: string, secrets: readonly string[]): readonly string[] {
  const places = readings(text).join('\n');
  return secrets.filter((secret) => {
    if (secret.length < 8) throw new Error(`too short to be looked for: ${secret}`);
    return tracesOf(secret).some((trace) => places.includes(trace));
  });
}
