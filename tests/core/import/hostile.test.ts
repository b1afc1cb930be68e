import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { match } from '#core/anchor/match.ts';
import { buildIndex } from '#core/anchor/text-index.ts';
import { foreignTime } from '#core/import/foreign-time.ts';
import { createJsonParts } from '#core/import/json-parts.ts';
import { stableId } from '#core/import/stable-id.ts';
import { readFile } from './read-file.ts';

const start = '{"format":"on-record","version":1,';

describe('files that are broken', () => {
  it.each([
    ['cut off in a string', `${start}\n"annotations":[\n{"id":"urn:`, 'cut-off', 3, 'annotations[0]'],
    ['cut off after a list', `${start}\n"annotations":[]`, 'cut-off', 2, 'annotations'],
    ['not JSON', `${start}\n"annotations":[\n{},\n{"a" 1}]}`, 'not-json', 4, 'annotations[1]'],
    ['a comma too many', `${start}\n"annotations":[{},]}`, 'not-json', 2, 'annotations[1]'],
    ['the wrong bracket', `${start}\n"annotations":[}}`, 'not-json', 2, 'annotations[0]'],
    ['something behind the end', `${start}"a":1}\n]`, 'not-json', 2, 'a'],
    ['a list after a list', `${start}"a":[] []}`, 'not-json', 1, 'a'],
    ['two fields without a comma', `${start}"a":1 "b":2}`, 'not-json', 1, 'a'],
    ['nested a million deep', `${start}"a":${'['.repeat(1_000_000)}`, 'cut-off', 1, ''],
    ['none of ours', '{"hello":"world"}', 'not-this-format', 1, ''],
    ['empty', '', 'not-this-format', 1, ''],
    ['bytes', '\u0000\u0001PNG', 'not-this-format', 1, ''],
    ['CSV without its columns', 'highlight,title,x\na,b,c', null, 0, ''],
    ['CSV that ends in a field', 'Highlight,Title,URL\n"a","b', 'cut-off', 2, ''],
  ])('%s', (_name, text, code, line, field) => {
    const read = readFile('a.json', text);
    if (code === null) expect(read.refused).toBeNull();
    else expect(read.refused).toMatchObject({ code, line, ...(field === '' ? {} : { field }) });
  });

  it('a record that is wrong is named by its line and field, and the others are read', () => {
    const read = readFile('a.json', `${start}\n"people":[\n{"id":"x","name":7},\n{"id":"y"}]}`);
    expect(read.refused).toBeNull();
    expect(read.problems).toEqual([
      { code: 'not-a-string', line: 3, field: 'people[0].name', lost: 'record' },
      { code: 'not-a-string', line: 4, field: 'people[1].name', lost: 'record' },
    ]);
  });

  it('never throws, and reads any text in pieces as it reads it whole', () => {
    const bit = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\n',
      ' ',
      '1',
      'a',
      '"a"',
      'Highlight,Title\n',
      '<a href="',
      start,
      '"annotations":[',
      '{"rows":[{"uri":',
    );
    fc.assert(
      fc.property(
        fc.array(bit, { maxLength: 40 }),
        fc.constantFrom(
          start,
          '[{"url":"x","highlights":[',
          'Highlight,Title,URL\n',
          'title,url,time_added\n',
          '<!DOCTYPE html><a time_added="1" href="',
        ),
        (bits, head) => {
          const text = head + bits.join('');
          const whole = readFile('a.json', text);
          const pieces = readFile('a.json', text, 3);
          expect(pieces.refused).toEqual(whole.refused);
          if (whole.refused === null) expect(pieces).toEqual(whole);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('what JSON.parse accepts is taken apart into what it gives', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 1, max: 30 }),
        (value, piece) => {
          const text = JSON.stringify(value, null, 1);
          const parts = createJsonParts();
          const back: Record<string, unknown> = Object.fromEntries(
            Object.entries(value).map(([key, item]) => [key, Array.isArray(item) ? [] : null]),
          );
          for (let at = 0; at < text.length; at += piece) {
            for (const { field, index, value: item } of parts.add(text.slice(at, at + piece))) {
              const list: unknown = back[field];
              if (index !== null && Array.isArray(list)) list[index] = item;
              else back[field] = item;
            }
          }
          expect(parts.refused(true)).toBeNull();
          expect(JSON.stringify(back)).toBe(JSON.stringify(value));
        },
      ),
    );
  });
});

describe('what other tools say', () => {
  it.each([
    ['2025-02-03 10:20:30', '2025-02-03T10:20:30.000Z'],
    ['2025-02-03T10:20:30.123456+02:00', '2025-02-03T08:20:30.123Z'],
    ['2025-02-03', '2025-02-03T00:00:00.000Z'],
    ['1609459200', '2021-01-01T00:00:00.000Z'],
    [1_609_459_200_000, '2021-01-01T00:00:00.000Z'],
    ['May 1, 2024 10:20 AM', '2024-05-01T10:20:00.000Z'],
    ['2025-02-03T10:20:30+0200', '2025-02-03T08:20:30.000Z'],
    ['2025-02-03 10:20:30 UTC', '2025-02-03T10:20:30.000Z'],
    ['2025/2/3', '2025-02-03T00:00:00.000Z'],
    ['3.2.2025 9:05', '2025-02-03T09:05:00.000Z'],
    ['25/12/2024', '2024-12-25T00:00:00.000Z'],
    ['12/25/2024 1:05 pm', '2024-12-25T13:05:00.000Z'],
    ['Wed, 01 May 2024 10:20:30 GMT', '2024-05-01T10:20:30.000Z'],
    ['Wednesday, May 1, 2024 at 12:20 AM', '2024-05-01T00:20:00.000Z'],
    ['1st May 2024', '2024-05-01T00:00:00.000Z'],
    // In May to some, in June to others.
    ['5/6/2024', null],
    ['31.2.2025', null],
    ['May 40, 2024', null],
    ['Foo 1, 2024', null],
    ['2024-05-01 25:00', null],
    ['yesterday', null],
    ['9999999999999999', null],
    [Number.NaN, null],
  ])('the time %s', (given, time) => expect(foreignTime(given)).toBe(time));

  it('gives the same words the same id, and others another', () => {
    expect(stableId(['a', 'b'])).toBe(stableId(['a', 'b']));
    const ids = Array.from({ length: 20_000 }, (_, index) => stableId(['a', String(index)]));
    expect(new Set([...ids, stableId(['a1', '']), stableId(['', 'a1'])]).size).toBe(20_002);
    expect(ids[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('a passage without a place and without what stands around it is found on the page', () => {
    const page = 'At noon it rained. “Every hive counts”, said the keeper. Then the sun came out.';
    const row =
      'https://www.example-courier.com/bees,Bees,"“Every hive counts”, said the keeper.",Unread,1714564800';
    const [passage] = readFile('i.csv', `URL,Title,Selection,Folder,Timestamp\n${row}`).records.annotations;
    const found = match(passage?.target.selector ?? [], buildIndex(page));
    expect(found).toMatchObject({ outcome: 'exact' });
  });
});
