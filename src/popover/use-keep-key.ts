import { useEffect } from 'preact/hooks';

/** Where a letter is text and not a command. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

/** `K` keeps the quotation while no field has the focus; Ctrl or ⌘ with Enter does everywhere. */
export function useKeepKey(keep: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const modified = event.ctrlKey || event.metaKey;
      const letter =
        event.key.toLowerCase() === 'k' && !modified && !event.altKey && !takesText(event.target);
      if (!letter && !(modified && event.key === 'Enter')) return;
      event.preventDefault();
      keep();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [keep]);
}
