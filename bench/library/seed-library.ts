import { createAnnotation } from '#core/annotation-edit.ts';
import type { Annotation, ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import { foldText } from '#core/search/fold-text.ts';
import { annotationDocument, nameKey } from '#core/search/search-document.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import type { StoreName } from '#storage/schema.ts';

/** Runs in a page of the extension: fills the library's own database with what ten years of reading may leave. */

/** Annotations an article; one in ten quotes the first person. */
const AN_ARTICLE = 5;
const WORDS = 30_000;
const PEOPLE = 3_000;
const BATCH = 2_000;
const STORES: StoreName[] = ['annotations', 'articles', 'people', 'appearances', 'tallies', 'documents'];

/** Marsaglia's xorshift: the same library for everybody. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** The word of a rank: the frequent ones are short, as in any language. */
export function wordOf(rank: number): string {
  let rest = rank;
  let word = '';
  do {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return word;
}

interface Generator {
  readonly random: () => number;
  /** So many words, by Zipf's law. */
  readonly text: (words: number) => string;
}

function generator(seed: number): Generator {
  const random = randomOf(seed);
  const rank = (): number => Math.floor(WORDS ** random()) - 1;
  return { random, text: (words) => Array.from({ length: words }, () => wordOf(rank())).join(' ') };
}

const idOf = (number: number): string =>
  `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const personId = (number: number): string =>
  `urn:uuid:11111111-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const sourceOf = (number: number): string => `https://www.paper-${number % 200}.example/${number}`;
const nameOf = (number: number): string => `${wordOf(number % 400)} ${wordOf(400 + Math.floor(number / 7))}`;

function articleAt(number: number, { random, text }: Generator): ArticleRecord {
  const day = new Date(Date.UTC(2016, 0, 1) + Math.floor(random() * 3_650) * 86_400_000).toISOString();
  return {
    source: sourceOf(number),
    title: text(8),
    byline: null,
    outlet: `Paper ${number % 200}`,
    language: 'en',
    section: null,
    published: day.slice(0, 10),
    modified: null,
    origins: {},
    firstSeen: day,
    lastSeen: day,
  };
}

function annotationAt(
  number: number,
  article: ArticleRecord,
  speaker: string,
  { random, text }: Generator,
): Annotation {
  const exact = text(10 + Math.floor(random() * 30));
  const quotation: QuotationRecord = {
    kind: random() < 0.7 ? 'direct' : 'indirect',
    mention: speaker,
    speaker,
    detectedSpeaker: speaker,
    cue: 'said',
    evidence: [{ code: 'cue-after', words: ['said', speaker] }],
    confidence: 0.9,
    status: 'detected',
  };
  return createAnnotation({
    id: idOf(number),
    now: new Date(Date.parse(article.firstSeen) + number).toISOString(),
    source: article.source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix: text(6), suffix: text(6) },
      { type: 'TextPositionSelector', start: number % 9_000, end: (number % 9_000) + exact.length },
    ],
    quotation,
    note: random() < 0.3 ? text(20) : '',
    tags: random() < 0.2 ? [`tag ${Math.floor(random() * 50)}`] : [],
  });
}

/** Makes the library as large as `count` annotations, from what it holds on. `flush` documents are indexed at a time. */
export async function seedLibrary(from: number, count: number, flush: number): Promise<void> {
  const storage = createStorage();
  const counts = new Map<number, number>();
  for (let start = from; start < count; start += BATCH) {
    await seedBatch(storage, start, Math.min(count, start + BATCH), counts);
    if ((start / BATCH) % Math.max(1, Math.floor(flush / BATCH)) === 0) await flushIndex(storage, flush);
  }
  await flushIndex(storage, flush);
  await storage.write(['tallies'], async (transaction) => {
    const store = transaction.objectStore('tallies');
    for (const [person, more] of counts) {
      const earlier = await store.get(personId(person));
      const total = (earlier?.count ?? 0) + more;
      await store.put({ id: personId(person), name: foldText(nameOf(person)), count: total });
    }
  });
}

async function seedBatch(
  storage: Storage,
  start: number,
  end: number,
  counts: Map<number, number>,
): Promise<void> {
  const generate = generator(start * 2_654_435_761 + 1);
  await storage.write(STORES, async (transaction) => {
    const puts: Promise<unknown>[] = [];
    let article = articleAt(Math.floor(start / AN_ARTICLE), generate);
    for (let number = start; number < end; number++) {
      if (number % AN_ARTICLE === 0) {
        article = articleAt(number / AN_ARTICLE, generate);
        puts.push(transaction.objectStore('articles').put(article));
      }
      const person = number % 10 === 0 ? 0 : 1 + Math.floor(generate.random() * PEOPLE);
      counts.set(person, (counts.get(person) ?? 0) + 1);
      const name = nameOf(person);
      const id = personId(person);
      const annotation = annotationAt(number, article, name, generate);
      const created = article.firstSeen;
      puts.push(
        transaction.objectStore('annotations').put(annotation),
        transaction
          .objectStore('people')
          .put({ id, name, note: '', follows: [], created, modified: created }),
        transaction
          .objectStore('appearances')
          .put({ source: article.source, key: nameKey(name), name, person: id }),
        transaction.objectStore('documents').put({
          ...annotationDocument(annotation, article, { id, name }),
          key: annotation.id,
          newest: -Date.parse(annotation.modified),
          person: id,
          pending: 1,
        }),
      );
    }
    await Promise.all(puts);
  });
}

Object.assign(globalThis, { seedLibrary });
