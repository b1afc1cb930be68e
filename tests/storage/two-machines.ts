import { noteOf } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import type { Storage } from '#storage/database.ts';
import { listTrash } from '#storage/trash.ts';
import { machine, meet } from './carried-machines.ts';
import { annotation, article, id, saidBy } from './records.ts';

export const TODAY = Date.UTC(2026, 10, 23);

export async function keep(storage: Storage, numbers: readonly number[], note = ''): Promise<void> {
  for (const number of numbers)
    await putAnnotation(storage, {
      annotation: annotation({ number, note, tags: ['kept'], quotation: saidBy('Ana Ortiz') }),
      article: article(),
    });
}

/** Two machines with passages 1 to 3. */
export async function both(): Promise<readonly [Storage, Storage]> {
  const [one, other] = [machine(), machine()];
  await keep(one, [1, 2, 3], 'Mine.');
  await meet(one, other);
  return [one, other];
}

export const note = async (storage: Storage, number: number): Promise<string | null> => {
  const record = await getAnnotation(storage, id(number));
  return record && noteOf(record);
};
export const edit = async (
  storage: Storage,
  number: number,
  change: (one: Annotation, now: string) => Annotation,
) => {
  const record = await getAnnotation(storage, id(number));
  if (record === null) throw new Error('it is gone');
  const next = change(record, new Date(Date.parse(record.modified) + 60_000).toISOString());
  await putAnnotation(storage, { annotation: next, article: article(), base: record.modified }, TODAY);
};
export const inTrash = async (storage: Storage): Promise<readonly string[]> =>
  (await listTrash(storage, 100)).items.map((item) => item.annotation.id).toSorted();
