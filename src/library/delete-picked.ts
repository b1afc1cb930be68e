import { request } from '#messaging/client.ts';
import type { Selection } from '#messaging/library-protocol.ts';
import { t, tCount } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { workPatience } from './long-work.ts';

/** Moves what is selected to the trash, as one change that can be undone. */
export function deletePicked(deeds: Deeds, selection: Selection, count: number): void {
  deeds.runLong({
    doing: tCount('doingDelete', count),
    start: (job) => request('library.delete', { selection, job }, workPatience),
    words: (deleted) => (deleted === 1 ? t('deleted') : tCount('deletedCount', deleted)),
    changes: true,
  });
}
