import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { putAnnotation } from '#storage/annotations.ts';
import type { Storage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import * as people from '#storage/people.ts';
import { personFigures } from '#storage/person-figures.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { annotation, article, at, freshStorage, id, saidBy, source } from './records.ts';

const now = Date.parse(at(1_000));

/** One person is quoted so often, in an article a quotation, over three years; the last are not in the postings yet. */
async function storageWith(count: number): Promise<readonly [Storage, string]> {
  const storage = freshStorage();
  let person = '';
  for (let number = 1; number <= count; number += 1) {
    if (number === count - 3) await flushIndex(storage);
    const of = `${source}-${number}`;
    const day = new Date(Date.UTC(2024, (number * 7) % 36, 1 + (number % 28))).toISOString().slice(0, 10);
    const outlet = number % 3 === 0 ? 'The Lantern' : 'The Example';
    const tags = number % 5 === 0 ? ['Höhe'] : [];
    await putAnnotation(
      storage,
      {
        annotation: annotation({ number, source: of, tags, quotation: saidBy('Ana Ortiz') }),
        article: article({ source: of, outlet, published: day }),
      },
      now + number,
    );
    if (number > 1) continue;
    person = (await people.personOf(storage, of, 'ana ortiz'))?.person.id ?? '';
    await people.mergePeople(storage, { into: person, from: [], follow: true }, now);
  }
  return [storage, person];
}

// One number on each side of what is read one by one.
describe.each([30, 430])('a person with %d quotations', (count) => {
  it('is counted by outlet, tag and month, and by outlet in time', async () => {
    const [storage, person] = await storageWith(count);
    const { outlets, tags, months, table } = await personFigures(storage, person);
    const lantern = Math.floor(count / 3);
    expect(outlets).toEqual([
      { name: 'the example', label: 'The Example', count: count - lantern },
      { name: 'the lantern', label: 'The Lantern', count: lantern },
    ]);
    expect(tags).toEqual([{ name: 'hohe', label: 'Höhe', count: Math.floor(count / 5) }]);
    expect(months.reduce((sum, month) => sum + month.count, 0)).toBe(count);
    expect(months.map(({ name }) => name)).toEqual(months.map(({ name }) => name).toSorted());
    expect(table.unit).toBe('month');
    expect(table.rows.map(({ outlet, total }) => [outlet, total])).toEqual([
      ['The Example', count - lantern],
      ['The Lantern', lantern],
    ]);
  });

  it('is listed by the day of the article, page by page, both ways', async () => {
    const [storage, person] = await storageWith(count);
    const pages = async (order: 'latest' | 'earliest'): Promise<readonly (readonly [string, string])[]> => {
      const rows: [string, string][] = [];
      for (let offset = 0; offset < count; offset += 25) {
        const input = { query: '', filter: { person }, order, offset, limit: 25 };
        const { items, total } = await searchAnnotations(storage, input);
        expect(total).toBe(count);
        for (const hit of items) rows.push([hit.article.published ?? '', hit.annotation.id]);
      }
      return rows;
    };
    const earliest = await pages('earliest');
    expect(new Set(earliest.map(([, annotation]) => annotation)).size).toBe(count);
    expect(earliest).toEqual(earliest.toSorted(([a, one], [b, other]) => (a + one < b + other ? -1 : 1)));
    expect(await pages('latest')).toEqual(earliest.toReversed());
    expect(earliest.map(([, annotation]) => annotation)).toContain(id(count));
  });
});

describe('a person of whom nothing is kept', () => {
  it('has empty figures', async () => {
    expect(await personFigures(freshStorage(), 'nobody')).toMatchObject({
      outlets: [],
      tags: [],
      months: [],
    });
  });
});
