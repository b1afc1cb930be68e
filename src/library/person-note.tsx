import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { PersonRecord } from '#core/person-record.ts';
import { request } from '#messaging/client.ts';
import { NoteEditor } from '#ui/note-editor.tsx';
import { SaveLine } from '#ui/save-line.tsx';
import { useFlush } from '#ui/use-flush.ts';
import { createPersonNoteModel } from './person-note-model.ts';

/** The reader's note on a person, saved as it is typed. */
export function PersonNote({ person }: { readonly person: PersonRecord }) {
  const { id } = person;
  // One model a person: a refetch brings a new object for the same one, and must not lose what is being typed.
  const model = useMemo(() => createPersonNoteModel(person, request), [id]);
  useLayoutEffect(() => model.adopt(person), [model, person]);
  useFlush(model.saving);
  const { saving } = model;
  return (
    <div class="person-note">
      <NoteEditor note={model.note.value} onInput={model.setNote} onLeave={saving.flush} />
      <SaveLine state={saving.state.value} failure={saving.failure.value} onRetry={saving.flush} />
    </div>
  );
}
