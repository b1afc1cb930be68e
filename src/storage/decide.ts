import { parseAnnotation } from '#core/annotation-guard.ts';
import { decideRecord, undecideRecord } from '#core/decide-record.ts';
import type { Decision } from '#core/decision.ts';
import type { Storage } from './database.ts';
import { recordChange } from './record-change.ts';

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
    for (const record of records) {
      const annotation = parseAnnotation(record);
      if (annotation === null) continue;
      // Later than before also when the clock was set back: an editor that has not seen it is noticed.
      const modified = new Date(Math.max(now, Date.parse(annotation.modified) + 1)).toISOString();
      const next = follow(annotation, decision, modified);
      if (next !== null) await recorder.put('annotations', next);
    }
  });
}
