import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SyncDocument } from '#core/sync/sync-document.ts';
import { parseSyncDocument } from '#core/sync/sync-document-guard.ts';
import { packDocument, unpackDocument } from '#core/sync/pack-document.ts';

const at = [1_760_000_000_000, 'machine'] as const;

/** A passage as the page says it, with the reader's note. */
function passage(words: string, note: string): SyncDocument {
  return {
    store: 'annotations',
    key: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    writes: { machine: [at[0], 1] },
    fields: { passage: { value: words, at, rank: 0 } },
    sets: {},
    texts: { values: note === '' ? [] : [{ value: note, at }], covered: {} },
    gone: {},
  };
}

/** Words that no dictionary has. */
const noise = (length: number, seed: number): string =>
  Array.from({ length }, (_, place) =>
    ((Math.imul(place + seed, 2_654_435_761) >>> 9) % 36).toString(36),
  ).join('');

describe('a record, packed', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), fc.string(), (words, note) => {
        const document = passage(words, note);
        expect(unpackDocument(packDocument(document))).toEqual(document);
      }),
    );
  });

  it('is a multiple of 256 bytes, and an edit of a few letters makes no other length but at an edge', () => {
    const lengths = new Set<number>();
    for (let letters = 0; letters < 256; letters++) {
      const { length } = packDocument(passage('Words of a page.', noise(letters, 7)));
      expect(length % 256).toBe(0);
      lengths.add(length);
    }
    expect(lengths.size).toBeLessThanOrEqual(2);
  });

  it('has a length that does not tell whether the note repeats the page', () => {
    const words = noise(4_000, 1);
    const repeated = packDocument(passage(words, words));
    const other = packDocument(passage(words, noise(4_000, 9_999)));
    expect(Math.abs(repeated.length - other.length)).toBeLessThanOrEqual(256);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a later version', new Uint8Array(256).fill(2)],
    ['lengths beyond the end', Uint8Array.from([1, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0])],
    ['parts that are not compressed', Uint8Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1, 255, 255])],
    ['noise', Uint8Array.from({ length: 512 }, (_, place) => (place === 0 ? 1 : (place * 37) & 255))],
  ])('%s opens as nothing', (_what, bytes) => {
    expect(parseSyncDocument(unpackDocument(bytes))).toBeNull();
  });
});
