import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { noteOf } from '#core/annotation-edit.ts';
import { isSamePassage } from '#core/annotation-passage.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { hasBeenJoined } from '#core/merge-notes.ts';
import type { request } from '#messaging/client.ts';
import { type Autosave, createAutosave, noteDelay } from '#ui/autosave.ts';
import { errorCode } from '#ui/failure-words.ts';
import { forgetUnsent, keepUnsent } from './unsent.ts';
import { whenAnswered } from './when-answered.ts';

/** What is kept of one passage, as the reader sees it and as the store holds it. */
export interface KeptRecord {
  /** Stored, or about to be; null while nothing is kept. */
  readonly record: Signal<Annotation | null>;
  /** What the store has confirmed. */
  readonly stored: Signal<Annotation | null>;
  readonly saving: Autosave<Annotation>;
  /** Whether another place has written on the same note meanwhile: it holds both texts now. */
  readonly isJoined: ReadonlySignal<boolean>;
  /** The note was written here. */
  readonly wrote: (note: string) => void;
  /** Takes over what another surface has saved, of a passage that is not kept here too, unless something here is not saved yet. */
  readonly refresh: () => Promise<void>;
}

/** @param passage the passage as it would be kept */
export function createKeptRecord(
  start: Annotation | null,
  article: ArticleRecord,
  ask: typeof request,
  passage: () => Annotation,
): KeptRecord {
  const record = signal(start);
  const stored = signal(start);
  const isJoined = signal(false);
  /** What was written here last; null while nothing was. */
  let written: string | null = null;

  let isWaiting = false;
  /** What was kept for later is sent from here, if anybody comes to answer. */
  const sendWhenAnswered = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    whenAnswered(ask, () => {
      isWaiting = false;
      saving.flush();
    });
  };

  const saving = createAutosave<Annotation>(async (annotation) => {
    const before = stored.peek();
    const base = before?.id === annotation.id ? before.modified : null;
    const reply = await ask('annotations.put', { annotation, article, base }).catch((error: unknown) => {
      const isKept = errorCode(error) === 'disconnected' && keepUnsent({ annotation, article, base });
      if (isKept) sendWhenAnswered();
      throw isKept ? Object.assign(new Error('kept for later'), { code: 'kept-for-later' }) : error;
    });
    forgetUnsent(annotation.id);
    const current = record.peek() === annotation;
    const isOther = noteOf(reply) !== noteOf(annotation);
    // A reply that holds another surface's note as well may only become the base of what has taken it over: else the next
    // save would wipe that note out. With the old base the store merges once more.
    if (current || !isOther) stored.value = reply;
    if (isOther) isJoined.value = true;
    if (current) record.value = reply;
  }, noteDelay);

  /** What the store holds now. Of a passage that is not kept here, what another window has kept. */
  const latest = async (): Promise<Annotation | null> => {
    const known = record.peek();
    if (known !== null) return ask('annotations.get', { id: known.id });
    const kept = await ask('annotations.ofArticle', { source: article.source });
    const here = passage();
    return kept.find((one) => isSamePassage(one, here)) ?? null;
  };

  return {
    record,
    stored,
    saving,
    isJoined,
    wrote: (note) => void (written = note),
    async refresh() {
      const known = record.peek();
      const now = await latest();
      if (record.peek() !== known || saving.pending()) return;
      if (now !== null && written !== null && hasBeenJoined(written, noteOf(now))) isJoined.value = true;
      stored.value = now;
      record.value = now;
    },
  };
}
