import { describe, expect, it } from 'vitest';
import { tagsOf } from '#core/annotation-edit.ts';
import { cpuMs } from '#tests/cpu-ms.ts';
import { readFile } from './read-file.ts';

/** Files that are written to hold up whoever reads them: the time is that of their length, not of what is multiplied in them. */
describe('is read in proportion to its length', () => {
  it('a table of very many columns and of rows that are short', () => {
    const table = (columns: number): string =>
      `Highlight,Title,URL${','.repeat(columns)}\n` +
      Array.from({ length: 2_000 }, (_, index) => `w${index},t,https://www.example.com/${index}\n`).join('');
    const read = readFile('a.csv', table(100_000));
    expect(read.problems).toEqual([]);
    expect(read.records.annotations).toHaveLength(2_000);
    const few = cpuMs(() => readFile('a.csv', table(1)));
    // Ten times as long, once, and not with each row.
    expect(cpuMs(() => readFile('a.csv', table(100_000)))).toBeLessThan(10 * few + 50);
  });

  it('a passage of Memex with very many tags', () => {
    const url = 'www.example.com/a/#1';
    const passage = { url, pageUrl: 'www.example.com/a', body: 'Words', createdWhen: 1_700_000_000_000 };
    const file = (count: number, name: (index: number) => string): string =>
      JSON.stringify({
        annotations: [{ ...passage, selector: { quote: 'q'.repeat(20_000) } }],
        tags: Array.from({ length: count }, (_, index) => ({ url, name: name(index) })),
      });
    const read = readFile(
      'memex.json',
      file(900, (index) => `t${index}`),
    );
    const { annotations } = read.records;
    expect(annotations.length).toBeLessThanOrEqual(2);
    expect(tagsOf(annotations.at(-1) ?? expect.fail())).toHaveLength(900);
  });
});
