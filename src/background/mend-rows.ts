import type { Storage } from '#storage/database.ts';
import { setAside, type BrokenRow } from '#storage/set-aside.ts';
import { recordsChanged } from './records-changed.ts';

/** Puts rows that a list could not show aside, and has all lists read again without them. Nobody waits for it. */
export function mendRows(storage: Storage, rows: readonly BrokenRow[]): void {
  setAside(storage, rows, Date.now())
    .then((count) => {
      if (count > 0) recordsChanged();
    })
    .catch((error: unknown) => console.error('mend', error));
}
