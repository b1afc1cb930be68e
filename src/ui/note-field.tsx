import type { Ref } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from './text.ts';

interface NoteFieldProps {
  readonly note: string;
  readonly onInput: (note: string) => void;
  /** The field has lost the focus: what was typed should go out now. */
  readonly onLeave: () => void;
  /** Take the focus when it appears. */
  readonly focused?: boolean;
  /** Besides `onLeave`, with the field that was left. */
  readonly onBlur?: ((event: { currentTarget: HTMLElement }) => void) | undefined;
  readonly fieldRef?: Ref<HTMLTextAreaElement> | undefined;
}

/** The reader's note: grows with its text, and says every key to `onInput`. */
export function NoteField({ note, onInput, onLeave, focused = false, onBlur, fieldRef }: NoteFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement | null>(null);

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    // Rows by an estimate of the lines: a height in a style would be a layout on every key.
    element.rows = Math.min(12, Math.max(2, note.split('\n').length, Math.ceil(note.length / 46)));
  }, [note]);

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
        rows={2}
        value={note}
        placeholder={t('notePlaceholder')}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={(event) => {
          onLeave();
          onBlur?.(event);
        }}
      />
    </div>
  );
}
