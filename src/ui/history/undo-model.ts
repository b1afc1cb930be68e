import { type ReadonlySignal, signal } from '@preact/signals';
import type { ChangeAction } from '#core/change-action.ts';
import type { OwnKeys } from '#core/own-keys.ts';
import { changeWords } from './change-words.ts';

/** A change that was taken back or made again. */
export interface Undone {
  readonly number: number;
  readonly action: ChangeAction;
}

/** The keys that the reader has chosen, and how to hear that they have changed. */
interface HistoryKeys {
  readonly read: () => Promise<OwnKeys>;
  readonly follow: (callback: () => void, signal: AbortSignal) => void;
}

/** The store's history. Each answers what was done, null when there is nothing to do, and rejects when `expected` is not the next one. */
export interface HistoryPort {
  readonly undo: (expected: number | null) => Promise<Undone | null>;
  readonly redo: (expected: number | null) => Promise<Undone | null>;
  /** What undo would take back now, and what redo would make again; null for nothing. */
  readonly state: () => Promise<{ readonly undo: Undone | null; readonly redo: Undone | null }>;
  readonly keys: HistoryKeys;
}

/** What was done, taken back or made again last, and the change that its opposite is about. */
interface UndoLine {
  readonly words: string;
  readonly next: 'undo' | 'redo';
  readonly number: number;
}

export interface UndoModel {
  readonly last: ReadonlySignal<UndoLine | null>;
  /** Takes back the change that the line offers, else whatever was changed last, on whichever surface. */
  readonly undo: () => void;
  readonly redo: () => void;
  /** Does something here, then says so in these words, with the way back. Rejects as the deed does. */
  readonly tell: (deed: Promise<unknown>, words: string) => Promise<void>;
  /** Something was changed, perhaps elsewhere: an offer that cannot be kept any more goes, so that undo is of what was done last. */
  readonly check: () => void;
  readonly keys: HistoryKeys;
}

/** Undo and redo for a surface. @param onTrouble told what failed */
export function createUndoModel(port: HistoryPort, onTrouble: (error: unknown) => void): UndoModel {
  const last = signal<UndoLine | null>(null);
  const go = (how: 'undo' | 'redo'): void => {
    const offered = last.peek();
    const expected = offered?.next === how ? offered.number : null;
    port[how](expected).then((change) => {
      last.value = change && {
        words: changeWords(change, how === 'undo' ? 'undone' : 'redone'),
        next: how === 'undo' ? 'redo' : 'undo',
        number: change.number,
      };
    }, onTrouble);
  };
  return {
    last,
    undo: () => go('undo'),
    redo: () => go('redo'),
    async tell(deed, words) {
      await deed;
      const { undo: change } = await port.state();
      last.value = change && { words, next: 'undo', number: change.number };
    },
    check() {
      const offered = last.peek();
      if (offered === null) return;
      port.state().then(
        (state) => {
          if (last.peek() === offered && state[offered.next]?.number !== offered.number) last.value = null;
        },
        // What does not answer now says so when it is asked to do something.
        () => null,
      );
    },
    keys: port.keys,
  };
}
