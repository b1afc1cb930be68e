import type { Ref, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { movedCaret } from '#core/moved-caret.ts';
import { NoteJoined } from './note-joined.tsx';
import { t } from './text.ts';

interface NoteFieldProps {
  readonly note: string;
  readonly onInput: (note: string) => void;
  /** The field has lost the focus: what was typed should go out now. */
  readonly onLeave: () => void;
  /** Take the focus when it appears. */
  readonly focused?: boolean;
  /** Whether another place has written on it meanwhile: both texts stand in it. */
  readonly isJoined?: boolean;
  readonly onFocus?: (() => void) | undefined;
  /** Besides `onLeave`, with the field that was left. */
  readonly onBlur?: ((event: { currentTarget: HTMLElement }) => void) | undefined;
  readonly fieldRef?: Ref<HTMLTextAreaElement> | undefined;
  /** How many lines it has while it is empty; two without it. */
  readonly lines?: number | undefined;
}

/** The reader's note: grows with its text, and says every key to `onInput`. */
export function NoteField(props: NoteFieldProps) {
  const { note, onInput, onLeave, focused = false, isJoined = false, onFocus, onBlur, fieldRef } = props;
  const least = note === '' ? (props.lines ?? 2) : 2;
  const id = useId();
  const field = useRef<HTMLTextAreaElement | null>(null);
  useKeptCaret(field, note);

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    // Rows by an estimate of the lines: a height in a style would be a layout on every key.
    element.rows = Math.min(12, Math.max(least, note.split('\n').length, Math.ceil(note.length / 46)));
  }, [note, least]);

  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);

  const attach = (element: HTMLTextAreaElement | null): void => {
    field.current = element;
    if (typeof fieldRef === 'function') fieldRef(element);
    else if (fieldRef) fieldRef.current = element;
  };

  return (
    <div class="field">
      <label class="field-label" for={id}>
        {t('noteLabel')}
      </label>
      <textarea
        id={id}
        ref={attach}
        class="input note-input"
        dir="auto"
        rows={least}
        value={note}
        placeholder={t('notePlaceholder')}
        onInput={(event) => onInput(event.currentTarget.value)}
        onFocus={onFocus}
        onBlur={(event) => {
          onLeave();
          onBlur?.(event);
        }}
      />
      <NoteJoined isJoined={isJoined} />
    </div>
  );
}

/** Leaves the caret where the reader writes when another place adds to the note: a field that is given a value moves it to the end. */
function useKeptCaret(field: RefObject<HTMLTextAreaElement | null>, note: string): void {
  const element = field.current;
  const isWritten = element !== null && document.activeElement === element;
  // Read while it is drawn anew, before the field is given the value.
  const caret =
    isWritten && element.value !== note ? movedCaret(element.value, element.selectionStart, note) : null;
  useLayoutEffect(() => {
    if (caret !== null) field.current?.setSelectionRange(caret, caret);
  }, [note]);
}
