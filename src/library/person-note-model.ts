import { type ReadonlySignal, signal } from '@preact/signals';
import type { PersonRecord } from '#core/person-record.ts';
import type { request } from '#messaging/client.ts';
import { type Autosave, createAutosave } from '#ui/autosave.ts';

export interface PersonNoteModel {
  readonly note: ReadonlySignal<string>;
  readonly saving: Autosave<string>;
  readonly setNote: (note: string) => void;
  /** Takes over what the store holds now, unless something here is not saved yet. */
  readonly adopt: (person: PersonRecord) => void;
}

/** A note is sent this long after the last key, in ms. */
const noteDelay = 250;

/** The note on one person while it is edited. When another surface has written one meanwhile, both are kept. */
export function createPersonNoteModel(person: PersonRecord, ask: typeof request): PersonNoteModel {
  const note = signal(person.note);
  let base = person.modified;
  const saving = createAutosave<string>(async (next) => {
    const stored = await ask('people.note', { id: person.id, note: next, base });
    base = stored.modified;
    if (note.peek() === next) note.value = stored.note;
  }, noteDelay);
  return {
    note,
    saving,
    setNote(next) {
      note.value = next;
      saving.set(next, 'soon');
    },
    adopt(latest) {
      if (saving.pending()) return;
      base = latest.modified;
      note.value = latest.note;
    },
  };
}
