import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { mergeNotes } from '#core/merge-notes.ts';
import { putAnnotation } from '#storage/annotations.ts';
import type { Storage } from '#storage/database.ts';
import { listChanges, undo } from '#storage/history.ts';
import { meetPerson } from '#storage/meet-person.ts';
import * as people from '#storage/people.ts';
import { searchPeople } from '#storage/search-annotations.ts';
import { deleteAnnotations } from '#storage/trash.ts';
import { annotation, article, at, freshStorage, id, saidBy, source } from './records.ts';

const now = Date.parse(at(1_000));
const other = `${source}-2`;

const meet = async (storage: Storage, where: string): Promise<string> => {
  const met = await meetPerson(storage, { article: article({ source: where }), name: 'Ana Ortiz' }, at(1));
  if (met === null) throw new Error('nobody');
  return met.id;
};
const note = async (storage: Storage, person: string, text: string, time = now): Promise<unknown> => {
  const [found] = await people.peopleAt(storage, [person]);
  return people.notePerson(storage, person, text, found?.person.modified ?? '', time, mergeNotes);
};
const listed = async (storage: Storage): Promise<readonly string[]> => {
  const [byName, byCount] = await Promise.all([
    people.listPeople(storage, 'name', 9),
    people.listPeople(storage, 'count', 9),
  ]);
  expect(byCount.total).toBe(byName.items.length);
  expect(byName.total).toBe(byName.items.length);
  return byName.items.map(({ person, quotations }) => `${person.name} ${quotations}`);
};
const found = async (storage: Storage, query: string): Promise<readonly string[]> =>
  people.listedAmong(storage, await searchPeople(storage, query, 9), 'name');

describe('somebody of whom nothing is kept', () => {
  it('is in the list and found with a note, and not before or without it', async () => {
    const storage = freshStorage();
    const person = await meet(storage, source);
    expect([await listed(storage), await found(storage, 'ortiz')]).toEqual([[], []]);
    await note(storage, person, 'asks about bridges');
    expect(await listed(storage)).toEqual(['Ana Ortiz 0']);
    expect(await found(storage, 'bridges')).toEqual([person]);
    await undo(storage);
    expect([await listed(storage), await found(storage, 'ortiz')]).toEqual([[], []]);
  });

  it('is in the list under another name, and as one out of two', async () => {
    const storage = freshStorage();
    const [first, second] = [await meet(storage, source), await meet(storage, other)];
    await people.renamePerson(storage, first, 'The Mayor', now);
    expect(await listed(storage)).toEqual(['The Mayor 0']);
    expect(await found(storage, 'ortiz')).toEqual([first]);
    await undo(storage);
    expect(await listed(storage)).toEqual([]);
    await people.mergePeople(storage, { into: first, from: [second], follow: false }, now + 1);
    expect(await listed(storage)).toEqual(['Ana Ortiz 0']);
    await undo(storage);
    expect(await listed(storage)).toEqual([]);
  });

  it('stays in the list with a note when all that was kept is deleted, and else does not', async () => {
    const storage = freshStorage();
    for (const [number, name] of [[1, 'Ana Ortiz'], [2, 'Ben Reed']] as const)
      await putAnnotation(storage, { annotation: annotation({ number, quotation: saidBy(name) }), article: article() }); // prettier-ignore
    const ana = await people.personOf(storage, source, 'ana ortiz');
    await note(storage, ana?.person.id ?? '', 'asks about bridges');
    expect(await listed(storage)).toEqual(['Ana Ortiz 1', 'Ben Reed 1']);
    await deleteAnnotations(storage, [1, 2].map(id), now);
    expect(await listed(storage)).toEqual(['Ana Ortiz 0']);
    await undo(storage);
    expect(await listed(storage)).toEqual(['Ana Ortiz 1', 'Ben Reed 1']);
  });

  it('goes from the list when joined with somebody else, who is asked about as a namesake before', async () => {
    const storage = freshStorage();
    const [first, second] = [await meet(storage, source), await meet(storage, other)];
    await note(storage, first, 'one');
    await note(storage, second, 'two');
    expect((await people.namesakesOf(storage, first, 9)).map(({ person }) => person.id)).toEqual([second]);
    await people.mergePeople(storage, { into: first, from: [second], follow: false }, now);
    expect(await listed(storage)).toEqual(['Ana Ortiz 0']);
    await undo(storage);
    expect(await listed(storage)).toEqual(['Ana Ortiz 0', 'Ana Ortiz 0']);
  });
});

it('a note on a person that is typed is one change', async () => {
  const storage = freshStorage();
  const person = await meet(storage, source);
  for (const [i, text] of ['a', 'ab', 'abc'].entries()) await note(storage, person, text, now + i * 1_000);
  expect(await listChanges(storage, 9)).toHaveLength(1);
  await undo(storage);
  expect((await people.peopleAt(storage, [person]))[0]?.person.note).toBe('');
});
