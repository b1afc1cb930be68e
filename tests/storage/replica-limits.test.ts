import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { noteOf, tagsOf, withNote, withTags } from '#core/annotation-edit.ts';
import { parseAnnotation } from '#core/annotation-guard.ts';
import type { Annotation } from '#core/annotation.ts';
import { laterThan } from '#core/later-than.ts';
import { parseAppearance, parsePersonRecord } from '#core/person-record.ts';
import { parseSyncDocument } from '#core/sync/sync-document-guard.ts';
import type { SyncDocument } from '#core/sync/sync-document.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { tagAnnotations } from '#storage/bulk.ts';
import { commitImport } from '#storage/import-records.ts';
import type { Storage } from '#storage/database.ts';
import { notePerson, peopleAt, personOf } from '#storage/people.ts';
import { give, machine, meet, waitingOn } from './carried-machines.ts';
import { annotation, article, at, id, saidBy, source } from './records.ts';
import { backups, stage, time } from './staging.ts';

/** What machines have written beside each other may be more than a record holds, and another version may write what is none: every record can be read, and nothing is lost. */

const TODAY = Date.UTC(2026, 10, 23);
const many = (count: number, letter: string): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`);

async function keep(storage: Storage, record: Annotation): Promise<void> {
  await putAnnotation(storage, { annotation: record, article: article() }, TODAY);
}
async function current(storage: Storage): Promise<Annotation> {
  const record = await getAnnotation(storage, id(1));
  if (record === null) throw new Error('it cannot be read');
  return record;
}
async function edit(
  storage: Storage,
  change: (record: Annotation, now: string) => Annotation,
): Promise<void> {
  const record = await current(storage);
  const next = change(record, laterThan(record.modified, TODAY));
  await putAnnotation(storage, { annotation: next, article: article(), base: record.modified }, TODAY);
}
async function two(): Promise<readonly [Storage, Storage]> {
  const [one, other] = [machine(), machine()];
  await keep(one, annotation({ number: 1, quotation: saidBy('Ana Ortiz') }));
  await meet(one, other);
  return [one, other];
}

describe('what two machines have written is more than a record holds', () => {
  it('two long notes: the later is shown, and the earlier comes back when there is room, also after edits', async () => {
    const [one, other] = await two();
    await edit(one, (record, now) => withNote(record, 'a'.repeat(900_000), now));
    await edit(other, (record, now) => withNote(record, 'b'.repeat(900_001), now));
    await meet(one, other);
    const shown = noteOf(await current(one));
    expect(shown.length).toBeLessThanOrEqual(1_000_000);
    const left = shown.startsWith('a') ? 'b' : 'a';
    await edit(one, (record, now) => withNote(record, 'c'.repeat(999_999), now));
    await meet(one, other);
    expect(noteOf(await current(other))).toBe('c'.repeat(999_999));
    await edit(other, (record, now) => withTags(record, ['x'], now));
    await edit(other, (record, now) => withNote(record, 'Short.', now));
    await meet(one, other);
    expect(noteOf(await current(one))).toMatch(new RegExp(`^${left}{900000,}\\n\\n---\\n\\nShort\\.$`));
  });

  it('a thousand tags on each: a thousand are shown, and the others when those are taken off; one that is taken off does not come back', async () => {
    const [one, other] = await two();
    await tagAnnotations(one, { ids: [id(1)], add: many(999, 'x'), remove: [] }, TODAY);
    await tagAnnotations(other, { ids: [id(1)], add: many(999, 'y'), remove: [] }, TODAY);
    await meet(one, other);
    const shown = tagsOf(await current(one));
    expect(shown).toHaveLength(1_000);
    // A thousand leave no place for a note.
    await tagAnnotations(one, { ids: [id(1)], add: [], remove: shown.slice(0, 1) }, TODAY);
    await edit(one, (record, now) =>
      withTags(withNote(record, 'And a note.', now), shown.slice(1, 999), now),
    );
    await meet(one, other);
    expect(noteOf(await current(other))).toBe('And a note.');
    await tagAnnotations(other, { ids: [id(1)], add: [], remove: tagsOf(await current(other)) }, TODAY);
    await meet(one, other);
    const left = tagsOf(await current(one));
    expect(new Set([...shown, ...left]).size).toBe(1_997);
  });

  it('two long notes on somebody: one is shown, and the other is kept', async () => {
    const [one, other] = await two();
    const person = (await personOf(one, source, 'ana ortiz'))?.person;
    const write = async (storage: Storage, text: string): Promise<void> => {
      const now = (await peopleAt(storage, [person?.id ?? '']))[0]?.person;
      await notePerson(storage, now?.id ?? '', text, now?.modified ?? '', TODAY, (mine) => mine);
    };
    await write(one, 'a'.repeat(900_000));
    await write(other, 'b'.repeat(900_000));
    await meet(one, other);
    const [shown] = await peopleAt(one, [person?.id ?? '']);
    expect(shown?.person.note).toMatch(/^(a{900000}|b{900000})$/);
    await write(one, 'Short.');
    await meet(one, other);
    const [after] = await peopleAt(other, [person?.id ?? '']);
    expect(after?.person.note).toContain('Short.');
    expect(after?.person.note).toContain(shown?.person.note.startsWith('a') === true ? 'bbb' : 'aaa');
  });

  it('a tag may be called anything', async () => {
    const [one, other] = await two();
    const tags = ['__proto__', 'constructor', 'toString', '[]'];
    await tagAnnotations(one, { ids: [id(1)], add: tags, remove: [] }, TODAY);
    await meet(one, other);
    expect(tagsOf(await current(other))).toEqual(tags);
  });

  it('the last time that there is can be written again on both', async () => {
    const [one, other] = [machine(), machine()];
    const last = { ...annotation({ number: 1, note: 'Mine.' }), modified: '9999-12-31T23:59:59.999Z' };
    await commitImport(
      one,
      backups(),
      await stage(one, { annotations: [last], articles: [article()] }),
      time,
    );
    await meet(one, other);
    await tagAnnotations(other, { ids: [id(1)], add: ['new'], remove: [] }, TODAY);
    await meet(one, other);
    await tagAnnotations(one, { ids: [id(1)], add: ['newer'], remove: [] }, TODAY);
    await meet(one, other);
    expect(tagsOf(await current(other))).toEqual(['new', 'newer']);
  });
});

const LAST = 8_640_000_000_000_000;

/** What another version writes by mistake: with our keys it is opened, and whatever it says is joined. */
const mistakes: readonly (readonly [string, (document: SyncDocument) => unknown])[] = [
  ['fields of another kind', (one) => ({ ...one, fields: every(one, () => 7) })],
  ['fields that are nothing', (one) => ({ ...one, fields: every(one, () => null) })],
  ['fields of lists of objects', (one) => ({ ...one, fields: every(one, () => [{ source: { selector: [] } }]) })],
  ['texts that are none', (one) => ({ ...one, texts: { values: [{ value: { a: 1 }, at: [LAST, 'z'] }], covered: {} } })],
  ['a text that is longer than any', (one) => ({ ...one, texts: { values: [{ value: 'x'.repeat(2_000_000), at: [LAST, 'z'] }], covered: {} } })],
  ['a time after all times', (one) => ({ ...one, writes: { ...one.writes, z: [LAST, Number.MAX_SAFE_INTEGER] } })],
  ['sets of long names', (one) => ({ ...one, sets: sets(one, ['x'.repeat(9_000), ' ', '']) })],
  ['sets of everything', (one) => ({ ...one, sets: sets(one, many(500, 'z')) })],
  ['fields that nobody knows', (one) => ({ ...one, fields: { ...one.fields, more: { value: 1, at: [LAST, 'z'], rank: 9 } } })],
]; // prettier-ignore

function every({ fields }: SyncDocument, value: (name: string) => unknown): object {
  const all = Object.keys(fields).map((name) => [name, { value: value(name), at: [LAST, 'z'], rank: LAST }]);
  return Object.fromEntries(all) as object;
}
function sets({ sets: all }: SyncDocument, names: readonly string[]): object {
  const members = Object.fromEntries(names.map((name) => [name, { at: [LAST, 'z'], isIn: true, place: 0 }]));
  return Object.fromEntries(Object.keys(all).map((name) => [name, members]));
}

describe('a document of another version', () => {
  it.each(mistakes)('with %s makes no record unreadable, and nobody loses what is noted', async (_what, spoil) => {
    const [one, other] = await two();
    await edit(one, (record, now) => withNote(withTags(record, ['mine'], now), 'Precious.', now));
    const before = (await personOf(one, source, 'ana ortiz'))?.person;
    await notePerson(one, before?.id ?? '', 'Precious, too.', before?.modified ?? '', TODAY, (mine) => mine);
    const documents = await waitingOn(one, 'one');
    await meet(one, other);
    const all = await one.read(['replica'], (transaction) => transaction.objectStore('replica').getAll());
    expect(documents.length).toBeGreaterThan(1);
    const spoilt = all.map(({ document }) => parseSyncDocument(spoil(document))).filter((document) => document !== null);
    for (const [storage, name] of [[one, 'one'], [other, 'other']] as const) {
      await give(storage, name, spoilt);
      await expectReadable(storage);
      expect(noteOf(await current(storage))).toContain('Precious.');
    }
    // It can be written on, and goes on being sent.
    await edit(one, (record, now) => withNote(record, `${noteOf(record)}\nAnd more.`.slice(-900_000), now));
    await waitingOn(one, 'one');
    await expectReadable(one);
    const now = (await personOf(one, source, 'ana ortiz'))?.person;
    expect(now?.note).toContain('Precious, too.');
    for (const document of await waitingOn(one, 'one')) expect(parseSyncDocument(document)).toEqual(document);
  }); // prettier-ignore

  it.each([
    ['a passage', { store: 'annotations', key: 'no id' }],
    ['a person of a long id', { store: 'people', key: 'x'.repeat(101) }],
    ['a name of one part', { store: 'appearances', key: ['one'] }],
    ['a decision of a text', { store: 'decisions', key: 'one' }],
  ])('under a key that is none of %s is refused', async (_what, wrong) => {
    const [one] = await two();
    const all = await one.read(['replica'], (transaction) => transaction.objectStore('replica').getAll());
    const document =
      all.find((record) => record.document.store === wrong.store)?.document ?? all[0]?.document;
    expect(parseSyncDocument(document)).not.toBeNull();
    expect(parseSyncDocument({ ...document, ...wrong })).toBeNull();
  });

  it('whose record lies under another key is not written over that one', async () => {
    const [one, other] = await two();
    const seen = at(1);
    const version = { annotation: id(1), seen, outcome: 'not-found', exact: null };
    const document = {
      store: 'versions', key: [id(2), seen], writes: { z: [5, 1] }, sets: {}, texts: { values: [], covered: {} }, gone: {},
      fields: { record: { value: version, at: [5, 'z'], rank: 0 } },
    }; // prettier-ignore
    const parsed = parseSyncDocument(document);
    if (parsed === null) throw new Error('it is one');
    await give(other, 'other', [parsed]);
    expect(await other.read(['versions'], (transaction) => transaction.objectStore('versions').count())).toBe(
      0,
    );
    await meet(one, other);
  });
});

async function expectReadable(storage: Storage): Promise<void> {
  const records = await storage.read(['annotations', 'people', 'appearances'], (transaction) =>
    Promise.all([
      transaction.objectStore('annotations').getAll(),
      transaction.objectStore('people').getAll(),
      transaction.objectStore('appearances').getAll(),
    ]),
  );
  const [annotations, people, names] = records;
  expect(annotations.map(parseAnnotation)).not.toContain(null);
  expect(people.map(parsePersonRecord)).not.toContain(null);
  expect(names.map(parseAppearance)).not.toContain(null);
  expect([annotations.length, people.length, names.length]).toEqual([1, 1, 1]);
}
