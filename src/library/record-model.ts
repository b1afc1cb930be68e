import { type ReadonlySignal, signal } from '@preact/signals';
import { withNote, withoutRejection, withStyle, withTags } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import type { request } from '#messaging/client.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { type Autosave, createAutosave } from '#ui/autosave.ts';

export interface RecordModel {
  readonly record: ReadonlySignal<Annotation>;
  readonly saving: Autosave<Annotation>;
  readonly setNote: (note: string) => void;
  readonly setTags: (tags: readonly string[]) => void;
  readonly setStyle: (style: string | null) => void;
  /** It is a quotation after all. */
  readonly accept: () => void;
  /** Takes over what the store holds now, unless something here is not saved yet. */
  readonly adopt: (annotation: Annotation) => void;
}

/** A note is sent this long after the last key, in ms. */
const noteDelay = 250;

/** The note and tags of one kept passage while they are edited. */
export function createRecordModel({ annotation, article }: SearchHit, ask: typeof request): RecordModel {
  const record = signal(annotation);
  let base = annotation.modified;

  const saving = createAutosave<Annotation>(async (next) => {
    const stored = await ask('annotations.put', { annotation: next, article, base });
    base = stored.modified;
    if (record.peek() === next) record.value = stored;
  }, noteDelay);

  const change = (next: Annotation, when: 'soon' | 'now'): void => {
    record.value = next;
    saving.set(next, when);
  };
  const now = (): string => new Date().toISOString();

  return {
    record,
    saving,
    setNote: (note) => change(withNote(record.peek(), note, now()), 'soon'),
    setTags: (tags) => change(withTags(record.peek(), tags, now()), 'now'),
    setStyle: (style) => change(withStyle(record.peek(), style, now()), 'now'),
    accept: () => change(withoutRejection(record.peek(), now()), 'now'),
    adopt(latest) {
      if (saving.pending()) return;
      base = latest.modified;
      record.value = latest;
    },
  };
}
