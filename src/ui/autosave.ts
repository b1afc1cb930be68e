import { type ReadonlySignal, signal } from '@preact/signals';
import { errorCode } from './failure-words.ts';

/** `unsaved`: typed, not sent yet; `saved`: the store has answered that it is kept. */
export type SaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed';

export interface Autosave<T> {
  readonly state: ReadonlySignal<SaveState>;
  /** Why the last save failed, as an error's code; null otherwise. */
  readonly failure: ReadonlySignal<string | null>;
  /** Takes the newest value and saves it after the delay, or at once. */
  readonly set: (value: T, when?: 'soon' | 'now') => void;
  /** Sends at once what is unsaved, also while an earlier save is under way: for a page that is about to go. */
  readonly flush: () => void;
  /** Flushes, and resolves when no save is under way any more, whether they succeeded or failed. */
  readonly settled: () => Promise<void>;
  /** Forgets a value that could not be saved. */
  readonly drop: () => void;
  /** Whether there is a value that the store has not confirmed. */
  readonly pending: () => boolean;
}

/** What a save fails with that was cut off, as when the browser has ended the background in the middle: the next may well be answered. */
const cutOff: ReadonlySet<string> = new Set(['disconnected', 'kept-for-later', 'storage-closed']);
/** So long after it, in ms, it is tried once more before the reader is told. */
const secondTry = 500;

/** A note is sent this long after the last key, in ms. */
export const noteDelay = 250;

/**
 * Saves the newest of many values: waits `delay` ms after the last one, but never longer than twice that while more come; keeps one save under way at a time, and
 * says `saved` only when the answer to the newest value has come. A value whose save failed stays pending and is
 * sent again with the next flush, and once by itself where the save was cut off.
 */
export function createAutosave<T>(save: (value: T) => Promise<void>, delay: number): Autosave<T> {
  const state = signal<SaveState>('idle');
  const failure = signal<string | null>(null);
  let newest: { value: T; version: number } | null = null;
  let version = 0;
  let underWay = 0;
  const flights = new Set<Promise<void>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  /** When the oldest value that is not sent was set, in ms. */
  let unsentSince: number | null = null;
  /** The version that is tried a second time, or was. */
  let triedTwice = 0;

  async function send(entry: { value: T; version: number }): Promise<void> {
    underWay += 1;
    state.value = 'saving';
    failure.value = null;
    let error: unknown = null;
    try {
      await save(entry.value);
    } catch (reason) {
      error = reason ?? new Error('unknown');
    }
    underWay -= 1;
    settle(entry.version, error);
  }

  function settle(sent: number, error: unknown): void {
    if (sent === version) {
      const code = error === null ? null : errorCode(error);
      if (code === null) newest = null;
      if (code !== null && cutOff.has(code) && triedTwice !== version) {
        triedTwice = version;
        state.value = 'unsaved';
        clearTimeout(timer);
        timer = setTimeout(go, secondTry);
      } else {
        failure.value = code;
        state.value = code === null ? 'saved' : 'failed';
      }
    }
    if (waiting && underWay === 0) dispatch();
  }

  function go(): void {
    if (underWay > 0) waiting = true;
    else dispatch();
  }

  function dispatch(): void {
    waiting = false;
    unsentSince = null;
    clearTimeout(timer);
    if (newest === null) return;
    const flight = send(newest).finally(() => flights.delete(flight));
    flights.add(flight);
  }

  function flush(): void {
    if (newest !== null && (state.value !== 'saving' || waiting)) dispatch();
  }

  return {
    state,
    failure,
    set(value, when = 'soon') {
      version += 1;
      newest = { value, version };
      state.value = 'unsaved';
      clearTimeout(timer);
      if (when === 'now') go();
      else {
        unsentSince ??= performance.now();
        const left = unsentSince + 2 * delay - performance.now();
        timer = setTimeout(go, Math.max(0, Math.min(delay, left)));
      }
    },
    flush,
    async settled() {
      flush();
      while (flights.size > 0) await Promise.all(flights);
    },
    drop() {
      clearTimeout(timer);
      waiting = false;
      unsentSince = null;
      newest = null;
      version += 1;
      state.value = 'idle';
    },
    pending: () => newest !== null,
  };
}
