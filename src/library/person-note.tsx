import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { PersonRecord } from '#core/person-record.ts';
import { request } from '#messaging/client.ts';
import { NoteEditor } from '#ui/note-editor.tsx';
import { SaveLine } from '#ui/save-line.tsx';
import { t } from '#ui/text.ts';
import { useFlush } from '#ui/use-flush.ts';
import type { Deeds } from './deeds.ts';
import { createPersonNoteModel } from './person-note-model.ts';

/** The reader's note on a person, saved as it is typed; when the reader has turned to something else the toast says so. */
export function PersonNote({ person, deeds }: { readonly person: PersonRecord; readonly deeds: Deeds }) {
  const { id } = person;
  // One model a person: a refetch brings a new object for the same one, and must not lose what is being typed.
  const model = useMemo(() => createPersonNoteModel(person, request), [id]);
  useLayoutEffect(() => model.adopt(person), [model, person]);
  useFlush(model.saving);
  const { saving } = model;
  const done = (): void => {
    if (!model.endNote()) return;
    const isSaved = saving.settled().then(() => !saving.pending());
    // What is not saved yet is no change to take back; the line below says why.
    void isSaved.then((yes) => yes && deeds.run(() => isSaved, t('noteChanged')));
  };
  return (
    <div class="person-note">
      <NoteEditor
        note={model.note.value}
        isJoined={model.isJoined.value}
        // What was said is what the page is for: an empty field leaves room for it.
        lines={1}
        onInput={model.setNote}
        onLeave={saving.flush}
        onDone={done}
      />
      <SaveLine state={saving.state.value} failure={saving.failure.value} onRetry={saving.flush} />
    </div>
  );
}
