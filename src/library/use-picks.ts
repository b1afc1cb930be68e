import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ownKeysOf } from '#core/own-keys.ts';
import { onOwnKeys, readOwnKeys } from '#messaging/key-settings.ts';
import type { Search, Selection } from '#messaging/library-protocol.ts';
import { useFollowed } from '#ui/use-followed.ts';
import { useOwnKeys } from '#ui/use-own-keys.ts';
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

/** What of a list is selected. The keys are the reader's choice, but for Escape, which selects nothing. */
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
  const chosen = useFollowed(readOwnKeys, onOwnKeys).value ?? ownKeysOf(null);
  const pickKey = chosen.pick;
  useOwnKeys(chosen, {
    pickAll() {
      if (keys.total === 0) return false;
      keys.pickAll();
    },
    pick: (event) => pickRow(keys, event),
    delete(event) {
      const { id } = rowOf(event.target);
      if (keys.count > 0) keys.remove();
      else if (id !== undefined) keys.removeRow(id);
      else return false;
    },
  });
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (!(target instanceof Element) || target.closest(fields) !== null) return;
      if (ctrlKey || metaKey || altKey || event.defaultPrevented) return;
      // Escape is the dialogue's, wherever the focus is.
      if (document.querySelector('dialog[open]') !== null) return;
      if (key === 'Escape' && latest.current.count > 0) latest.current.clear();
      // With Shift, all rows from the one that was touched before.
      else if (!shiftKey || key.toLowerCase() !== pickKey || !pickRow(latest.current, event)) return;
      event.preventDefault();
    };
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [pickKey]);
}

const fields = 'input:not([type=checkbox]), textarea, select, [contenteditable], dialog, .menu';

/** The row of a list in which something stands, and the id of what it shows. */
function rowOf(target: EventTarget | null): { readonly index: number; readonly id: string | undefined } {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return {
    index: Number(row?.dataset['index']),
    id: row?.querySelector<HTMLElement>('[data-pick]')?.dataset['pick'],
  };
}

function pickRow(model: Keys, { target, shiftKey }: KeyboardEvent): boolean {
  const { index, id } = rowOf(target);
  if (id === undefined) return false;
  model.toggle(index, id, shiftKey);
  return true;
}
