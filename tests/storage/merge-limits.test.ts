import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { noteOf, tagsOf, withTags } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import type { PersonRecord } from '#core/person-record.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { tagAnnotations } from '#storage/bulk.ts';
import type { Storage } from '#storage/database.ts';
import { commitImport } from '#storage/import-records.ts';
import { notePerson, peopleAt } from '#storage/people.ts';
import { annotation, article, at, freshStorage, id } from './records.ts';
import { backups, stage, time } from './staging.ts';

/** A poisoned file names records of the reader's: what comes of both must be one that can be read again. */

const own = annotation({ number: 1, note: 'My own note', tags: ['mine'] });
const last = '9999-12-31T23:59:59.999Z';
const many = (count: number, letter: string): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`);

async function kept(one: Annotation = own): Promise<Storage> {
  const storage = freshStorage();
  await putAnnotation(storage, { annotation: one, article: article() });
  return storage;
}

async function bring(storage: Storage, annotations: readonly Annotation[]): Promise<void> {
  await commitImport(storage, backups(), await stage(storage, { annotations }), time);
}

describe('A file that names your records makes none of them unreadable', () => {
  it.each([
    ['more tags than a record may have', annotation({ number: 1, note: '', tags: many(1_000, 'x') })],
    ['the last time that there is', { ...annotation({ number: 1, note: 'Theirs' }), modified: last }],
    ['a note that makes both too long', annotation({ number: 1, note: 'y'.repeat(1_000_000) })],
  ])('by %s', async (_what, theirs) => {
    const storage = await kept();
    await bring(storage, [theirs]);
    const now = await getAnnotation(storage, own.id);
    expect(now && noteOf(now)).toContain('My own note');
    expect(now && tagsOf(now)).toContain('mine');
  });
});

describe('a record of the last time that there is', () => {
  it('can be written again', async () => {
    const storage = freshStorage();
    await bring(storage, [{ ...own, modified: last }]);
    const brought = await getAnnotation(storage, own.id);
    expect(brought?.modified.slice(0, 4)).toBe('9999');
    await tagAnnotations(storage, { ids: [own.id], add: ['new'], remove: [] }, Date.parse(at(200)));
    // Another window, which had not seen any of it.
    const mine = withTags(own, ['mine', 'other'], at(201));
    await putAnnotation(storage, { annotation: mine, article: article(), base: at(1) });
    const now = await getAnnotation(storage, own.id);
    expect(now && tagsOf(now)).toEqual(['mine', 'other', 'new']);
  });
});

describe('two windows at once', () => {
  it('whose words are more than a record holds: the second is refused, the first stays', async () => {
    const storage = await kept();
    const mine = annotation({ number: 1, note: 'z'.repeat(999_999) });
    const saving = putAnnotation(storage, { annotation: mine, article: article(), base: at(77) });
    await expect(saving).rejects.toMatchObject({ reason: 'too-large' });
    expect(await getAnnotation(storage, own.id)).toEqual(own);
  });
});

describe('a person', () => {
  const person: PersonRecord = {
    id: id(900), name: 'Ann Teller', note: 'Mine', follows: [], apart: [], created: at(1), modified: at(1),
  }; // prettier-ignore

  it.each([
    ['a note that makes both too long', { note: 'y'.repeat(1_000_000) }],
    ['the last time that there is', { note: 'Theirs', modified: last }],
    ['more names than a record may have', { follows: many(10_000, 'n') }],
  ])('stays readable when a file has the same id and %s', async (_what, theirs) => {
    const storage = freshStorage();
    const mine = { ...person, follows: ['ann'] };
    await commitImport(storage, backups(), await stage(storage, { people: [mine] }), time);
    await commitImport(
      storage,
      backups(),
      await stage(storage, { people: [{ ...person, ...theirs }] }),
      time,
    );
    const [before] = await peopleAt(storage, [person.id]);
    expect(before?.person.note).toContain('Mine');
    await notePerson(storage, person.id, 'Mine, again', before?.person.modified ?? '', time, (one) => one);
    const [after] = await peopleAt(storage, [person.id]);
    expect(after?.person.note).toBe('Mine, again');
  });
});
