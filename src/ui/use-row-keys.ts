import { useEffect } from 'preact/hooks';

/** Where the arrow keys stop: the search field, and each row that leads somewhere. */
const stops = '.search-input, .row:is(button, a)';
/** Where an up or down arrow has a meaning of its own. */
const busy = 'textarea, select, input:not([type=search]), [role=tablist], .menu, dialog';

/** The stop that an arrow leads to, or null: from elsewhere, down leads to the first row. */
export function nextStop<T>(all: readonly T[], at: number, key: string): T | null {
  if (key === 'ArrowDown') return all[at < 0 ? 1 : at + 1] ?? null;
  if (key === 'ArrowUp') return at > 0 ? (all[at - 1] ?? null) : null;
  return null;
}

/** Up and down go from row to row and into the search field above; from the tabs, down goes into the list. */
export function useRowKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey)
        return;
      if (!(target instanceof Element)) return;
      const inTabs = target.closest('[role=tablist]') !== null && key === 'ArrowDown';
      if (!inTabs && target.closest(busy) !== null) return;
      const all = [...document.querySelectorAll<HTMLElement>(stops)];
      const next = nextStop(all, all.indexOf(target as HTMLElement), key);
      if (next === null) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
