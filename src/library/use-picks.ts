import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Search, Selection } from '#messaging/library-protocol.ts';
import { countPicks, isPicked, noPicks, type Picks, selectionOf, withPicks } from './picks.ts';

/** A list of which some can be selected. */
export interface Pickable {
  /** Another list has another key, and begins with nothing selected. */
  readonly key: unknown;
  readonly total: number;
  /** The search whose hits the list shows; null when it is no search. */
  readonly search: Search | null;
  /** The ids of the rows from `first` to `last`, both included. */
  readonly idsBetween: (first: number, last: number) => Promise<readonly string[]>;
  readonly onDelete: (selection: Selection, count: number) => void;
}

export interface PickModel {
  readonly count: number;
  readonly total: number;
  readonly selection: Selection;
  readonly has: (id: string) => boolean;
  /** Selects or unselects a row; with `range`, all from the row that was touched last. */
  readonly toggle: (index: number, id: string, range: boolean) => void;
  readonly pickAll: () => void;
  readonly clear: () => void;
  readonly remove: () => void;
}

/** What of a list is selected. The keys: x on a row, Ctrl or Cmd A for all, Escape for none, Delete. */
export function usePicks(list: Pickable): PickModel {
  const { key, total, search, idsBetween, onDelete } = list;
  const [held, setHeld] = useState<{ readonly key: unknown; readonly picks: Picks }>({ key, picks: noPicks });
  const anchor = useRef(0);
  const picks = held.key === key ? held.picks : noPicks;
  const set = useCallback(
    (change: (now: Picks) => Picks) =>
      setHeld((now) => ({ key, picks: change(now.key === key ? now.picks : noPicks) })),
    [key],
  );

  const toggle = (index: number, id: string, range: boolean): void => {
    const picked = !isPicked(picks, id);
    const from = anchor.current;
    anchor.current = index;
    if (!range) return set((now) => withPicks(now, [id], picked));
    idsBetween(Math.min(from, index), Math.max(from, index)).then(
      (ids) => set((now) => withPicks(now, ids, picked)),
      () => set((now) => withPicks(now, [id], picked)),
    );
  };
  const pickAll = (): void => {
    if (search !== null) return set(() => ({ all: true, ids: new Set() }));
    idsBetween(0, total - 1).then(
      (ids) => set(() => ({ all: false, ids: new Set(ids) })),
      () => null,
    );
  };
  const clear = (): void => set(() => noPicks);
  const count = countPicks(picks, total);
  const selection = selectionOf(picks, search);
  const remove = (): void => {
    if (count === 0) return;
    clear();
    onDelete(selection, count);
  };
  const model = { count, total, selection, has: (id: string) => isPicked(picks, id), toggle, pickAll, clear };
  usePickKeys({ ...model, remove, removeRow: (id) => onDelete({ ids: [id] }, 1) });
  return { ...model, remove };
}

interface Keys extends PickModel {
  readonly removeRow: (id: string) => void;
}

function usePickKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (onKey(latest.current, event)) event.preventDefault();
    };
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

const fields = 'input:not([type=checkbox]), textarea, select, [contenteditable], dialog, .menu';

/** Does what a key asks for. Answers whether it was one of ours. */
function onKey(model: Keys, { target, key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  const element = target instanceof Element ? target : null;
  if (altKey || element === null || element.closest(fields) !== null) return false;
  const letter = key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (letter !== 'a' || model.total === 0) return false;
    model.pickAll();
    return true;
  }
  const row = element.closest<HTMLElement>('[data-index]');
  const id = row?.querySelector<HTMLElement>('[data-pick]')?.dataset['pick'];
  if (key === 'Escape' && model.count > 0) model.clear();
  else if (letter === 'x' && row !== null && id !== undefined)
    model.toggle(Number(row.dataset['index']), id, shiftKey);
  else if (key === 'Delete' && model.count > 0) model.remove();
  else if (key === 'Delete' && id !== undefined) model.removeRow(id);
  else return false;
  return true;
}
