import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEncodingScan } from '#core/import/text-encoding.ts';

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

function scan(
  bytes: readonly number[],
  piece = 1_000,
): ReturnType<ReturnType<typeof createEncodingScan>['end']> {
  const found = createEncodingScan();
  for (let at = 0; at < bytes.length; at += piece) found.add(Uint8Array.from(bytes.slice(at, at + piece)));
  return found.end();
}

describe('how a file is written', () => {
  it.each([
    ['nothing at all', [], 'utf-8', []],
    ['plain letters', bytesOf('a,b\nc'), 'utf-8', []],
    ['UTF-8', bytesOf('Zürich\n“Grüezi” 🐝'), 'utf-8', []],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...bytesOf('ä')], 'utf-8', []],
    ['UTF-16 with a mark', [0xff, 0xfe, 0x61, 0x00], 'utf-16le', []],
    ['UTF-16 of the other order', [0xfe, 0xff, 0x00, 0x61], 'utf-16be', []],
    ['UTF-16 without a mark', [0x7b, 0x00, 0x22, 0x00], 'utf-16le', []],
    ['UTF-16 of the other order without a mark', [0x00, 0x7b, 0x00, 0x22], 'utf-16be', []],
    ['letters of Windows', [0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x0a, 0x93, 0x61, 0x94], 'windows-1252', []],
    ['one letter of Windows at the end', [0x63, 0x61, 0x66, 0xe9], 'windows-1252', []],
    ['UTF-8 with a wrong byte', [...bytesOf('ä\nö\n'), 0xff, ...bytesOf('\nü')], 'utf-8', [3]],
    ['UTF-8 that is cut off', [...bytesOf('a\n'), 0xe2, 0x80], 'utf-8', [2]],
    ['UTF-8 that is cut off after others', [...bytesOf('ä\n'), 0xc3], 'utf-8', [2]],
    ['half a surrogate pair', [...bytesOf('äö'), 0xed, 0xa0, 0x80, ...bytesOf('ü€')], 'utf-8', [1]],
  ] as const)('%s', (_what, bytes, encoding, damaged) => {
    for (const piece of [2, 3, 1_000]) expect(scan([...bytes], piece)).toEqual({ encoding, damaged });
  });

  it('takes for UTF-8 what TextDecoder takes for it', () => {
    const byte = fc.oneof(
      fc.constantFrom(0x61, 0x80, 0xbf, 0xc3, 0xe2, 0xed, 0xf0, 0xf4),
      fc.integer({ min: 1, max: 255 }),
    );
    fc.assert(
      fc.property(fc.array(byte, { minLength: 2, maxLength: 12 }), (bytes) => {
        // With a good letter before, that Windows' letters are never the better guess.
        const given = [...bytesOf('äöüäöüäöüäöü'), ...bytes];
        const decode = (): string => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(given));
        let isWhole = true;
        try {
          decode();
        } catch {
          isWhole = false;
        }
        expect(scan(given, 3).damaged.length === 0).toBe(isWhole);
      }),
    );
  });
});
