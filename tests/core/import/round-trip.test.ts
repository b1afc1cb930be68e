import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { jsonLd } from '#core/export/json-ld.ts';
import { json } from '#core/export/json.ts';
import { readwise } from '#core/export/readwise.ts';
import type { ExportRecords } from '#core/export/by-article.ts';
import { wholeCharacters } from '#core/export/unicode.ts';
import type { ImportRecords } from '#core/import/importer.ts';
import { exactOf } from '#core/annotation-passage.ts';
import { noteOf } from '#core/annotation-edit.ts';
import { annotation, article, at, id, saidBy } from '#tests/storage/records.ts';
import { written } from '#tests/core/export/written.ts';
import { readFile } from './read-file.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '"',
    '\\',
    '\u2028',
    '\ud800',
    '=1+1',
    "'=x",
    '</script>',
    '\r\n"',
    '__proto__',
    ',',
    '{"annotations":[',
    '\ufeff',
  ),
);
const words = text.map((value) => `w${value}`);

const annotations = fc.array(
  fc.record({
    exact: words,
    note: text,
    tag: text,
    prefix: text,
    style: fc.option(words),
    speaker: fc.option(words),
  }),
  { minLength: 1, maxLength: 6 },
);

function sample(
  index: number,
  given: {
    readonly exact: string;
    readonly note: string;
    readonly tag: string;
    readonly prefix: string;
    readonly style: string | null;
    readonly speaker: string | null;
  },
): Annotation {
  const { exact, note, tag, prefix, style, speaker } = given;
  const quotation =
    speaker === null
      ? null
      : ({ ...saidBy(speaker, 'corrected'), detectedKind: 'mixed', detectedExact: exact } as const);
  const made = annotation({ number: index, exact, note, tags: [tag], quotation });
  const [, ...others] = made.target.selector;
  const selector = [
    { type: 'TextQuoteSelector', exact, prefix, suffix: note.slice(0, 9) } as const,
    ...others,
  ];
  const target = { ...made.target, selector, ...(style === null ? {} : { styleClass: style }) };
  return { ...made, target };
}

function recordsOf(given: readonly Parameters<typeof sample>[1][], title: string): ExportRecords {
  const made = given.map((one, index) => sample(index + 1, one));
  const story: ArticleRecord = { ...article(), title, saved: at(3) };
  const person = {
    id: id(900),
    name: `p${title}`,
    note: title,
    follows: [title],
    apart: [],
    created: at(1),
    modified: at(2),
  };
  const appearance = { source: story.source, key: 'p', name: person.name, person: person.id };
  return {
    articles: [story],
    annotations: made,
    people: [person],
    appearances: [appearance],
    decisions: [{ source: story.source, kind: 'speaker', about: title, value: title, at: at(4) }],
    versions: [{ annotation: id(1), seen: at(5), outcome: 'changed', exact: title }],
  };
}

const sorted = (records: Partial<ImportRecords> | ExportRecords): unknown => ({
  ...records,
  annotations: [...(records.annotations ?? [])].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

describe('what is exported comes back as it was', () => {
  it.each([
    ['JSON', json, 'a.json'],
    ['JSON-LD', jsonLd, 'a.jsonld'],
  ] as const)('%s', (_name, exporter, file) => {
    fc.assert(
      fc.property(annotations, text, fc.integer({ min: 1, max: 400 }), (given, title, piece) => {
        const records = recordsOf(given, title);
        const read = readFile(file, written(exporter, records, { exportedAt: at(9) }), piece);
        expect(read.refused).toBeNull();
        expect(read.problems).toEqual([]);
        expect(sorted(read.records)).toEqual(sorted(records));
      }),
      { numRuns: 60 },
    );
  });

  it('Readwise CSV, as far as it carries: words, note, title and address', () => {
    fc.assert(
      fc.property(annotations, words, fc.integer({ min: 1, max: 400 }), (given, title, piece) => {
        const records = recordsOf(given, title);
        const read = readFile('a.csv', written(readwise, records, { exportedAt: at(9) }), piece);
        expect(read.refused).toBeNull();
        const whole = (value: string): string => wholeCharacters(value).trim();
        const expected = records.annotations.map((one) => whole(exactOf(one)));
        expect(read.records.annotations.map(exactOf).toSorted()).toEqual(expected.toSorted());
        const notes = read.records.annotations.map(noteOf).join('\n');
        for (const one of records.annotations) expect(notes).toContain(wholeCharacters(noteOf(one)));
        expect(read.records.articles.every((one) => one.title === whole(title))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
