import { ownKeysOf } from '#core/own-keys.ts';
import { Toast } from '#ui/toast.tsx';
import { useFollowed } from '#ui/use-followed.ts';
import { useOwnKeys } from '#ui/use-own-keys.ts';
import type { UndoModel } from './undo-model.ts';

/** Undo and redo by the reader's keys, with a line that says what was done and offers the way back. */
export function UndoToast({ history }: { readonly history: UndoModel }) {
  const { value } = useFollowed(history.keys.read, history.keys.follow);
  const key = (how: 'undo' | 'redo') => (event: KeyboardEvent) => {
    if (isOwn(event.target)) return false;
    history[how]();
    return true;
  };
  useOwnKeys(value ?? ownKeysOf(null), { undo: key('undo'), redo: key('redo') }, ['undo', 'redo']);
  const last = history.last.value;
  return (
    <Toast
      text={last?.words ?? null}
      onUndo={last?.next === 'undo' ? history.undo : undefined}
      onRedo={last?.next === 'redo' ? history.redo : undefined}
    />
  );
}

/** Whether a field has something of its own to take back. An empty search field, which has the focus when a popup opens, has not. */
function isOwn(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== '';
}
