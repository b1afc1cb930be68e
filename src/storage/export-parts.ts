import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { AppearanceRecord } from '#core/person-record.ts';
import type { DecisionRecord, VersionRecord } from './record-types.ts';
import type { Transaction } from './schema.ts';

/**
 * Reads what an export asks for. An export goes through the articles in the order of their addresses, so what a part asks for stands
 * side by side, and one range gives it: of 100,000 records that is a tenth of the time that one request a record takes. Where the
 * range would hold too much else, as with a few picked here and there, each is asked for by itself.
 */

type Reading = Transaction<'readonly'>;

/** A range may hold so many more records than are asked for. */
const ROOM = 4;

/** The annotations with these ids that are there. */
export async function annotationsOf(transaction: Reading, ids: readonly string[]): Promise<Annotation[]> {
  const store = transaction.objectStore('annotations');
  const each = async (): Promise<Annotation[]> => present(await Promise.all(ids.map((id) => store.get(id))));
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined || ids.length < ROOM) return each();
  const [from, to] = present(await Promise.all([store.get(first), store.get(last)])).map(sourceOf);
  if (from === undefined || to === undefined || from > to) return each();
  const most = ROOM * ids.length;
  const near = await store.index('source').getAll(IDBKeyRange.bound(from, to), most);
  if (near.length === most) return each();
  const wanted = new Set(ids);
  const found = near.filter(({ id }) => wanted.delete(id));
  // What has no address is in no index.
  const lost = await Promise.all([...wanted].map((id) => store.get(id)));
  return [...found, ...present(lost)];
}

/** The articles with these addresses that are there. @param sources sorted by code units */
export async function articlesOf(
  transaction: Reading,
  sources: readonly string[],
): Promise<readonly ArticleRecord[]> {
  const store = transaction.objectStore('articles');
  const [first, last] = [sources[0], sources.at(-1)];
  if (first === undefined || last === undefined) return [];
  const most = ROOM * sources.length;
  const near = await store.getAll(IDBKeyRange.bound(first, last), most);
  if (near.length === most) return present(await Promise.all(sources.map((source) => store.get(source))));
  const wanted = new Set(sources);
  return near.filter(({ source }) => wanted.has(source));
}

/** What was decided on these articles. @param sources sorted by code units */
export function decisionsOf(
  transaction: Reading,
  sources: readonly string[],
): Promise<readonly DecisionRecord[]> {
  const store = transaction.objectStore('decisions');
  return ofArticles((range, most) => store.getAll(range, most), sources);
}

/** Whom names mean in these articles. @param sources sorted by code units */
export function appearancesOf(
  transaction: Reading,
  sources: readonly string[],
): Promise<readonly AppearanceRecord[]> {
  const store = transaction.objectStore('appearances');
  return ofArticles((range, most) => store.getAll(range, most), sources);
}

/** What lies under keys that begin with these articles. */
async function ofArticles<T extends { readonly source: string }>(
  read: (range: IDBKeyRange, most?: number) => Promise<readonly T[]>,
  sources: readonly string[],
): Promise<readonly T[]> {
  const [first, last] = [sources[0], sources.at(-1)];
  if (first === undefined || last === undefined) return [];
  // An article may name many.
  const most = 1_000 + 20 * ROOM * sources.length;
  const near = await read(IDBKeyRange.bound([first], [last, []]), most);
  if (near.length < most) {
    const wanted = new Set(sources);
    return near.filter(({ source }) => wanted.has(source));
  }
  const each = sources.map((source) => read(IDBKeyRange.bound([source], [source, []])));
  return (await Promise.all(each)).flat();
}

/** Keys of the versions that are looked through to see which passages have any: most libraries have few. */
const VERSIONS = 2_000;

/** How these annotations stood on their pages. */
export async function versionsOf(
  transaction: Reading,
  annotations: readonly Annotation[],
): Promise<readonly VersionRecord[]> {
  const store = transaction.objectStore('versions');
  const keys = await store.getAllKeys(null, VERSIONS);
  const known = new Set(keys.map(([annotation]) => annotation));
  const among = keys.length < VERSIONS ? annotations.filter(({ id }) => known.has(id)) : annotations;
  const within = among.map(({ id }) => store.getAll(IDBKeyRange.bound([id], [id, []])));
  return (await Promise.all(within)).flat();
}

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}

/** Its address; undefined when the record is broken. */
function sourceOf(record: Annotation): string | undefined {
  const target: unknown = Reflect.get(record, 'target');
  const source: unknown =
    typeof target === 'object' && target !== null ? Reflect.get(target, 'source') : undefined;
  return typeof source === 'string' ? source : undefined;
}
