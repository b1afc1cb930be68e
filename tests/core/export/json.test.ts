import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { json } from '#core/export/json.ts';
import { readJson } from '#core/export/read-json.ts';
import { anyAnnotation, anyArticle, plainAnnotation } from '../annotation-samples.ts';
import { written } from './written.ts';

const exportedAt = '2026-01-07T10:00:00.000Z';
const write = (articles: readonly ArticleRecord[], annotations: readonly Annotation[]): string =>
  written(json, { articles, annotations }, { exportedAt });
const record = plainAnnotation('note', ['tag']);
const file = (change: object): string =>
  JSON.stringify({
    format: 'on-record',
    version: 1,
    exported: exportedAt,
    articles: [],
    annotations: [],
    ...change,
  });

/** Records in one order: a file has them article by article. */
function byKey<T extends { readonly id: string } | { readonly source: string }>(records: readonly T[]): T[] {
  const key = (record: T): string => ('id' in record ? record.id : record.source);
  return records.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('JSON', () => {
  it('comes back whole', () => {
    const articles = fc.uniqueArray(anyArticle, { selector: (article) => article.source, maxLength: 3 });
    const annotations = fc.uniqueArray(anyAnnotation, {
      selector: (annotation) => annotation.id,
      maxLength: 6,
    });
    fc.assert(
      fc.property(articles, annotations, (some, notes) => {
        const read = readJson(write(some, notes));
        expect(read.problems).toEqual([]);
        expect(byKey(read.articles)).toEqual(byKey(some));
        expect(byKey(read.annotations)).toEqual(byKey(notes));
      }),
      { numRuns: 200 },
    );
  });

  it('comes back whole through a file in UTF-8', () => {
    const odd = plainAnnotation('\ud83d half, \u{1f600}, \u2028, \u0000, "\\"');
    const bytes = new TextEncoder().encode(write([], [odd]));
    expect(readJson(new TextDecoder().decode(bytes)).annotations).toEqual([odd]);
    expect(readJson(`\ufeff${write([], [odd])}`).annotations).toEqual([odd]);
  });
});

describe('readJson', () => {
  it.each([
    ['nothing', '', 'not-json', ''],
    ['cut off', write([], [record]).slice(0, -20), 'not-json', ''],
    ['a list', '[]', 'not-on-record', ''],
    ['null', 'null', 'not-on-record', ''],
    ['a file of something else', '{"annotations": []}', 'not-on-record', ''],
    ['a version that is no number', file({ version: '1' }), 'not-on-record', ''],
    ['a later version', file({ version: 2 }), 'newer-version', 'version'],
    ['no annotations', file({ annotations: null }), 'not-a-list', 'annotations'],
    [
      'a broken annotation',
      file({ annotations: [record, { ...record, body: 1 }] }),
      'not-a-list',
      'annotations[1].body',
    ],
    ['an annotation that is none', file({ annotations: [7] }), 'not-an-object', 'annotations[0]'],
    ['a broken article', file({ articles: [{ source: 'x' }] }), 'not-allowed', 'articles[0].source'],
    ['one record twice', file({ annotations: [record, record] }), 'duplicate', 'annotations[1]'],
  ])('names what is wrong: %s', (_what, text, code, where) => {
    expect(readJson(text).problems).toEqual([{ code, where }]);
  });

  it('reads the good ones beside the broken', () => {
    const { annotations, problems } = readJson(file({ annotations: [null, record, {}] }));
    expect(annotations).toEqual([record]);
    expect(problems).toHaveLength(2);
  });

  it('takes the later of two records with one id', () => {
    const later = { ...record, modified: '2027-01-01T00:00:00.000Z' };
    expect(readJson(file({ annotations: [record, later] })).annotations).toEqual([later]);
    expect(readJson(file({ annotations: [later, record] })).annotations).toEqual([later]);
  });

  it('never throws, whatever the file holds', () => {
    const text = fc.oneof(
      fc.json(),
      fc.string(),
      fc.jsonValue().map((value) => file({ annotations: [value], articles: value })),
    );
    fc.assert(
      fc.property(text, (content) => Array.isArray(readJson(content).problems)),
      { numRuns: 500 },
    );
  });

  it('survives nesting that would break a stack', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(readJson(file({}).replace('"annotations":[]', `"annotations":[${deep}]`)).annotations).toEqual([]);
  });
});
