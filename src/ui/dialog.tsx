import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
  /** Called when it is closed in any way: Escape, too. */
  readonly onClose: () => void;
}

/** A window of the page's own that must be answered first. The focus goes in and, when it is closed, back. */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
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
    >
      <h2 class="notice-title" id={id}>
        {title}
      </h2>
      {children}
      <div class="dialog-actions">{actions}</div>
    </dialog>
  );
}
