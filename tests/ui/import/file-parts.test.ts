import { describe, expect, it } from 'vitest';
import { exactOf } from '#core/annotation-passage.ts';
import { bothOf, type ReadImport } from '#core/import/read-import.ts';
import { fileParts } from '#ui/import/file-parts.ts';

const now = '2026-01-05T08:00:00.000Z';
const head = 'Highlight,Title,URL\n';
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function readAll(
  parts: readonly Uint8Array<ArrayBuffer>[],
  size: number,
  name = 'a.csv',
): Promise<ReadImport> {
  const reading = fileParts(new File([...parts], name), now, size);
  let whole: ReadImport = { label: '', records: {}, problems: [], refused: null };
  for (;;) {
    const { part, isEnd } = await reading.next();
    whole = bothOf(whole, part);
    if (isEnd) return whole;
  }
}

const row = (words: string): string => `${words},T,https://www.example.com/a\n`;
const wordsOf = ({ records }: ReadImport): readonly string[] => (records.annotations ?? []).map(exactOf);

describe('a file that is read a part at a time', () => {
  it.each([1, 7, 500_000])('is the same in parts of %d bytes', async (size) => {
    const read = await readAll([utf8(head + row('Grüezi, 🐝'.replace(',', '')) + row('“two”'))], size);
    expect([wordsOf(read), read.problems]).toEqual([['Grüezi 🐝', '“two”'], []]);
  });

  it('loses nothing where it is cut off within a character: the record before is there, and the line is named', async () => {
    const cut = utf8(`${head}${row('“one”')}“two” and more,T,https://www.example.com/ä`).slice(0, -1);
    for (const size of [1, 500_000]) {
      const read = await readAll([cut], size);
      expect(wordsOf(read)).toEqual(['“one”', '“two” and more']);
      expect(read.problems).toEqual([{ code: 'damaged-characters', line: 3, field: '', lost: 'field' }]);
    }
  });

  it('is read as what Windows writes in the West, and as UTF-16', async () => {
    const windows = Uint8Array.from([
      ...utf8(head),
      0x93,
      0x47,
      0x72,
      0xfc,
      0x65,
      0x7a,
      0x69,
      0x94,
      ...utf8(row('')),
    ]);
    expect(wordsOf(await readAll([windows], 3))).toEqual(['“Grüezi”']);
    const text = `\ufeff${head}${row('“Grüezi 🐝”')}`;
    for (const littleEndian of [true, false]) {
      const view = new DataView(new ArrayBuffer(text.length * 2));
      for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
      expect(wordsOf(await readAll([new Uint8Array(view.buffer)], 5))).toEqual(['“Grüezi 🐝”']);
    }
  });

  it('is refused in one sentence when it cannot be read any more', async () => {
    const file = new File([utf8(head)], 'a.csv');
    Object.defineProperty(file, 'slice', {
      value: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    });
    const { part, isEnd } = await fileParts(file, now).next();
    expect([part.refused?.code, isEnd]).toEqual(['unreadable', true]);
  });
});
