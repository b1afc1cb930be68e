import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Ref } from 'preact';
import { IconButton } from './button.tsx';
import { isOwnClick } from './is-own-click.ts';
import { NoteField } from './note-field.tsx';
import { NoteJoined } from './note-joined.tsx';
import { NoteWords } from './note-words.tsx';
import { t } from './text.ts';
import { useLeft } from './use-left.ts';

interface NoteEditorProps {
  readonly note: string;
  readonly onInput: (note: string) => void;
  /** The field has lost the focus: what was typed should go out now. */
  readonly onLeave: () => void;
  /** The reader has turned to something else, and no click is under way that what is shown now could move. */
  readonly onDone?: (() => void) | undefined;
  /** Whether the note is to be written at once. */
  readonly asked?: boolean;
  /** Whether another place has written on it meanwhile: both texts stand in it. */
  readonly isJoined?: boolean;
  /** What takes the focus for the note: the field, or the button that leads to it. */
  readonly focusRef?: Ref<HTMLElement> | undefined;
  /** How many lines the field has while it is empty; two without it. */
  readonly lines?: number | undefined;
}

/** The reader's note: drawn as it is meant once it is written, and a field while it is written. A click or Enter leads there. */
export function NoteEditor(props: NoteEditorProps) {
  const { note, onInput, onLeave, onDone, asked = false, isJoined = false, focusRef, lines } = props;
  const id = useId();
  const [writing, setWriting] = useState(asked);
  const wanted = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const left = useLeft(() => {
    setWriting(false);
    onDone?.();
  });
  const shown = !writing && note.trim() !== '';

  useLayoutEffect(() => {
    if (shown || !wanted.current) return;
    wanted.current = false;
    field.current?.focus();
    field.current?.setSelectionRange(note.length, note.length);
  }, [shown]);

  const give = (element: HTMLElement | null): void => {
    if (typeof focusRef === 'function') focusRef(element);
    else if (focusRef) focusRef.current = element;
  };
  const edit = (): void => {
    wanted.current = true;
    setWriting(true);
  };

  if (!shown) {
    return (
      <NoteField
        note={note}
        isJoined={isJoined}
        lines={lines}
        onInput={(next) => {
          setWriting(true);
          onInput(next);
        }}
        onLeave={onLeave}
        // Whoever is in the field keeps it when another place writes the note: the next key would go nowhere.
        onFocus={() => setWriting(true)}
        onBlur={left}
        fieldRef={(element) => {
          field.current = element;
          if (element !== null) give(element);
        }}
      />
    );
  }
  return (
    <div class="field note-shown" role="group" aria-labelledby={id}>
      <div class="note-head">
        <span class="field-label" id={id}>
          {t('noteLabel')}
        </span>
        <IconButton icon="note" label={t('noteEdit')} onClick={edit} buttonRef={give} />
      </div>
      <div class="note-face" onClick={(event) => isOwnClick(event) && edit()}>
        <NoteWords note={note} />
      </div>
      <NoteJoined isJoined={isJoined} />
    </div>
  );
}
