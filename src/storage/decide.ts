import { parseAnnotation } from '#core/annotation-guard.ts';
import { decideRecord, undecideRecord } from '#core/decide-record.ts';
import type { Decision } from '#core/decision.ts';
import { laterThan } from '#core/later-than.ts';
import type { Storage } from './database.ts';
import { recordChange } from './record-change.ts';
import type { Transaction } from './schema.ts';

/**
 * Keeps what the reader has said of a name of an article, or takes it back, with all that it makes of what is kept of that article:
 * one change, which is undone as one. What is said of a name takes the place of what was said of it before.
 * @param now ms since 1970
 */
export function putDecision(
  storage: Storage,
  decision: Decision,
  isTakenBack: boolean,
  now: number,
): Promise<void> {
  const { source, kind, about } = decision;
  return recordChange(storage, { action: 'decide', about, now }, async (recorder) => {
    if (isTakenBack) await recorder.remove('decisions', [source, kind, about]);
    else {
      await recorder.put('decisions', decision);
      const other = kind === 'same-person' ? 'not-a-person' : kind === 'not-a-person' ? 'same-person' : null;
      if (other !== null) await recorder.remove('decisions', [source, other, about]);
    }
    const follow = isTakenBack ? undecideRecord : decideRecord;
    const records = await recorder.transaction.objectStore('annotations').index('source').getAll(source);
    const made = isTakenBack ? await changeBy(recorder.transaction, decision) : null;
    for (const record of records) {
      const annotation = parseAnnotation(record);
      if (annotation === null) continue;
      // What was there and was not touched by the decision says the same by the reader's own hand.
      if (made !== null && annotation.created <= made.at && !made.touched.has(annotation.id)) continue;
      // Later than before also when the clock was set back: an editor that has not seen it is noticed.
      const modified = laterThan(annotation.modified, now);
      const next = follow(annotation, decision, modified);
      if (next !== null) await recorder.put('annotations', next);
    }
  });
}

/** When a decision was made, and which records it has changed; null when that is not remembered any more. */
async function changeBy(
  transaction: Transaction<'readwrite'>,
  { source, kind, about }: Decision,
): Promise<{ readonly at: string; readonly touched: ReadonlySet<string> } | null> {
  const name = JSON.stringify([source, kind, about]);
  let cursor = await transaction.objectStore('changes').openCursor(null, 'prev');
  for (; cursor !== null; cursor = await cursor.continue()) {
    const { action, number, undone, at } = cursor.value;
    if (action !== 'decide' || undone || cursor.value.about !== about || number === undefined) continue;
    const range = IDBKeyRange.bound([number], [number, []]);
    const items = await transaction.objectStore('changeItems').getAll(range);
    const isIt = items.some(
      ({ store, key, after }) => store === 'decisions' && after !== null && JSON.stringify(key) === name,
    );
    const touched = items.flatMap(({ store, key }) => (store === 'annotations' ? [String(key)] : []));
    if (isIt) return { at, touched: new Set(touched) };
  }
  return null;
}
