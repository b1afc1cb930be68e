import { parseAnnotation } from '#core/annotation-guard.ts';
import { tagsOf, withTags } from '#core/annotation-edit.ts';
import { laterThan } from '#core/later-than.ts';
import type { Storage } from './database.ts';
import { advance, type Progress } from './progress.ts';
import { recordChange } from './record-change.ts';

/**
 * Gives annotations these tags and takes those, as one change. Answers how many had not been so already; those that are gone are
 * passed over.
 */
export function tagAnnotations(
  storage: Storage,
  input: {
    readonly ids: readonly string[];
    readonly add: readonly string[];
    readonly remove: readonly string[];
  },
  now: number,
  progress?: Progress,
): Promise<number> {
  const remove = new Set(input.remove);
  const about = input.ids.length === 1 ? (input.ids[0] ?? null) : null;
  return recordChange(storage, { action: 'tag', about, now }, async (recorder) => {
    let count = 0;
    for (const [index, id] of input.ids.entries()) {
      advance(progress, index, input.ids.length);
      const annotation = parseAnnotation(await recorder.transaction.objectStore('annotations').get(id));
      if (annotation === null) continue;
      const before = tagsOf(annotation);
      const after = [...new Set([...before, ...input.add])].filter((tag) => !remove.has(tag));
      if (after.length === before.length && after.every((tag) => before.includes(tag))) continue;
      const modified = laterThan(annotation.modified, now);
      await recorder.put('annotations', withTags(annotation, after, modified));
      count++;
    }
    return count;
  });
}
