import { type ReadonlySignal, signal } from '@preact/signals';
import { noteOf, withNote, withoutRejection, withStyle, withTags } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import { hasBeenJoined } from '#core/merge-notes.ts';
import type { request } from '#messaging/client.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { type Autosave, createAutosave, noteDelay } from '#ui/autosave.ts';

export interface RecordModel {
  readonly record: ReadonlySignal<Annotation>;
  readonly saving: Autosave<Annotation>;
  /** Whether another place has written on the same note meanwhile: it holds both texts now. */
  readonly isJoined: ReadonlySignal<boolean>;
  readonly setNote: (note: string) => void;
  readonly setTags: (tags: readonly string[]) => void;
  readonly setStyle: (style: string | null) => void;
  /** It is a quotation after all. */
  readonly accept: () => void;
  /** Takes over what the store holds now, unless something here is not saved yet. */
  readonly adopt: (annotation: Annotation) => void;
}

/** The note and tags of one kept passage while they are edited. */
export function createRecordModel({ annotation, article }: SearchHit, ask: typeof request): RecordModel {
  const record = signal(annotation);
  const isJoined = signal(false);
  let base = annotation.modified;
  /** What was written here last; null while nothing was. */
  let written: string | null = null;

  const saving = createAutosave<Annotation>(async (next) => {
    const stored = await ask('annotations.put', { annotation: next, article, base });
    const isCurrent = record.peek() === next;
    const isOther = noteOf(stored) !== noteOf(next);
    // With what another place has written, it may only become the base of what has taken that over: else the next save would wipe it out.
    if (isCurrent || !isOther) base = stored.modified;
    if (isOther) isJoined.value = true;
    if (isCurrent) record.value = stored;
  }, noteDelay);

  const change = (next: Annotation, when: 'soon' | 'now'): void => {
    record.value = next;
    saving.set(next, when);
  };
  const now = (): string => new Date().toISOString();

  return {
    record,
    saving,
    isJoined,
    setNote(note) {
      written = note;
      change(withNote(record.peek(), note, now()), 'soon');
    },
    setTags: (tags) => change(withTags(record.peek(), tags, now()), 'now'),
    setStyle: (style) => change(withStyle(record.peek(), style, now()), 'now'),
    accept: () => change(withoutRejection(record.peek(), now()), 'now'),
    adopt(latest) {
      if (saving.pending()) return;
      if (written !== null && hasBeenJoined(written, noteOf(latest))) isJoined.value = true;
      base = latest.modified;
      record.value = latest;
    },
  };
}
