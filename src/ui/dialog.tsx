import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useKeptFocus } from './use-kept-focus.ts';

interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
  /** Called when it is closed in any way: Escape, too. */
  readonly onClose: () => void;
}

/** Where the focus goes when its button goes away while the dialogue stays, as that which has begun something does. */
const homes = ['.dialog-actions .button'];

/** A window of the page's own that must be answered first. The focus goes in and, when it is closed, back. */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isLeft = useRef(false);
  useKeptFocus(dialog, homes);
  // At once, not a frame later: a Tab pressed meanwhile would have moved the focus on in the page behind, and led back there.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      isLeft.current = true;
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // Where the reader has not touched the page since it was last asked, the browser closes it without a question.
        if (isLeft.current) return;
        onClose();
        queueMicrotask(() => !isLeft.current && dialog.current?.showModal());
      }}
    >
      <h2 class="notice-title" id={id}>
        {title}
      </h2>
      {children}
      <div class="dialog-actions">{actions}</div>
    </dialog>
  );
}
