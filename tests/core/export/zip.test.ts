import { strFromU8, unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { byArticle } from '#core/export/by-article.ts';
import type { ExportPart } from '#core/export/exporter.ts';
import { createGrouper } from '#core/export/group-records.ts';
import { json } from '#core/export/json.ts';
import { notes } from '#core/export/notes.ts';
import { readJson } from '#core/export/read-json.ts';
import { beginExport, type ExportLayout } from '#core/export/write-export.ts';
import { anyAnnotation, anyArticle, detected, plainAnnotation } from '../annotation-samples.ts';
import { about } from './written.ts';

const sample = (id: number, source: string, speaker: string) => {
  const record = plainAnnotation('', [], { ...detected, speaker });
  return {
    ...record,
    id: `urn:uuid:00000000-0000-4000-8000-00000000000${id}`,
    target: { ...record.target, source },
  };
};

function files(
  layout: ExportLayout,
  annotations: readonly ReturnType<typeof sample>[],
): Record<string, string> {
  const run = beginExport(notes, about, layout);
  const groups = byArticle({ articles: [], annotations });
  const parts: ExportPart[] = [...groups.map(run.add), ...run.end()];
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

describe('a Zip archive', () => {
  it('has a file an article, and numbers those of one name', () => {
    const two = [sample(1, 'https://a.example/one', 'A'), sample(2, 'https://a.example/one?', 'B')];
    expect(Object.keys(files('articles', two))).toEqual([
      '2026-01-05 a.example one.md',
      '2026-01-05 (2) a.example one.md',
    ]);
  });

  it('has a thousand files of one name, each numbered at once', () => {
    const spy = vi.spyOn(String.prototype, 'normalize');
    const sources = Array.from(
      { length: 1_000 },
      (_, number) => `https://a.example/one${'?'.repeat(number)}`,
    );
    const names = Object.keys(
      files(
        'articles',
        sources.map((source) => sample(1, source, 'A')),
      ),
    );
    const { length } = spy.mock.calls;
    spy.mockRestore();
    expect(new Set(names).size).toBe(1_000);
    // Each is named a few times, never once for each before it.
    expect(length).toBeLessThan(100_000);
  });

  it('has a file a person, with what he or she says in every article', () => {
    const all = [
      sample(1, 'https://a.example/one', 'Ida Marlow'),
      sample(2, 'https://b.example/two', 'Tomas Reed'),
      sample(3, 'https://b.example/two', 'Ida Marlow'),
    ];
    const written = files('people', all);
    expect(Object.keys(written)).toEqual(['Ida Marlow.md', 'Tomas Reed.md']);
    expect(written['Ida Marlow.md']).toMatch(/000001[\s\S]*000003/);
    expect(written['Ida Marlow.md']).not.toContain('000002');
  });
});

describe('createGrouper', () => {
  it('loses no record of any that come in parts, whatever the parts are', () => {
    const records = fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, maxLength: 12 });
    const known = fc.uniqueArray(anyArticle, { selector: ({ source }) => source, maxLength: 3 });
    fc.assert(
      fc.property(records, known, fc.integer({ min: 1, max: 5 }), (annotations, articles, size) => {
        const order = annotations.toSorted((a, b) => (a.target.source < b.target.source ? -1 : 1));
        const grouper = createGrouper();
        const run = beginExport(json, about);
        let text = '';
        for (let from = 0; from < order.length; from += size) {
          const part = order.slice(from, from + size);
          const sources = new Set(part.map(({ target }) => target.source));
          const own = articles.filter(({ source }) => sources.has(source));
          text += grouper.add({ annotations: part, articles: own }).map(run.add).join('');
        }
        text += [...grouper.end().map(run.add), ...run.end()].join('');
        const read = readJson(text);
        expect(read.problems).toEqual([]);
        expect(new Set(read.annotations.map(({ id }) => id))).toEqual(
          new Set(annotations.map(({ id }) => id)),
        );
      }),
      { numRuns: 100 },
    );
  });
});
