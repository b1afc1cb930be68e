import { strFromU8, unzipSync, Zip, ZipPassThrough } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { MakeAside } from '#core/export/aside.ts';
import { byArticle, type ExportRecords } from '#core/export/by-article.ts';
import type { ExportPart } from '#core/export/exporter.ts';
import { createGrouper } from '#core/export/group-records.ts';
import { json } from '#core/export/json.ts';
import { notes } from '#core/export/notes.ts';
import { readJson } from '#core/export/read-json.ts';
import { exporters } from '#core/export/registry.ts';
import { beginExport } from '#core/export/write-export.ts';
import { findDirectory, readDirectory, TAIL } from '#core/import/zip-directory.ts';
import { joinedBytes } from '#core/joined-bytes.ts';
import { zip64End } from '#core/export/zip64-end.ts';
import { article, at, id } from '#tests/storage/records.ts';
import { anyAnnotation, anyArticle, detected, plainAnnotation } from '../annotation-samples.ts';
import { about, textsAside } from './written.ts';

const sample = (id: number, source: string, speaker: string) => {
  const record = plainAnnotation('', [], { ...detected, speaker });
  return {
    ...record,
    id: `urn:uuid:00000000-0000-4000-8000-00000000000${id}`,
    target: { ...record.target, source },
  };
};

/** The files of an archive by their names, in its order. */
async function files(
  layout: 'articles' | 'people',
  records: readonly ReturnType<typeof sample>[],
  exporter = notes,
  more: Partial<ExportRecords> = {},
  makeAside: MakeAside = textsAside,
): Promise<Record<string, string>> {
  const target = layout === 'people' ? { layout, makeAside } : { layout };
  const run = beginExport(exporter, about, target);
  const groups = byArticle({ articles: [], annotations: records, ...more });
  const parts: ExportPart[] = groups.map(run.add);
  for await (const part of run.end()) parts.push(part);
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

describe('a Zip archive', () => {
  it('has a file an article, and numbers those of one name', async () => {
    const two = [sample(1, 'https://a.example/one', 'A'), sample(2, 'https://a.example/one?', 'B')];
    expect(Object.keys(await files('articles', two))).toEqual([
      '2026-01-05 a.example one.md',
      '2026-01-05 (2) a.example one.md',
    ]);
  });

  it('has a thousand files of one name, each numbered at once', async () => {
    const spy = vi.spyOn(String.prototype, 'normalize');
    const sources = Array.from(
      { length: 1_000 },
      (_, number) => `https://a.example/one${'?'.repeat(number)}`,
    );
    const one = sources.map((source) => sample(1, source, 'A'));
    const names = Object.keys(await files('articles', one));
    const { length } = spy.mock.calls;
    spy.mockRestore();
    expect(new Set(names).size).toBe(1_000);
    // Each is named a few times, never once for each before it.
    expect(length).toBeLessThan(100_000);
  });

  it('has a file a person, with what he or she says in every article', async () => {
    const all = [
      sample(1, 'https://a.example/one', 'Ida Marlow'),
      sample(2, 'https://b.example/two', 'Tomas Reed'),
      sample(3, 'https://b.example/two', 'Ida Marlow'),
    ];
    const written = await files('people', all);
    expect(Object.keys(written)).toEqual(['Ida Marlow.md', 'Tomas Reed.md']);
    expect(written['Ida Marlow.md']).toMatch(/000001[\s\S]*000003/);
    expect(written['Ida Marlow.md']).not.toContain('000002');
  });

  it('names what a format has no place for: articles without a passage, and notes on people', () => {
    const lone = { ...article(), source: 'https://c.example/three', title: 'Alone', saved: at(1) };
    const person = {
      id: id(900),
      name: 'Ida',
      note: 'Engineer',
      follows: [],
      apart: [],
      created: at(1),
      modified: at(2),
    };
    const groups = byArticle({
      articles: [lone],
      annotations: [sample(1, 'https://a.example/one', 'Ida')],
      people: [person],
      appearances: [{ source: 'https://a.example/one', key: 'ida', name: 'Ida', person: person.id }],
    });
    const left = exporters.map((exporter) => {
      const run = beginExport(exporter, about);
      const text = groups.map(run.add).join('');
      const { articles, people } = run.left();
      const whole = text + [...(run.end() as Iterable<ExportPart>)].join('');
      // What is said to be in it is in it, and what is not is not.
      expect([exporter.format, whole.includes('Alone')]).toEqual([exporter.format, articles === 0]);
      expect([exporter.format, whole.includes('Engineer')]).toEqual([exporter.format, people === 0]);
      return exporter.format + articles + people;
    });
    expect(left.filter((one) => !one.endsWith('01'))).toEqual(['readwise11', 'csv11', 'json-ld00', 'json00']);
  });

  it('has what nobody says, too: an article of which no passage is kept', async () => {
    const lone = { ...article(), source: 'https://c.example/three', title: 'Alone' };
    const written = await files('people', [sample(1, 'https://a.example/one', 'Ida Marlow')], json, {
      articles: [lone],
    });
    const read = Object.values(written).map(readJson);
    expect(read.flatMap(({ articles }) => articles.map(({ title }) => title))).toEqual(['Alone']);
  });

  it('has all that many people say, those who say more than waits with others among them', async () => {
    const long = 'word '.repeat(20_000);
    const all = Array.from({ length: 300 }, (_, number) => {
      const record = sample(
        1,
        `https://a.example/${number}`,
        number % 10 === 0 ? 'Ida Marlow' : `P ${number}`,
      );
      const body = [
        { type: 'TextualBody', purpose: 'commenting', value: long, format: 'text/markdown' },
      ] as const;
      const id = `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
      return { ...record, id, ...(number % 10 === 0 ? { body } : {}) };
    });
    const asides = vi.fn(textsAside);
    const written = await files('people', all, json, {}, asides);
    expect(Object.keys(written)).toHaveLength(271);
    const read = Object.values(written).map(readJson);
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(read.flatMap(({ annotations }) => annotations.map(({ id }) => id))).size).toBe(300);
    expect(readJson(written['Ida Marlow.json'] ?? '').annotations.map(({ id }) => id)).toEqual(
      all.filter((_, number) => number % 10 === 0).map(({ id }) => id),
    );
    // One place alone for who says most, beside those that are shared: not one for each.
    expect(asides).toHaveBeenCalledTimes(65);
  });

  it('may have more files than are counted in 16 bits', () => {
    const COUNT = 70_000;
    const parts: Uint8Array[] = [];
    const zip = new Zip((_error, part) => parts.push(part));
    for (let number = 0; number < COUNT; number++) {
      const file = new ZipPassThrough(String(number));
      zip.add(file);
      file.push(new Uint8Array([number & 255]), true);
    }
    const start = parts.reduce((sum, { length }) => sum + length, 0);
    const before = parts.length;
    zip.end();
    const end = zip64End(joinedBytes(parts.splice(before)), COUNT, start);
    const bytes = joinedBytes([...parts, end]);
    const read = unzipSync(bytes);
    expect(Object.keys(read)).toHaveLength(COUNT);
    expect(read['69999']).toEqual(new Uint8Array([69_999 & 255]));
    const directory = findDirectory(bytes.subarray(-TAIL), bytes.length);
    expect(directory).toMatchObject({ entries: COUNT, at: start });
    const names = readDirectory(bytes.subarray(start, start + (directory?.length ?? 0)), COUNT);
    expect([names?.length, names?.[69_999]?.name]).toEqual([COUNT, '69999']);
  });
});

describe('createGrouper', () => {
  it('loses no record of any that come in parts, whatever the parts are', async () => {
    const records = fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, maxLength: 12 });
    const known = fc.uniqueArray(anyArticle, { selector: ({ source }) => source, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        records,
        known,
        fc.integer({ min: 1, max: 5 }),
        async (annotations, articles, size) => {
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
          text += grouper.end().map(run.add).join('');
          for await (const part of run.end()) text += String(part);
          const read = readJson(text);
          expect(read.problems).toEqual([]);
          expect(new Set(read.annotations.map(({ id }) => id))).toEqual(
            new Set(annotations.map(({ id }) => id)),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
