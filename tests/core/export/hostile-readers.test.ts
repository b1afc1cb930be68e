import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as fc from 'fast-check';
import jsonld from 'jsonld';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '#core/annotation.ts';
import { bibtex } from '#core/export/bibtex.ts';
import { cslJson } from '#core/export/csl-json.ts';
import { csv } from '#core/export/csv.ts';
import { defaultOptions } from '#core/export/exporter.ts';
import { jsonLd } from '#core/export/json-ld.ts';
import { json } from '#core/export/json.ts';
import { exporters } from '#core/export/registry.ts';
import { ris } from '#core/export/ris.ts';
import { oneLine, wholeCharacters } from '#core/export/unicode.ts';
import { anyAnnotation, anyArticle, anyBeside, hostileText } from '../annotation-samples.ts';
import { annotation, article, source } from '#tests/storage/records.ts';
import { written } from './written.ts';

/** Whole records of hostile words, read by the readers of their formats: as many as there are, each with its words. */

const runs = { numRuns: 60 };
/** A byte order mark, NUL, marks that turn the direction, halves of characters, what a spreadsheet reckons. */
const odd = fc.constantFrom(
  '\ufeff',
  '\u0000',
  '\u202e',
  '\u200f',
  '\u2066',
  '\ud83e',
  '\udd14',
  '=1+1',
  '@A',
  '\u0085',
  '\u2028',
);
const text = fc.tuple(odd, hostileText, odd).map((parts) => parts.join('')); // prettier-ignore
const story = fc.record({ title: text, outlet: text, byline: text, section: text, note: text });
const stories = fc.array(story, { minLength: 1, maxLength: 3 });

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

function recordsOf(given: readonly Story[]) {
  const at = (index: number): string => `${source}/${index}`;
  const articles: readonly ArticleRecord[] = given.map(({ title, outlet, byline, section }, index) =>
    article({ source: at(index), title: `t${title}`, outlet: `o${outlet}`, byline: `b${byline}`, section, published: '2026-01-05' }),
  ); // prettier-ignore
  const annotations = given.map(({ note }, index) =>
    annotation({
      number: index,
      source: at(index),
      exact: `w${note}w`,
      note: `n${note}n`,
      tags: [`g${note}`],
    }),
  );
  return { articles, annotations };
}

describe('lists of works, read by @citation-js', () => {
  it.each([
    ['BibTeX', bibtex],
    ['RIS', ris],
    ['CSL-JSON', cslJson],
  ] as const)('%s has every article, with its title, address and notes', (_name, exporter) => {
    fc.assert(
      fc.property(stories, (given) => {
        const records = recordsOf(given);
        const { data } = new Cite(written(exporter, records));
        expect(data.map((item) => item['URL'])).toEqual(records.articles.map(({ source }) => source));
        for (const [index, item] of data.entries()) {
          const { title } = records.articles[index] ?? { title: '' };
          expect(oneLine(String(item['title']))).toBe(oneLine(wholeCharacters(title)));
          const note = [item['note']].flat().join(' ');
          expect(oneLine(note)).toContain(oneLine(wholeCharacters(`w${given[index]?.note}w`)));
          // Of RIS this reader takes the year alone, as soon as there is an `ID`.
          const day = exporter === ris ? [2026] : [2026, 1, 5];
          expect(item['issued']).toMatchObject({ 'date-parts': [day] });
        }
      }),
      runs,
    );
  });
});

const read = (path: string): object =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as object;

function validator(schema: string) {
  const ajv = new Ajv2020({ allErrors: false, strict: false });
  formats.default(ajv);
  return ajv.compile(read(schema));
}

const any = fc.record({
  articles: fc.uniqueArray(anyArticle, { selector: ({ source }) => source, maxLength: 2 }),
  annotations: fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
});

/** Whatever a library may hold: each optional field, too. */
const whole = any.chain((records) =>
  anyBeside(records.annotations).map((beside) => ({ ...records, ...beside })),
);

describe('JSON and JSON-LD, read by what knows their schemas', () => {
  it('JSON is what its schema says', () => {
    const validate = validator('../../../docs/on-record-export.schema.json');
    fc.assert(
      fc.property(whole, (given) => {
        expect(validate(JSON.parse(written(json, given))), JSON.stringify(validate.errors)).toBe(true);
      }),
      runs,
    );
  });

  it('JSON-LD is what the W3C’s schema says, and its words are in its triples', async () => {
    const validate = validator('../../fixtures/schemas/web-annotation.schema.json');
    const context = read('../../fixtures/schemas/anno.jsonld');
    const documentLoader = async (url: string) => ({ documentUrl: url, document: { ...context } });
    await fc.assert(
      fc.asyncProperty(stories, async (given) => {
        const records = recordsOf(given);
        const file: unknown = JSON.parse(written(jsonLd, records));
        expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
        const expanded = await jsonld.expand(
          file as object,
          { documentLoader, safe: true } as jsonld.Options.Expand,
        );
        const words = JSON.stringify(expanded);
        for (const { note } of given) expect(words).toContain(JSON.stringify(`n${note}n`));
      }),
      { numRuns: 20 },
    );
  });
});

describe('CSV', () => {
  it('is one row a passage, after a byte order mark that is no part of the first name', () => {
    fc.assert(
      fc.property(stories, (given) => {
        const options = { ...defaultOptions, bom: true };
        const file = new TextDecoder().decode(
          new TextEncoder().encode(written(csv, recordsOf(given), { options })),
        );
        const { data, errors } = Papa.parse(file, { newline: '\r\n', delimiter: ',' });
        expect(errors).toEqual([]);
        expect(data[0]?.[0]).toBe('quotation');
        expect(data.slice(1, -1).map(([quotation]) => quotation)).toEqual(
          given.map(({ note }) => wholeCharacters(`w${note}w`)),
        );
        for (const cell of data.slice(1).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      runs,
    );
  });
});

describe('a quotation of half a million characters', () => {
  const long = 'an <i>&amp;</i> "=1" \\{x} word '.repeat(16_000).trim();
  const records = {
    articles: [article({ title: 'Long' })],
    annotations: [annotation({ number: 1, exact: long, note: long })],
  };
  it.each(exporters.map((exporter) => [exporter.format, exporter] as const))(
    'is written by %s',
    (format, exporter) => {
      const { length } = written(exporter, records);
      // Lists of works hold no quotations.
      if (format.startsWith('cite-')) expect(length).toBeLessThan(1_000);
      else expect(length).toBeGreaterThan(long.length);
    },
  );
});
