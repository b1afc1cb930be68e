import { parseArticle } from '#core/annotation-guard.ts';
import { laterThan } from '#core/later-than.ts';
import {
  parseAppearance,
  parsePersonRecord,
  type AppearanceRecord,
  type PersonRecord,
} from '#core/person-record.ts';
import { noteGone } from './journal.ts';
import { recordChange, type Recorder } from './record-change.ts';
import type { Storage } from './database.ts';
import type { SpeakerShare } from '#core/article-summary.ts';
import { appearancesIn } from './appearances-in.ts';
import { libraryPage } from './library-page.ts';
import { listing } from './listing.ts';
import type { Appearance, PersonCount } from '#core/person-count.ts';
import { StorageError } from './storage-error.ts';
import { parseDetails, soundTally } from './sound-records.ts';
import { setApart } from './tell-apart.ts';
import type { StoreName, TallyRecord, Transaction } from './schema.ts';

/** What a PersonCount is read from. */
const COUNTED: StoreName[] = ['people', 'tallies', 'appearances', 'articles', 'details'];

/** People who are quoted, or of whom the reader has said something: by the alphabet, or who is quoted most first. */
export function listPeople(
  storage: Storage,
  order: 'name' | 'count',
  limit: number,
  offset = 0,
): Promise<{ readonly items: readonly PersonCount[]; readonly total: number }> {
  return storage.read([...COUNTED, 'totals'], async (transaction) => {
    const index = transaction.objectStore('tallies').index(order);
    const way = order === 'name' ? 'next' : 'prev';
    const list = { list: 'people', store: 'tallies', name: order, index, way } as const;
    const { keys, total } = await libraryPage(transaction, storage.places, { ...list, offset, limit });
    const items = await Promise.all(keys.map((id) => personCount(transaction, id)));
    const broken = keys.filter((_id, at) => items[at] === null);
    if (broken.length > 0) storage.onBroken(broken.map((key) => ({ store: 'people', key })));
    return { items: items.filter((item) => item !== null), total };
  });
}

/** Those of these people who stand in the list of people, in its order. */
export function listedAmong(
  storage: Storage,
  ids: readonly string[],
  order: 'name' | 'count',
): Promise<readonly string[]> {
  return storage.read(['tallies'], async (transaction) => {
    const store = transaction.objectStore('tallies');
    const read = await Promise.all(ids.map((id) => store.get(id)));
    const byName = (a: TallyRecord, b: TallyRecord): number =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
    return read
      .flatMap((tally) => (tally === undefined ? [] : [soundTally(tally)]))
      .sort((a, b) => (order === 'count' ? b.count - a.count || byName(a, b) : byName(a, b)))
      .map(({ id }) => id);
  });
}

/** People by their ids, in that order; those that are not there are left out. */
export function peopleAt(storage: Storage, ids: readonly string[]): Promise<readonly PersonCount[]> {
  return storage.read(COUNTED, async (transaction) => {
    const items = await Promise.all(ids.map((id) => personCount(transaction, id)));
    return items.filter((item) => item !== null);
  });
}

async function personCount(transaction: Transaction<'readonly'>, id: string): Promise<PersonCount | null> {
  const index = transaction.objectStore('appearances').index('person');
  const [stored, tally, articles, first] = await Promise.all([
    transaction.objectStore('people').get(id),
    transaction.objectStore('tallies').get(id),
    index.count(id),
    index.get(id),
  ]);
  const person = parsePersonRecord(stored);
  if (person === null) return null;
  const appearance = parseAppearance(first);
  const example = appearance && (await withArticle(transaction, appearance));
  return { person, quotations: tally === undefined ? 0 : soundTally(tally).count, articles, example };
}

/** Where a person is named: at most `limit` articles after the first `offset`, in the order of their addresses. */
export function appearancesOf(
  storage: Storage,
  id: string,
  limit: number,
  offset = 0,
): Promise<readonly Appearance[]> {
  return storage.read(['appearances', 'articles', 'details'], async (transaction) => {
    // One request for all of them: a cursor asks for each, and a person's page waits for it.
    const stored = await transaction
      .objectStore('appearances')
      .index('person')
      .getAll(id, offset + limit);
    const found = listing(stored.slice(offset), parseAppearance).items;
    return Promise.all(found.map((appearance) => withArticle(transaction, appearance)));
  });
}

async function withArticle(
  transaction: Transaction<'readonly'>,
  { source, name }: AppearanceRecord,
): Promise<Appearance> {
  const [article, details] = await Promise.all([
    transaction.objectStore('articles').get(source),
    transaction.objectStore('details').get(source),
  ]);
  const share = parseDetails(details)?.speakers.find(
    (one: SpeakerShare) => one.named && one.speaker === name,
  );
  return { name, source, article: parseArticle(article), roles: share?.roles ?? [] };
}

/**
 * People of whom an article calls somebody by the same name: perhaps one person, which only the reader can say. Those of whom it was said
 * that they are somebody else are not asked about again.
 */
export function namesakesOf(storage: Storage, id: string, limit: number): Promise<readonly PersonCount[]> {
  return storage.read(COUNTED, async (transaction) => {
    const tallies = transaction.objectStore('tallies');
    const index = transaction.objectStore('appearances').index('key');
    const own = await appearancesIn(transaction, id, 1_000);
    const ids = new Set<string>();
    for (const key of new Set(own.map((appearance) => appearance.key))) {
      for (const { person } of listing(await index.getAll(key, 1_000), parseAppearance).items)
        ids.add(person);
    }
    ids.delete(id);
    for (const other of parsePersonRecord(await transaction.objectStore('people').get(id))?.apart ?? []) {
      ids.delete(other);
    }
    const listed = await Promise.all([...ids].map((one) => tallies.getKey(one)));
    const others = listed.filter((one) => one !== undefined).slice(0, limit);
    const items = await Promise.all(others.map((one) => personCount(transaction, one)));
    return items.filter((item) => item !== null);
  });
}

/** The person that a name means in an article, or null when nothing is kept of him or her there. */
export function personOf(storage: Storage, source: string, key: string): Promise<PersonCount | null> {
  return storage.read(COUNTED, async (transaction) => {
    const appearance = parseAppearance(await transaction.objectStore('appearances').get([source, key]));
    return appearance && personCount(transaction, appearance.person);
  });
}

/**
 * The reader says that these people are one, `into`. Notes of all are kept, below one another. With `follow`, each of their names
 * means this person in articles to come, too. Rejects with `not-found` when one is gone.
 */
export function mergePeople(
  storage: Storage,
  input: { readonly into: string; readonly from: readonly string[]; readonly follow: boolean },
  now: number,
): Promise<PersonRecord> {
  const { into, from, follow } = input;
  return recordChange(storage, { action: 'merge', about: into, now }, async (recorder) => {
    const { transaction } = recorder;
    const kept = await personIn(transaction, into);
    const others: PersonRecord[] = [];
    for (const id of new Set(from)) if (id !== into) others.push(await personIn(transaction, id));
    const keys = new Set([...kept.follows, ...others.flatMap(({ follows }) => follows)]);
    if (follow) for (const { key } of await appearancesIn(transaction, into)) keys.add(key);
    for (const other of others) {
      for (const appearance of await appearancesIn(transaction, other.id)) {
        if (follow) keys.add(appearance.key);
        await recorder.put('appearances', { ...appearance, person: into });
      }
      await recorder.remove('people', other.id);
      await noteGone(transaction, 'people', other.id, into);
    }
    const note = [kept, ...others].map((one) => one.note).filter((text) => text !== '');
    const modified = new Date(now).toISOString();
    const one = new Set([into, ...others.map(({ id }) => id)]);
    // Who is not one of them is nobody of what they are now.
    const apart = [...new Set([kept, ...others].flatMap((person) => person.apart))].filter(
      (id) => !one.has(id),
    );
    const text = [...new Set(note)].join('\n\n---\n\n');
    const merged = { ...kept, note: text, follows: [...keys], apart, modified };
    await recorder.put('people', merged);
    for (const id of apart) {
      const isThere = (await transaction.objectStore('people').getKey(id)) !== undefined;
      if (isThere) await setApart(recorder, id, into);
    }
    return merged;
  });
}

/** The reader says that in these articles it is somebody else: a new person, who is answered. No name follows anybody after that. */
export function splitPerson(
  storage: Storage,
  input: { readonly id: string; readonly sources: readonly string[]; readonly name: string | null },
  now: number,
): Promise<PersonRecord> {
  return recordChange(storage, { action: 'split', about: input.id, now }, async (recorder) => {
    const { transaction } = recorder;
    const person = await personIn(transaction, input.id);
    const sources = new Set(input.sources);
    const own = await appearancesIn(transaction, input.id);
    const leaving = own.filter(({ source }) => sources.has(source));
    const [first] = leaving;
    if (first === undefined) throw new StorageError('not-found');
    const modified = new Date(now).toISOString();
    const id = `urn:uuid:${crypto.randomUUID()}`;
    const name = input.name?.trim() || first.name;
    const other: PersonRecord = {
      id,
      name,
      note: '',
      follows: [],
      apart: [person.id],
      created: modified,
      modified,
    };
    await recorder.put('people', other);
    for (const appearance of leaving) await recorder.put('appearances', { ...appearance, person: id });
    const gone = new Set(leaving.map(({ key }) => key));
    await recorder.put('people', {
      ...person,
      follows: person.follows.filter((key) => !gone.has(key)),
      apart: [...person.apart, id],
      modified,
    });
    return other;
  });
}

/** Another name to be shown; the articles' own stay beside it. */
export function renamePerson(storage: Storage, id: string, name: string, now: number): Promise<PersonRecord> {
  return edit(storage, 'rename', id, now, (person) => ({ ...person, name: name.trim() }));
}

/**
 * A note on a person. When another surface has written one since `base` (the `modified` that was edited) was read, both are kept.
 */
export function notePerson(
  storage: Storage,
  id: string,
  note: string,
  base: string,
  now: number,
  merge: (mine: string, theirs: string) => string,
): Promise<PersonRecord> {
  return edit(storage, 'person-note', id, now, (person) => ({
    ...person,
    note: person.modified === base ? note : merge(note, person.note),
  }));
}

function edit(
  storage: Storage,
  action: 'rename' | 'person-note',
  id: string,
  now: number,
  change: (person: PersonRecord) => PersonRecord,
): Promise<PersonRecord> {
  return recordChange(storage, { action, about: id, now }, async (recorder: Recorder) => {
    const person = await personIn(recorder.transaction, id);
    // Later than before also when the clock was set back: the time tells whether somebody else has written.
    const modified = laterThan(person.modified, now);
    const next = { ...change(person), modified };
    await recorder.put('people', next);
    // Its passages are found by the name that is shown.
    const appearances = await appearancesIn(recorder.transaction, id);
    if (next.name !== person.name) for (const one of appearances) await recorder.put('appearances', one);
    return next;
  });
}

async function personIn(transaction: Transaction<'readwrite'>, id: string): Promise<PersonRecord> {
  const person = parsePersonRecord(await transaction.objectStore('people').get(id));
  if (person === null) throw new StorageError('not-found');
  return person;
}
