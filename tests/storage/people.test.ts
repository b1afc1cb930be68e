import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { mergeNotes } from '#core/merge-notes.ts';
import type { PersonCount } from '#core/person-count.ts';
import { putAnnotation } from '#storage/annotations.ts';
import { putDetails } from '#storage/article-details.ts';
import type { Storage } from '#storage/database.ts';
import { redo, undo } from '#storage/history.ts';
import * as people from '#storage/people.ts';
import { tellApart } from '#storage/tell-apart.ts';
import { searchAnnotations, searchPeople } from '#storage/search-annotations.ts';
import { deleteAnnotations } from '#storage/trash.ts';
import { dump } from './dump.ts';
import { annotation, article, at, freshName, freshStorage, id, saidBy, source } from './records.ts';
import { createStorage } from '#storage/database.ts';

const now = Date.parse(at(1_000));

async function say(storage: Storage, number: number, name: string, where = number): Promise<void> {
  const of = `${source}-${where}`;
  await putAnnotation(
    storage,
    {
      annotation: annotation({ number, source: of, quotation: saidBy(name) }),
      article: article({ source: of }),
    },
    now + number * 10_000,
  );
}

const said = async (storage: Storage, person: string): Promise<readonly string[]> => {
  const { items } = await searchAnnotations(storage, { query: '', filter: { person }, limit: 100 });
  return items.map((item) => item.annotation.id).toSorted();
};

const list = async (storage: Storage): Promise<readonly PersonCount[]> =>
  (await people.listPeople(storage, 'count', 10)).items;

async function ids(storage: Storage): Promise<readonly [string, string]> {
  const first = await people.personOf(storage, `${source}-1`, 'ana ortiz');
  const second = await people.personOf(storage, `${source}-2`, 'ana ortiz');
  return [first?.person.id ?? '', second?.person.id ?? ''];
}

async function twoNamesakes(): Promise<Storage> {
  const storage = freshStorage();
  await say(storage, 1, 'Ana Ortiz');
  await say(storage, 2, 'Ana Ortiz');
  await say(storage, 3, 'Ana Ortiz', 1);
  return storage;
}

describe('people', () => {
  it('of one name are never merged by themselves across articles, and are one within an article', async () => {
    const storage = await twoNamesakes();
    const [first, second] = await ids(storage);
    expect(first).not.toBe(second);
    expect(await said(storage, first)).toEqual([1, 3].map(id));
    expect(await said(storage, second)).toEqual([id(2)]);
    const namesakes = await people.namesakesOf(storage, first, 10);
    expect(namesakes.map(({ person }) => person.id)).toEqual([second]);
  });

  it('are one when the reader says so, and two again when that is undone', async () => {
    const storage = await twoNamesakes();
    const [first, second] = await ids(storage);
    await people.mergePeople(storage, { into: first, from: [second], follow: false }, now);
    expect(await said(storage, first)).toEqual([1, 2, 3].map(id));
    expect((await list(storage)).map(({ quotations, articles }) => [quotations, articles])).toEqual([[3, 2]]);
    expect(await people.namesakesOf(storage, first, 10)).toEqual([]);
    await say(storage, 4, 'Ana Ortiz');
    expect(await said(storage, first)).toHaveLength(3);
    await undo(storage);
    await undo(storage);
    expect(await said(storage, first)).toEqual([1, 3].map(id));
    expect(await said(storage, second)).toEqual([id(2)]);
    await redo(storage);
    expect(await said(storage, first)).toEqual([1, 2, 3].map(id));
  });

  it('are not asked about again when they are told apart, nor after a merge, until that is undone', async () => {
    const storage = await twoNamesakes();
    const [first, second] = await ids(storage);
    const asked = async (id: string): Promise<readonly string[]> =>
      (await people.namesakesOf(storage, id, 10)).map(({ person }) => person.id);
    await tellApart(storage, first, second, now);
    expect([await asked(first), await asked(second)]).toEqual([[], []]);
    await say(storage, 7, 'Ana Ortiz');
    const third = (await people.personOf(storage, `${source}-7`, 'ana ortiz'))?.person.id ?? '';
    expect(await asked(first)).toEqual([third]);
    expect((await asked(third)).toSorted()).toEqual([first, second].toSorted());
    await people.mergePeople(storage, { into: third, from: [second], follow: false }, now + 100_000);
    expect([await asked(first), await asked(third)]).toEqual([[], []]);
    await undo(storage);
    expect(await asked(first)).toEqual([third]);
    await expect(tellApart(storage, first, 'urn:uuid:nobody', now)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('are asked about again when that they are two is taken back; a split is an answer, too', async () => {
    const storage = await twoNamesakes();
    const [first, second] = await ids(storage);
    await tellApart(storage, first, second, now);
    await undo(storage);
    expect(await people.namesakesOf(storage, first, 10)).toHaveLength(1);
    await people.mergePeople(storage, { into: first, from: [second], follow: false }, now);
    const other = await people.splitPerson(storage, { id: first, sources: [`${source}-2`], name: null }, now);
    expect(await people.namesakesOf(storage, first, 10)).toEqual([]);
    expect(await people.namesakesOf(storage, other.id, 10)).toEqual([]);
  });

  it('are one in articles to come, too, when the reader says that', async () => {
    const storage = await twoNamesakes();
    const [first, second] = await ids(storage);
    await people.mergePeople(storage, { into: first, from: [second], follow: true }, now);
    await say(storage, 4, 'ANA ORTÍZ');
    expect(await said(storage, first)).toEqual([1, 2, 3, 4].map(id));
  });

  it('are split by article', async () => {
    const storage = await twoNamesakes();
    const [first, second] = await ids(storage);
    await people.mergePeople(storage, { into: first, from: [second], follow: true }, now);
    const other = await people.splitPerson(
      storage,
      { id: first, sources: [`${source}-2`], name: 'Ana O.' },
      now,
    );
    expect(await said(storage, other.id)).toEqual([id(2)]);
    expect(await said(storage, first)).toEqual([1, 3].map(id));
    await say(storage, 5, 'Ana Ortiz');
    expect(await said(storage, first)).toHaveLength(2);
    await expect(people.splitPerson(storage, { id: first, sources: ['nowhere'], name: null }, now)).rejects.toMatchObject({ code: 'not-found' }); // prettier-ignore
  });

  it('are found by a name that the reader gives, and by that of the article', async () => {
    const storage = await twoNamesakes();
    const [first] = await ids(storage);
    await people.renamePerson(storage, first, 'Mayor of Lund', now);
    expect(await searchPeople(storage, 'mayor', 5)).toEqual([first]);
    expect(await searchPeople(storage, 'ortiz', 5)).toContain(first);
    const found = await searchAnnotations(storage, { query: 'mayor', limit: 5 });
    expect(found.items.map((item) => item.annotation.id).toSorted()).toEqual([1, 3].map(id));
    await undo(storage);
    expect((await people.peopleAt(storage, [first]))[0]?.person.name).toBe('Ana Ortiz');
  });

  it('have a note of which neither of two texts is lost', async () => {
    const storage = await twoNamesakes();
    const [first, second] = await ids(storage);
    const base = (await people.peopleAt(storage, [first]))[0]?.person.modified ?? '';
    await people.notePerson(storage, first, 'mine', base, now, mergeNotes);
    const both = await people.notePerson(storage, first, 'theirs', base, now, mergeNotes);
    expect(both.note).toBe('theirs\n\n---\n\nmine');
    await people.notePerson(storage, second, 'second', at(2), now, mergeNotes);
    const merged = await people.mergePeople(
      storage,
      { into: first, from: [second, first], follow: false },
      now,
    );
    for (const part of ['mine', 'theirs', 'second']) expect(merged.note).toContain(part);
    expect(await searchPeople(storage, 'theirs', 5)).toEqual([first]);
  });

  it('have their articles with roles', async () => {
    const storage = await twoNamesakes();
    const [first] = await ids(storage);
    const characters = { direct: 9, mixed: 0, indirect: 0 };
    const share = { speaker: 'Ana Ortiz', named: true, roles: ['mayor'], quotations: 1, characters };
    await putDetails(storage, { source: `${source}-1`, seen: at(1), speakers: [share] });
    expect(await people.appearancesOf(storage, first, 10)).toMatchObject([
      { name: 'Ana Ortiz', roles: ['mayor'] },
    ]);
  });

  it('are found by a query in the order of the list, those whom nothing quotes any more left out', async () => {
    const storage = freshStorage();
    await say(storage, 1, 'Ana Berg');
    await say(storage, 2, 'Ana Ortiz', 2);
    await say(storage, 3, 'Ana Ortiz', 2);
    await say(storage, 4, 'Ana Abel');
    await deleteAnnotations(storage, [id(4)], now);
    const found = await searchPeople(storage, 'ana', 10);
    const names = async (order: 'name' | 'count'): Promise<readonly string[]> => {
      const there = await people.peopleAt(storage, await people.listedAmong(storage, found, order));
      return there.map(({ person }) => person.name);
    };
    expect(await names('name')).toEqual(['Ana Berg', 'Ana Ortiz']);
    expect(await names('count')).toEqual(['Ana Ortiz', 'Ana Berg']);
  });

  it('a merge of hundreds is done as one, and taken back', async () => {
    const storage = freshStorage();
    for (let number = 1; number <= 130; number++) await say(storage, number, 'Ana Ortiz');
    const all = (await people.listPeople(storage, 'count', 200)).items.map(({ person }) => person.id);
    const [into = '', ...from] = all;
    await people.mergePeople(storage, { into, from, follow: true }, now);
    expect(await said(storage, into)).toHaveLength(100);
    expect((await people.listPeople(storage, 'count', 200)).items).toHaveLength(1);
    await undo(storage);
    expect(await said(storage, into)).toHaveLength(1);
    expect((await people.listPeople(storage, 'count', 200)).total).toBe(130);
  });
});

describe('undo', () => {
  it('restores every record exactly, step by step, and redo makes all of it again', async () => {
    const name = freshName();
    const storage = createStorage({ name });
    const states: unknown[] = [];
    const look = async (): Promise<unknown> => {
      const { stores } = await dump(name);
      return ['annotations', 'trash', 'appearances', 'people'].map((store) => stores[store]?.records);
    };
    await say(storage, 1, 'Ana Ortiz');
    await say(storage, 2, 'Ana Ortiz');
    const [first, second] = await ids(storage);
    const steps = [
      () => people.mergePeople(storage, { into: first, from: [second], follow: true }, now),
      () => people.renamePerson(storage, first, 'A. Ortiz', now),
      () => people.splitPerson(storage, { id: first, sources: [`${source}-2`], name: null }, now),
    ];
    for (const step of steps) {
      states.push(await look());
      await step();
    }
    const end = await look();
    for (const state of states.toReversed()) {
      await undo(storage);
      expect(await look()).toEqual(state);
    }
    for (const _ of steps) await redo(storage);
    expect(await look()).toEqual(end);
  });
});
