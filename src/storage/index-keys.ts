import { countQuoted, indexAnnotation, indexPerson, type Tally } from './documents.ts';
import { sourcesOf } from './held-articles.ts';
import type { Transaction } from './schema.ts';

const PERSON = 'person:';

/**
 * Brings what is searched of many records, by their documents' keys, to what the stores hold. They are looked at side by side, as the
 * database answers many requests sooner than one after another; but those of one article one after the other, since the first that names
 * somebody makes the person, and whom they quote is counted at the end, each person once.
 */
export async function indexKeys(
  transaction: Transaction<'readwrite'>,
  keys: readonly string[],
): Promise<void> {
  const people = keys.filter((key) => key.startsWith(PERSON)).map((key) => key.slice(PERSON.length));
  const annotations = keys.filter((key) => !key.startsWith(PERSON));
  const counts = new Map<string, number>();
  const tally: Tally = (id, by) => {
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + by);
    return Promise.resolve();
  };
  const store = transaction.objectStore('annotations');
  const stored = await Promise.all(annotations.map((id) => store.get(id)));
  const last = new Map<string, Promise<void>>();
  for (const [at, id] of annotations.entries()) {
    const [source = ''] = sourcesOf([stored[at]]);
    const before = last.get(source) ?? Promise.resolve();
    last.set(
      source,
      before.then(() => indexAnnotation(transaction, id, tally)),
    );
  }
  await Promise.all(last.values());
  await Promise.all([...counts].map(([id, by]) => countQuoted(transaction, id, by)));
  await Promise.all(people.map((id) => indexPerson(transaction, id)));
}
