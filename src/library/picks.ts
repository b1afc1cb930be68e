import type { Search, Selection } from '#messaging/library-protocol.ts';

/** What of a list is selected: those with these ids; with `all`, everything but those. */
export interface Picks {
  readonly all: boolean;
  readonly ids: ReadonlySet<string>;
}

export const noPicks: Picks = { all: false, ids: new Set() };

export function isPicked({ all, ids }: Picks, id: string): boolean {
  return all !== ids.has(id);
}

/** How many of a list of `total` are selected. */
export function countPicks({ all, ids }: Picks, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size;
}

/** With these selected, or not. */
export function withPicks({ all, ids }: Picks, changed: readonly string[], picked: boolean): Picks {
  const next = new Set(ids);
  for (const id of changed) {
    if (picked === all) next.delete(id);
    else next.add(id);
  }
  return { all, ids: next };
}

/** What is selected, as a request names it; `search` is what the list shows. */
export function selectionOf({ all, ids }: Picks, search: Search | null): Selection {
  return all && search !== null ? { search, except: [...ids] } : { ids: [...ids] };
}
