import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import { bareArticle } from '#core/bare-article.ts';
import { parseAppearance, parsePersonRecord } from '#core/person-record.ts';
import { isThere } from '#core/sync/join-documents.ts';
import { rootOf } from '#core/sync/person-groups.ts';
import { showPerson, showRecord } from '#core/sync/show-records.ts';
import type { SyncDocument } from '#core/sync/sync-document.ts';
import type { Storage } from './database.ts';
import { indexAnnotations, indexPerson } from './documents.ts';
import { refreshHeld, sourcesOf } from './held-articles.ts';
import { isWholeEntry } from './ledger.ts';
import { isPersonKey, personOf } from './index-keys.ts';
import { listing } from './listing.ts';
import { JOINED_STORES, joiningIn } from './joining-store.ts';
import { notTheReaders } from './journal.ts';
import { CHANGE_STORES, erase } from './record-change.ts';
import type { LedgerEntry } from '#core/ledger-entry.ts';
import type { AsideRecord, Transaction } from './schema.ts';
import { soundOrNone } from './sound-records.ts';
import { countRow } from './totals.ts';

/** A row of a list whose record could not be read: its store, and its key there. Of passages it is the document that names the record. */
export type BrokenRow =
  | { readonly store: 'articles' | 'people' | 'trash' | 'ledger'; readonly key: string }
  | { readonly store: 'documents'; readonly key: number };

type Writing = Transaction<'readwrite'>;

/**
 * Puts records that cannot be read aside, as they are, so that no list has a row that never comes and no later write goes over them: one
 * that stands for others, an article or a person, leaves a plain one in its place. What can be read by now, or is gone, is left out, and
 * so is a row that is gone with it.
 * @param now ms since 1970
 * @returns how many rows were mended
 */
export function setAside(storage: Storage, rows: readonly BrokenRow[], now: number): Promise<number> {
  const found = new Date(now).toISOString();
  return storage.write(
    [...new Set([...CHANGE_STORES, ...JOINED_STORES, 'ledger' as const])],
    async (transaction) => {
      // What a disk has spoilt is not what the reader has written: no other machine is told.
      notTheReaders(transaction);
      const shared: Pick<SyncDocument, 'store' | 'key'>[] = [];
      let count = 0;
      for (const row of rows) {
        const record = await sharedBy(transaction, row);
        if (!(await MENDING[row.store](transaction, row.key as never, found))) continue;
        count++;
        if (record !== null) shared.push(record);
      }
      await showKnown(transaction, shared);
      return count;
    },
    'little',
  );
}

/** The record that a row stands for, where other machines may have it, too. */
async function sharedBy(
  transaction: Writing,
  { store, key }: BrokenRow,
): Promise<Pick<SyncDocument, 'store' | 'key'> | null> {
  if (store === 'articles' || store === 'people') return { store, key };
  if (store !== 'documents') return null;
  const document = soundOrNone(await transaction.objectStore('documents').get(key));
  if (document === undefined || isPersonKey(document.key)) return null;
  return { store: 'annotations', key: document.key };
}

/** Of what other machines have, too, there is a copy beside it, as it was last sent or taken: that stands again. */
async function showKnown(
  transaction: Writing,
  records: readonly Pick<SyncDocument, 'store' | 'key'>[],
): Promise<void> {
  const { store, settle } = joiningIn(transaction);
  for (const { store: name, key } of records) {
    const document = await store.document(name, key);
    if (document === null || !isThere(document)) continue;
    if (name !== 'people') await showRecord(store, document);
    else if ((await rootOf(store, String(key))) === key) await showPerson(store, key);
  }
  await settle();
}

/** What was put aside, the oldest first of each store: `limit` records after the first `offset`, and how many there are. */
export function listAside(
  storage: Storage,
  limit: number,
  offset = 0,
): Promise<{ readonly items: readonly AsideRecord[]; readonly total: number }> {
  return storage.read(['aside'], async (transaction) => {
    const store = transaction.objectStore('aside');
    const keys = await store.getAllKeys();
    const items = await Promise.all(keys.slice(offset, offset + limit).map((key) => store.get(key)));
    return { items: items.filter((item) => item !== undefined), total: keys.length };
  });
}

/** How many records lie aside; none in a library of before. */
export function countAside(storage: Storage): Promise<number> {
  return storage.read(['aside'], (transaction) => transaction.objectStore('aside').count());
}

/** By the store of the row: mends it. Each answers whether there was something to be mended. */
const MENDING: {
  readonly [Name in BrokenRow['store']]: (
    transaction: Writing,
    key: Extract<BrokenRow, { readonly store: Name }>['key'],
    found: string,
  ) => Promise<boolean>;
} = {
  async documents(transaction, number, found) {
    const documents = transaction.objectStore('documents');
    const document = soundOrNone(await documents.get(number));
    if (document === undefined) return false;
    if (isPersonKey(document.key)) {
      // Written anew it stands in no list of passages.
      await indexPerson(transaction, personOf(document.key));
      return document.newest !== undefined;
    }
    const record: unknown = await transaction.objectStore('annotations').get(document.key);
    if (parseAnnotation(record) !== null) return false;
    if (record !== undefined) {
      await keep(transaction, { store: 'annotations', key: document.key, found, record });
      await transaction.objectStore('annotations').delete(document.key);
    }
    if (document.key === '') {
      // The document itself is spoilt, and does not say what it is of.
      await documents.delete(number);
      countRow(transaction, 'documents', document, undefined);
    }
    await indexAnnotations(transaction, [document.key]);
    await refreshHeld(transaction, sourcesOf([record]));
    return true;
  },
  async articles(transaction, source, found) {
    const record: unknown = await transaction.objectStore('articles').get(source);
    if (parseArticle(record) !== null) return false;
    const held = await transaction.objectStore('held').get(source);
    if (record === undefined && held === undefined) return false;
    if (record !== undefined) await keep(transaction, { store: 'articles', key: source, found, record });
    const plain = parseArticle({
      ...bareArticle(source, held?.lastSeen ?? found),
      outlet: held?.outlet ?? null,
    });
    await transaction.objectStore('articles').put(plain ?? bareArticle(source, found));
    await refreshHeld(transaction, new Set([source]));
    const quoting = transaction.objectStore('annotations').index('source');
    await indexAnnotations(transaction, await quoting.getAllKeys(source));
    return true;
  },
  async people(transaction, id, found) {
    const record: unknown = await transaction.objectStore('people').get(id);
    if (parsePersonRecord(record) !== null) return false;
    const tally = await transaction.objectStore('tallies').get(id);
    if (record === undefined && tally === undefined) return false;
    if (record !== undefined) await keep(transaction, { store: 'people', key: id, found, record });
    const named = await transaction.objectStore('appearances').index('person').getAll(id, 100);
    const [first] = listing(named, parseAppearance).items;
    if (first === undefined) {
      await transaction.objectStore('people').delete(id);
      await transaction.objectStore('tallies').delete(id);
      countRow(transaction, 'tallies', tally, undefined);
    } else {
      // Who is named in articles goes on being named so.
      const name = { name: first.name, note: '', follows: [], apart: [] };
      await transaction.objectStore('people').put({ id, ...name, created: found, modified: found });
    }
    await indexPerson(transaction, id);
    return true;
  },
  async trash(transaction, id, found) {
    const record: unknown = await transaction.objectStore('trash').get(id);
    if (record === undefined || parseAnnotation(Reflect.get(Object(record), 'annotation')) !== null)
      return false;
    await keep(transaction, { store: 'trash', key: id, found, record });
    await erase(transaction, 'trash', id);
    return true;
  },
  async ledger(transaction, id, found) {
    const record: LedgerEntry | undefined = await transaction.objectStore('ledger').get(id);
    if (record === undefined || isWholeEntry(record)) return false;
    await keep(transaction, { store: 'ledger', key: id, found, record });
    await transaction.objectStore('ledger').delete(id);
    countRow(transaction, 'ledger', record, undefined);
    return true;
  },
};

async function keep(transaction: Writing, record: AsideRecord): Promise<void> {
  await transaction.objectStore('aside').put(record);
}
