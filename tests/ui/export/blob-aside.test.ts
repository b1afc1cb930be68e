import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blobAside } from '#ui/export/blob-aside.ts';

it('gives every text back whole and in order, however long they are', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.integer({ min: 1, max: 90_000 }).map((length) => 'é'.repeat(length)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 6 }), async (texts) => {
      const aside = blobAside();
      const lines = texts.map((one) => `${one.replaceAll('\n', ' ')}\n`);
      for (const line of lines) aside.add(line);
      const back: string[] = [];
      for await (const some of aside.texts()) {
        expect(some.endsWith('\n')).toBe(true);
        back.push(some);
      }
      expect(back.join('')).toBe(lines.join(''));
    }),
    { numRuns: 50 },
  );
});
