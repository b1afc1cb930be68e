import MiniSearch from 'minisearch';
import { noteOf, tagsOf } from '#core/annotation-edit.ts';
import { exactOf } from '#core/annotation-passage.ts';
import { AN_ARTICLE, articleWith, nameOf } from '../library/library-records.ts';

/** Runs in the page: the library's passages in MiniSearch, an index that is held in memory. */
interface Passage {
  readonly id: string;
  readonly exact: string;
  readonly note: string;
  readonly tags: string;
  readonly speaker: string;
  readonly title: string;
  readonly outlet: string;
}

const OPTIONS = {
  fields: ['exact', 'note', 'tags', 'speaker', 'title', 'outlet'],
  // What our own search does too: beginnings, one typo in a word that is long enough, all words.
  searchOptions: {
    prefix: true,
    fuzzy: (term: string) => (term.length > 3 ? 1 : false),
    combineWith: 'AND' as const,
  },
};

let passages: Passage[] = [];
let index = new MiniSearch<Passage>(OPTIONS);
let saved = '';

/** Makes the passages of a library of so many. */
function make(count: number): number {
  passages = [];
  for (let number = 0; number * AN_ARTICLE < count; number++) {
    const { article, kept } = articleWith(number, count);
    for (const { annotation, person } of kept) {
      passages.push({
        id: annotation.id,
        exact: exactOf(annotation),
        note: noteOf(annotation),
        tags: tagsOf(annotation).join(' '),
        speaker: nameOf(person),
        title: article.title,
        outlet: article.outlet ?? '',
      });
    }
  }
  return passages.length;
}

const timed = (work: () => void): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

const api = {
  make,
  /** From records that are in memory already, ms. */
  build: (): number =>
    timed(() => {
      index = new MiniSearch<Passage>(OPTIONS);
      index.addAll(passages);
    }),
  /** What is held besides the index is not to be counted with it. */
  forgetAllElse(): void {
    [passages, saved] = [[], ''];
  },
  /** Writes the index as text. Answers its size in MB. */
  save(): number {
    saved = JSON.stringify(index);
    return saved.length / 1e6;
  },
  /** From that text, which is in memory already, ms. */
  load: (): number =>
    timed(() => {
      index = MiniSearch.loadJSON<Passage>(saved, OPTIONS);
    }),
  /** ms, and how many are found. It knows no phrases: their words are searched. */
  search(query: string): readonly [ms: number, found: number] {
    let found = 0;
    const ms = timed(() => {
      found = index.search(query.replaceAll(/[“”]/g, '')).length;
    });
    return [ms, found];
  },
};
export type InPage = typeof api;

Object.assign(globalThis, { onRecordSearch: api });
