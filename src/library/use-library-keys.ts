import { useEffect, useRef } from 'preact/hooks';

interface LibraryKeys {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly search: () => void;
  /** Shows which keys there are. */
  readonly help: () => void;
  /** Goes to the first row of the list. */
  readonly firstRow: () => void;
}

const fields = 'input:not([type=checkbox]), textarea, select, [contenteditable], dialog';

/** The key's meaning, or null for one that is not ours. */
function actionOf(event: KeyboardEvent): keyof LibraryKeys | null {
  const { target, key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (altKey || (target instanceof Element && target.closest(fields) !== null)) return null;
  const letter = key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (letter === 'z') return shiftKey ? 'redo' : 'undo';
    return letter === 'y' ? 'redo' : null;
  }
  if (key === '/') return 'search';
  if (key === '?') return 'help';
  return key === 'ArrowDown' && target === document.body ? 'firstRow' : null;
}

/**
 * Ctrl or Cmd with Z takes back, with Shift (or Ctrl Y) makes again; `/` goes to the search, `?` shows the keys, the arrow down goes
 * into the list. In a field the keys are the field's own.
 */
export function useLibraryKeys(keys: LibraryKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = actionOf(event);
      if (action === null) return;
      event.preventDefault();
      latest.current[action]();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
