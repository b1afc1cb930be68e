import { parseAnnotation } from '#core/annotation-guard.ts';
import type { Annotation } from '#core/annotation.ts';
import { foldText, searchedTexts } from '#core/search.ts';
import type { TextRecord, Transaction } from './schema.ts';

/**
 * Puts what a search looks at beside an annotation, folded once and for all. It is small and lies newest first, so that
 * a search reads no annotation that it does not answer.
 */
export async function putText(
  transaction: Transaction<'readwrite'>,
  annotation: Annotation,
  title: string,
): Promise<void> {
  await deleteText(transaction, annotation.id);
  await transaction.objectStore('texts').put(textRecord(annotation, title));
}

/** Takes it away. */
export async function deleteText(transaction: Transaction<'readwrite'>, id: string): Promise<void> {
  const store = transaction.objectStore('texts');
  const key = await store.index('id').getKey(id);
  if (key !== undefined) await store.delete(key);
}

/** Makes the texts of an article's annotations anew, after its title has changed. */
export async function retitleTexts(
  transaction: Transaction<'readwrite'>,
  source: string,
  title: string,
): Promise<void> {
  const values: unknown[] = await transaction.objectStore('annotations').index('source').getAll(source);
  for (const value of values) {
    const annotation = parseAnnotation(value);
    if (annotation !== null) await putText(transaction, annotation, title);
  }
}

function textRecord(annotation: Annotation, title: string): TextRecord {
  // No word holds a line break, so no word is found across two texts.
  const text = [title, ...searchedTexts(annotation)].map(foldText).join('\n');
  return { order: -Date.parse(annotation.modified), id: annotation.id, text };
}
