import { unwrap } from 'idb';
import { foldText } from '#core/search/fold-text.ts';
import { encodePostings, sizeOf, type Posting } from '#core/search/posting-list.ts';
import { annotationDocument, documentTerms, nameKey, personDocument } from '#core/search/search-document.ts';
import { personKey } from '#storage/documents.ts';
import { BLOCK, isWord, reversed } from '#storage/posting-work.ts';
import { heldRecord } from '#storage/held-articles.ts';
import { migrations } from '#storage/migrations/index.ts';
import { openDatabase } from '#storage/open-database.ts';
import type { DocumentRecord } from '#storage/schema.ts';
import { AN_ARTICLE, articleWith, nameOf, peopleIn, personId } from './library-records.ts';
import { personAt } from './library-group.ts';

/**
 * Fills a new library in minutes, where saving a million one by one would take hours: each block of the index is made in memory and
 * written once, many records a transaction, and the disk need not have them when a transaction is answered. What it leaves is what the
 * product's own index would have written (tests/bench/seed-library.test.ts). Runs in a page of the extension.
 * @param name the database; by default the product's own
 */
export async function seedLibrary(
  count: number,
  tell: (documents: number) => void = () => {},
  name = 'on-record',
): Promise<void> {
  const opened = await openDatabase(name, migrations, { onBlocked: () => {}, onClosed: () => {} });
  if (opened.readOnly !== null) throw opened.readOnly;
  const filler = fillerOf(unwrap(opened.database), tell);
  for (let person = 0; person <= peopleIn(count); person++) {
    filler.row('people', personAt(person));
    await filler.document({ ...personDocument([nameOf(person)], ''), key: personKey(personId(person)) });
  }
  const quoted = new Map<number, number>();
  for (let number = 0; number * AN_ARTICLE < count; number++) {
    const { article, kept } = articleWith(number, count);
    filler.row('articles', article);
    filler.row('held', heldRecord(article));
    for (const { annotation, person } of kept) {
      quoted.set(person, (quoted.get(person) ?? 0) + 1);
      const [name, id] = [nameOf(person), personId(person)];
      filler.row('annotations', annotation);
      filler.row('appearances', { source: article.source, key: nameKey(name), name, person: id });
      const searched = annotationDocument(annotation, article, { id, name });
      const newest = -Date.parse(annotation.modified);
      await filler.document({ ...searched, key: annotation.id, newest, person: id });
    }
  }
  for (const [person, times] of quoted) {
    filler.row('tallies', { id: personId(person), name: foldText(nameOf(person)), count: times });
  }
  await filler.end();
  opened.database.close();
}

/** A record and the store it goes into. */
type Row = readonly [store: string, value: unknown];

interface Filler {
  readonly row: (...row: Row) => void;
  /** Gives the document the next number. Waits, now and then, until what came before is written. */
  readonly document: (document: Omit<DocumentRecord, 'number'>) => Promise<void>;
  readonly end: () => Promise<void>;
}

function fillerOf(database: IDBDatabase, tell: (documents: number) => void): Filler {
  const endings = new Set<string>();
  let [documents, tokens] = [0, 0];
  let block: DocumentRecord[] = [];
  let rows: Row[] = [];
  let writing: Promise<void> = Promise.resolve();
  const counts = { articles: 0, passages: 0, documents: 0, waiting: 0, people: 0, trash: 0, ledger: 0 };
  const write = async (): Promise<void> => {
    const batch = [...rows, ...indexRows(block, endings)];
    [block, rows] = [[], []];
    // The next block is made while this one is written.
    await writing;
    writing = put(database, batch);
    tell(documents);
  };
  return {
    row: (...row) => {
      const [store] = row;
      if (store === 'held') counts.articles++;
      if (store === 'tallies') counts.people++;
      rows.push(row);
    },
    async document(document) {
      documents++;
      if (documents % BLOCK === 0) await write();
      const numbered = { ...document, number: documents };
      tokens += documentTerms(numbered).tokens;
      block.push(numbered);
      if (numbered.newest !== undefined) counts.passages++;
      rows.push(['documents', numbered]);
    },
    async end() {
      rows.push(['indexState', { key: 'index', documents, tokens }]);
      rows.push(['totals', { key: 'lists', counts: { ...counts, documents } }]);
      await write();
      await writing;
    },
  };
}

/** What the index holds of the documents of one block. */
function indexRows(documents: readonly DocumentRecord[], endings: Set<string>): Row[] {
  const postings = new Map<string, Posting[]>();
  for (const document of documents) {
    const { terms, tokens } = documentTerms(document);
    for (const [term, positions] of terms) {
      const posting = { document: document.number ?? -1, size: sizeOf(tokens), positions };
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [posting]);
      else list.push(posting);
    }
  }
  const block = Math.floor((documents[0]?.number ?? 0) / BLOCK);
  const rows: Row[] = [];
  for (const [term, list] of [...postings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    rows.push(['postings', { term, block, bytes: encodePostings(list) }]);
    if (!isWord(term) || endings.has(term)) continue;
    endings.add(term);
    rows.push(['endings', { ending: reversed(term) }]);
  }
  return rows;
}

function put(database: IDBDatabase, rows: readonly Row[]): Promise<void> {
  const stores = [...new Set(rows.map(([store]) => store))];
  const transaction = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
  for (const [store, value] of rows) transaction.objectStore(store).put(value);
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The filling was stopped')),
    );
  });
}

Object.assign(globalThis, { seedLibrary });
