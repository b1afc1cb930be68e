import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { exactOf } from '#core/annotation-passage.ts';
import { noteOf } from '#core/annotation-edit.ts';
import { readFile } from './read-file.ts';

const head = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];
const row = (exact: string, note: string): string[] => [
  exact, 'A title; with, marks', '', 'https://www.example-courier.com/a,b;c', note, '', '2025-02-03 10:20:30',
]; // prettier-ignore

/** What tables look like that come out of spreadsheets. */
describe('tables of other forms', () => {
  it.each([
    ['commas', ',', '\n'],
    ['semicolons', ';', '\r\n'],
    ['tabs', '\t', '\n'],
    ['lines that end as on old Macs', ',', '\r'],
  ])('%s', (_what, delimiter, newline) => {
    const rows = [head, row('Words; “one”, "two"', 'first\nsecond'), row('Other\twords', '')];
    const text = Papa.unparse(rows, { delimiter, newline });
    for (const piece of [1, 5, 1_000_000]) {
      const read = readFile('a.csv', `\ufeff${text}${newline}`, piece);
      expect(read.problems).toEqual([]);
      expect(read.records.annotations.map(exactOf)).toEqual(['Words; “one”, "two"', 'Other\twords']);
      expect(noteOf(read.records.annotations[0] ?? expect.fail())).toBe('first\nsecond');
      expect(read.records.articles[0]).toMatchObject({
        title: 'A title; with, marks',
        source: 'https://www.example-courier.com/a,b;c',
      });
    }
  });

  it('any words come through any of them, whole or in pieces', () => {
    const words = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', '“'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 30 }),
        (given, delimiter, newline, piece) => {
          const rows = given.map(([exact, note]) => row(`w${exact}w`, `n${note}n`));
          const text = Papa.unparse([head, ...rows], { delimiter, newline });
          const read = readFile('a.csv', text, piece);
          expect(read.refused).toBeNull();
          expect(read.problems).toEqual([]);
          expect(read.records.annotations.map(exactOf)).toEqual(given.map(([exact]) => `w${exact}w`));
          expect(read.records.annotations.map(noteOf)).toEqual(given.map(([, note]) => `n${note}n`));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a first line that names the mark between cells is passed over', () => {
    const read = readFile(
      'a.csv',
      'sep=;\r\ntitle;url;time_added\r\nOne;https://www.example.com/1;1609459200\r\n',
    );
    expect(read.records.articles.map(({ title }) => title)).toEqual(['One']);
  });

  it.each([
    ['a cell too many', 'One,https://www.example.com/1,1609459200,,unread,more', 'not-a-row'],
    ['a mark in the middle', '"One" two,https://www.example.com/1,1609459200,,unread', 'not-a-row'],
  ])('a row with %s is left out and named', (_what, wrong, code) => {
    const read = readFile(
      'a.csv',
      `title,url,time_added,tags,status\n${wrong}\nTwo,https://www.example.com/2,1609459200,,\n`,
    );
    expect(read.records.articles.map(({ title }) => title)).toEqual(['Two']);
    expect(read.problems).toEqual([{ code, line: 2, field: '', lost: 'record' }]);
  });

  it('names each cell that has no place, and a date that is none', () => {
    const text =
      'title,url,time_added,tags,status,colour\nOne,https://www.example.com/1,some day,,archive,red\n';
    const read = readFile('a.csv', text);
    expect(read.records.articles).toHaveLength(1);
    expect(read.problems).toEqual([
      { code: 'not-a-time', line: 2, field: 'time_added', lost: 'field' },
      { code: 'no-place', line: 2, field: 'status', lost: 'field' },
      { code: 'no-place', line: 2, field: 'colour', lost: 'field' },
    ]);
  });
});
