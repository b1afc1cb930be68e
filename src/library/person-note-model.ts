import { type ReadonlySignal, signal } from '@preact/signals';
import { hasBeenJoined } from '#core/merge-notes.ts';
import type { PersonRecord } from '#core/person-record.ts';
import type { request } from '#messaging/client.ts';
import { type Autosave, createAutosave, noteDelay } from '#ui/autosave.ts';

export interface PersonNoteModel {
  readonly note: ReadonlySignal<string>;
  readonly saving: Autosave<string>;
  /** Whether another place has written on the same note meanwhile: it holds both texts now. */
  readonly isJoined: ReadonlySignal<boolean>;
  readonly setNote: (note: string) => void;
  /** The reader has turned to something else. Answers whether the note was changed since the last time. */
  readonly endNote: () => boolean;
  /** Takes over what the store holds now, unless something here is not saved yet. */
  readonly adopt: (person: PersonRecord) => void;
}

/** The note on one person while it is edited. When another surface has written one meanwhile, both are kept. */
export function createPersonNoteModel(person: PersonRecord, ask: typeof request): PersonNoteModel {
  const note = signal(person.note);
  const isJoined = signal(false);
  let base = person.modified;
  /** What was written here last; null while nothing was. */
  let written: string | null = null;
  /** What stood before the reader began to write; null while nobody writes. */
  let before: string | null = null;
  const saving = createAutosave<string>(async (next) => {
    const stored = await ask('people.note', { id: person.id, note: next, base });
    const isCurrent = note.peek() === next;
    // With what another place has written, it may only become the base of what has taken that over: else the next save would wipe it out.
    if (isCurrent || stored.note === next) base = stored.modified;
    if (stored.note !== next) isJoined.value = true;
    if (isCurrent) note.value = stored.note;
  }, noteDelay);
  return {
    note,
    saving,
    isJoined,
    setNote(next) {
      before ??= note.peek();
      written = next;
      note.value = next;
      saving.set(next, 'soon');
    },
    endNote() {
      const was = before;
      before = null;
      return was !== null && written !== was;
    },
    adopt(latest) {
      if (saving.pending()) return;
      if (written !== null && hasBeenJoined(written, latest.note)) isJoined.value = true;
      base = latest.modified;
      note.value = latest.note;
    },
  };
}
