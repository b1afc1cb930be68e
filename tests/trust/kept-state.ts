import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import { noteOf, tagsOf } from '#core/annotation-edit.ts';
import { isKept } from '#core/annotation-kept.ts';
import type { Dump } from '#tests/storage/dump.ts';
import { type Background, library } from './background.ts';

/** What the reader has kept, as a database holds it. */
export interface Kept {
  /** The ids of all annotations, in the trash or not. */
  readonly ids: readonly string[];
  /** The notes of each, as a list of what was joined. */
  readonly notes: Readonly<Record<string, string>>;
  /** All of the reader's records as JSON, by store and key. */
  readonly records: Readonly<Record<string, string>>;
  readonly dump: Dump;
}

const readers = ['annotations', 'trash', 'articles', 'people', 'appearances', 'decisions', 'versions'];

export function keptOf(dump: Dump): Kept {
  const records: Record<string, string> = {};
  const notes: Record<string, string> = {};
  for (const store of readers) {
    const { keyPath = '', records: all = [] } = dump.stores[store] ?? {};
    for (const record of all) {
      const key = JSON.stringify(
        [keyPath].flat().map((path) => Reflect.get(Object(record), path) as unknown),
      );
      records[`${store} ${key}`] = JSON.stringify(record);
    }
  }
  const listed = annotationsIn(dump, 'annotations');
  const thrown = annotationsIn(dump, 'trash');
  for (const one of [...listed, ...thrown]) notes[one.id] = noteOf(one);
  return { ids: [...listed, ...thrown].map(({ id }) => id), notes, records, dump };
}

function annotationsIn(dump: Dump, store: 'annotations' | 'trash') {
  return (dump.stores[store]?.records ?? []).flatMap((record) => {
    const value: unknown = store === 'trash' ? Reflect.get(Object(record), 'annotation') : record;
    return parseAnnotation(value) ?? [];
  });
}

/** What was kept before and is not there any more, and notes of which words are gone or stand twice. */
export function lost(before: Kept, now: Kept, mayForget: boolean): string[] {
  const gone = mayForget ? [] : before.ids.filter((id) => !now.ids.includes(id)).map((id) => `${id} is lost`);
  const notes = Object.entries(now.notes).flatMap(([id, note]) => {
    const earlier = before.notes[id] ?? '';
    if (earlier === '') return [];
    const times = note.split(earlier).length - 1;
    return times === 1 ? [] : [`the note of ${id} stands ${times} times`];
  });
  return [...gone, ...notes];
}

/** What does not fit together in a database, and what a background over it does not find. */
export async function troublesOf({ send }: Pick<Background, 'send'>, { dump, ids }: Kept): Promise<string[]> {
  const troubles: string[] = [];
  const kept = annotationsIn(dump, 'annotations');
  if (new Set(ids).size < ids.length) troubles.push('an annotation is kept and in the trash');
  const articles = new Set((dump.stores['articles']?.records ?? []).map((one) => parseArticle(one)?.source));
  for (const { id, target } of kept) if (!articles.has(target.source)) troubles.push(`${id} has no article`);
  const held = new Set(
    (dump.stores['held']?.records ?? []).map((one) => Reflect.get(Object(one), 'source') as unknown),
  );
  for (const { id, target } of kept)
    if (!held.has(target.source)) troubles.push(`the article of ${id} is not listed`);
  const changes = new Set(
    (dump.stores['changes']?.records ?? []).map((one) => Reflect.get(Object(one), 'number') as unknown),
  );
  for (const item of dump.stores['changeItems']?.records ?? [])
    if (!changes.has(Reflect.get(Object(item), 'change'))) troubles.push('an item of no change');
  for (const tag of new Set(kept.flatMap(tagsOf))) {
    const wanted = kept.filter((one) => isKept(one) && tagsOf(one).includes(tag)).map(({ id }) => id);
    const input = { query: '', filter: { tags: [tag] }, order: 'newest', offset: 0, limit: 99 };
    const reply = await send({ name: 'library.search', input }, library);
    const found = reply.ok ? (reply.value as { items: { annotation: { id: string } }[] }).items : [];
    const missing = wanted.filter((id) => !found.some(({ annotation }) => annotation.id === id));
    if (missing.length > 0) troubles.push(`the search for ${tag} does not find ${missing.join(' ')}`);
    if (found.length > wanted.length) troubles.push(`the search for ${tag} finds what is not there`);
  }
  return troubles;
}
