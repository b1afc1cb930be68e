import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import { allAnnotations } from '#storage/annotations.ts';
import { getArticle, listArticles } from '#storage/articles.ts';
import { createStorage } from '#storage/database.ts';
import { migrations } from '#storage/migrations/index.ts';
import { listPeople } from '#storage/people.ts';
import { searchPeople } from '#storage/search-annotations.ts';
import { listTrash, restoreAnnotation } from '#storage/trash.ts';
import { dump, load, type Dump } from './dump.ts';
import { annotation, article, freshName } from './records.ts';

const folder = new URL('../../src/storage/migrations/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => /^\d/.test(name))
  .toSorted();
const fixtures = new URL('../fixtures/storage/', import.meta.url);

function readDump(version: number): Dump {
  return JSON.parse(
    readFileSync(new URL(`version-${String(version).padStart(4, '0')}.json`, fixtures), 'utf8'),
  );
}

describe('migrations', () => {
  it('are numbered without a gap, and each has its line in index.ts in that order', () => {
    const index = readFileSync(new URL('index.ts', folder), 'utf8');
    const lines = [...index.matchAll(/from '\.\/(\d{4}-[a-z0-9-]+\.ts)'/g)].map(([, file]) => file);
    expect(
      lines.map(String).toSorted((a, b) => a.localeCompare(b)),
      'A file in migrations/ has no line in index.ts, or the other way round.',
    ).toEqual(files);
    const numbers = files.map((file) => Number(file.slice(0, 4)));
    expect(numbers, 'Migrations must be numbered 0001, 0002, … without a gap.').toEqual(
      numbers.map((_, place) => place + 1),
    );
    expect(migrations).toHaveLength(files.length);
    const listed = [...index.matchAll(/^ {2}([A-Za-z]+),? *\/\/ (\d{4})$/gm)];
    expect(
      listed.map(([, , number]) => number),
      'Each line of the list ends in its number, in order.',
    ).toEqual(files.map((file) => file.slice(0, 4)));
    for (const [, variable, number] of listed) {
      expect(index).toContain(
        `import { ${variable} } from './${files.find((file) => file.startsWith(number ?? '?'))}'`,
      );
    }
  });

  it.each(migrations.map((_, index) => index + 1))(
    'has a dump of version %i in tests/fixtures/storage',
    (version) => {
      const kept = readDump(version);
      expect(kept.version).toBe(version);
      for (const [store, { records }] of Object.entries(kept.stores)) {
        expect(records.length, `The dump of version ${version} has nothing in "${store}".`).toBeGreaterThan(
          0,
        );
      }
    },
  );

  it.each(migrations.map((_, index) => index + 1))(
    'brings everything of version %i to the present',
    async (version) => {
      const name = freshName();
      const kept = readDump(version);
      await load(name, kept);
      const storage = createStorage({ name });

      const expected = (kept.stores['annotations']?.records ?? []).map(parseAnnotation);
      const found: unknown[] = [];
      for await (const item of allAnnotations(storage)) found.push(item);
      expect(found).toEqual(expected);
      expect(found).not.toContain(null);

      for (const record of kept.stores['articles']?.records ?? []) {
        const parsed = parseArticle(record);
        expect(parsed).not.toBeNull();
        expect(parsed && (await getArticle(storage, parsed.source))).toEqual(parsed);
      }
      expect((await listArticles(storage, 100)).skipped).toBe(0);
      for (const { annotation: deleted } of (await listTrash(storage, 100)).items) {
        expect(await restoreAnnotation(storage, deleted.id)).toEqual(deleted);
      }
    },
  );

  it('makes of nothing what it makes of version 1', async () => {
    const [fresh, upgraded] = [freshName(), freshName()];
    await load(upgraded, readDump(1));
    const stop = new AbortController();
    for (const name of [fresh, upgraded]) await listArticles(createStorage({ name, signal: stop.signal }), 1);
    stop.abort();
    const shape = ({ stores }: Dump): unknown =>
      Object.entries(stores).map(([store, { keyPath, indexes }]) => [store, keyPath, indexes]);
    expect(shape(await dump(upgraded))).toEqual(shape(await dump(fresh)));
  });

  it('an article kept before sections and changes were noted has them, not known', async () => {
    const name = freshName();
    const kept = readDump(4);
    await load(name, kept);
    const stop = new AbortController();
    await listArticles(createStorage({ name, signal: stop.signal }), 1);
    stop.abort();
    const upgraded = (await dump(name)).stores['articles']?.records;
    const unknown = { section: null, modified: null, origins: {} };
    expect(upgraded).toEqual(
      kept.stores['articles']?.records.map((record) => Object.assign({}, record, unknown)),
    );
  });

  it('somebody on whom only a note was written before that counted is in the list of people after it', async () => {
    const name = freshName();
    const kept = readDump(7);
    const noted = {
      id: 'urn:uuid:noted',
      name: 'Ana Ortiz',
      note: 'asks about bridges',
      follows: [],
      apart: [],
    };
    const times = { created: '2026-01-01T00:00:00.000Z', modified: '2026-01-02T00:00:00.000Z' };
    const people = kept.stores['people'];
    if (people === undefined) throw new Error('no people');
    const records = [...people.records, { ...noted, ...times }];
    await load(name, { ...kept, stores: { ...kept.stores, people: { ...people, records } } });
    const storage = createStorage({ name });
    expect(await searchPeople(storage, 'bridges', 9)).toEqual([noted.id]);
    const { items } = await listPeople(storage, 'name', 99);
    expect(items.map(({ person }) => person.id)).toContain(noted.id);
  });

  it('records of today still pass the guards that read them', () => {
    expect(parseAnnotation(annotation({ number: 1 }))).toEqual(annotation({ number: 1 }));
    expect(parseArticle(article())).toEqual(article());
  });
});
