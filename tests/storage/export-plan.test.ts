import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Storage } from '#storage/database.ts';
import type { PlanPlace } from '#core/export/export-plan.ts';
import { exportPlan } from '#storage/export-plan.ts';
import { exportRecords, type KnownPeople } from '#storage/export-records.ts';
import { annotation, article, at, freshStorage, id } from './records.ts';

/** More than fit into a part: many articles, one of them with a great many passages, and a few without any. */
const MANY = 9_500;
const sourceOf = (number: number): string =>
  `https://a.example/${number < 5_000 ? String(number % 90).padStart(3, '0') : '050'}`;

async function everyPart(storage: Storage, chosen: ReadonlySet<string> | null) {
  const ids: string[] = [];
  const sources: string[] = [];
  let parts = 0;
  for (let after: PlanPlace | null = null; ; parts++) {
    const part = await exportPlan(storage, chosen, after);
    ids.push(...part.ids);
    sources.push(...part.sources);
    if (part.next === undefined) return { ids, sources, parts: parts + 1 };
    after = part.next;
  }
}

describe('exportPlan', () => {
  const storage = freshStorage();
  const all = Array.from({ length: MANY }, (_value, number) => number);
  const inOrder = all
    .map((number) => ({ id: id(number), source: sourceOf(number) }))
    .toSorted((a, b) => (a.source + a.id < b.source + b.id ? -1 : 1))
    .map((one) => one.id);

  beforeAll(async () => {
    await storage.write(['annotations', 'articles', 'decisions'], async (transaction) => {
      const store = transaction.objectStore('annotations');
      for (const number of all) await store.put(annotation({ number, source: sourceOf(number) }));
      const broken: unknown = { id: 'urn:uuid:broken', target: {} };
      await store.put(broken as ReturnType<typeof annotation>);
      for (let number = 0; number < 95; number++)
        await transaction
          .objectStore('articles')
          .put(article({ source: `https://a.example/${String(number).padStart(3, '0')}` }));
    });
  }, 120_000);

  it('names everything once, in parts, in the order of the file, and what has no address too', async () => {
    const { ids, sources, parts } = await everyPart(storage, null);
    expect(ids).toEqual([...inOrder, 'urn:uuid:broken']);
    expect(new Set(sources).size).toBe(95);
    expect(parts).toBeGreaterThan(2);
  });

  it('names what is chosen, many or few, in the same order', async () => {
    const many = new Set(inOrder.filter((_one, index) => index % 2 === 1));
    expect((await everyPart(storage, many)).ids).toEqual(inOrder.filter((one) => many.has(one)));
    const few = new Set([inOrder[700] ?? '', inOrder[3] ?? '', 'urn:uuid:gone']);
    expect(await everyPart(storage, few)).toEqual({ ids: [inOrder[3], inOrder[700]], sources: [], parts: 1 });
  });

  it('gives the records of neighbours, of some far apart, and of one that is broken', async () => {
    const near = inOrder.slice(4_000, 4_250);
    const far = inOrder.filter((_one, index) => index % 200 === 7);
    for (const asked of [near, far]) {
      const part = await exportRecords(storage, asked, []);
      expect(part.annotations.map((one) => one.id)).toEqual(asked);
      const sources = new Set(part.annotations.map(({ target }) => target.source));
      expect(part.articles.map(({ source }) => source)).toEqual([...sources].toSorted());
    }
    const part = await exportRecords(storage, [...inOrder.slice(-5), 'urn:uuid:broken', 'urn:uuid:gone'], []);
    expect(part.annotations.map((one) => one.id)).toEqual(inOrder.slice(-5));
    expect(part.broken).toBe(1);
  });

  it('reads a person once, however many parts name them', async () => {
    const person = {
      id: id(1),
      name: 'Ida Marlow',
      note: '',
      follows: [],
      apart: [],
      created: at(1),
      modified: at(1),
    };
    const appearance = { source: sourceOf(1), key: 'ida marlow', name: person.name, person: person.id };
    await storage.write(['people', 'appearances'], async (transaction) => {
      await transaction.objectStore('people').put(person);
      await transaction.objectStore('appearances').put(appearance);
    });
    const known: KnownPeople = new Map();
    const first = await exportRecords(storage, [id(1)], [], known);
    expect(first.people).toEqual([person]);
    await storage.write(['people'], (transaction) => transaction.objectStore('people').clear());
    expect((await exportRecords(storage, [id(91)], [], known)).people).toEqual([person]);
    expect((await exportRecords(storage, [id(91)], [])).people).toEqual([]);
  });
});
