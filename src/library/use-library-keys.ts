import { useEffect } from 'preact/hooks';

const fields = 'input, textarea, select, [contenteditable]';

/** Ctrl or Cmd with Z takes back, with Shift (or Ctrl Y) makes again; `/` goes to the search. In a field the keys are the field's own. */
export function useLibraryKeys(undo: () => void, redo: () => void, search: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, metaKey, shiftKey, altKey } = event;
      if (altKey || (target instanceof Element && target.closest(fields) !== null)) return;
      const command = ctrlKey || metaKey;
      const letter = key.toLowerCase();
      if (command && letter === 'z') {
        if (shiftKey) redo();
        else undo();
      } else if (command && letter === 'y') redo();
      else if (!command && key === '/') search();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [undo, redo, search]);
}
