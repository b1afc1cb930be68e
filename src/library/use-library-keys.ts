import { useEffect, useRef } from 'preact/hooks';
import { ownKeysOf } from '#core/own-keys.ts';
import { onOwnKeys, readOwnKeys } from '#messaging/key-settings.ts';
import { useFollowed } from '#ui/use-followed.ts';
import { useOwnKeys } from '#ui/use-own-keys.ts';

interface LibraryKeys {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly search: () => void;
  /** Shows which keys there are. */
  readonly help: () => void;
  /** Goes to the first row of the list. */
  readonly firstRow: () => void;
}

/**
 * The library's keys as the reader has chosen them; Ctrl or Cmd Y makes again, too, and the arrow down goes into the list. In a field the
 * keys are the field's own.
 */
export function useLibraryKeys(keys: LibraryKeys): void {
  const chosen = useFollowed(readOwnKeys, onOwnKeys).value ?? ownKeysOf(null);
  const { undo, redo, search, help } = keys;
  useOwnKeys(chosen, { undo, redo, search, help });
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      if (event.isComposing || altKey || target !== document.body) return;
      const isRedo = (ctrlKey || metaKey) && key.toLowerCase() === 'y';
      if (!isRedo && (key !== 'ArrowDown' || ctrlKey || metaKey)) return;
      event.preventDefault();
      latest.current[isRedo ? 'redo' : 'firstRow']();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
