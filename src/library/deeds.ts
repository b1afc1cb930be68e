import { type ReadonlySignal, signal } from '@preact/signals';
import { request } from '#messaging/client.ts';
import type { ChangeView } from '#messaging/library-protocol.ts';
import { createLongWork, type LongWork } from './long-work.ts';

/** What was done last, as the toast says it. */
interface Deed {
  readonly words: string;
  /** The change that undo takes back; null when there is nothing to take back. */
  readonly number: number | null;
  /** What was taken back, which can be made again; absent otherwise. */
  readonly undone?: number | undefined;
}

/** What the reader does in the library, and the way back from it. */
export interface Deeds {
  readonly last: ReadonlySignal<Deed | null>;
  /** What failed last, or null. */
  readonly trouble: ReadonlySignal<unknown>;
  /** Does something; then says so in these words, with *undo*. What fails is kept in `trouble`. */
  readonly run: (action: () => Promise<unknown>, words: string) => void;
  /** Long work that is under way, with how far it is. */
  readonly work: LongWork;
  /**
   * Does something to many records, which can be watched and stopped by the id of the job; then says what `words` makes of the answer,
   * with *undo* when records were changed.
   */
  readonly runLong: <T>(input: {
    readonly doing: string;
    readonly start: (job: string) => Promise<T>;
    readonly words: (answer: T) => string;
    readonly changes: boolean;
  }) => void;
  /** Waits for something that changes no record, such as a file that is made. */
  readonly attempt: (action: Promise<unknown>) => void;
  /** Takes the last change back, whichever surface it was made on. */
  readonly undo: () => void;
  readonly redo: () => void;
  /** Something was changed, perhaps elsewhere: an offer that cannot be kept any more goes, so that undo is of what was done last. */
  readonly check: () => void;
}

/** @param wordsFor what the toast says of a change that was taken back or made again */
export function createDeeds(wordsFor: (change: ChangeView, how: 'undone' | 'redone') => string): Deeds {
  const last = signal<Deed | null>(null);
  const trouble = signal<unknown>(null);
  const work = createLongWork();

  const attempt = (action: Promise<unknown>): void => {
    trouble.value = null;
    action.catch((error: unknown) => {
      trouble.value = error;
    });
  };
  const told = async (words: string): Promise<void> => {
    const { undo } = await request('history.state', null);
    last.value = { words, number: undo?.number ?? null };
  };

  return {
    last,
    trouble,
    attempt,
    work,
    runLong({ doing, start, words, changes }) {
      const done = work.run(doing, start).then(async (outcome) => {
        if (outcome === null) return;
        if (changes) await told(words(outcome.answer));
        else last.value = { words: words(outcome.answer), number: null };
      });
      attempt(done);
    },
    run: (action, words) => attempt(action().then(() => told(words))),
    undo() {
      // What the toast offers is that one change; without a toast, whatever was last.
      const expected = last.peek()?.number ?? null;
      const undone = request('history.undo', { expected }).then((change) => {
        last.value =
          change === null ? null : { words: wordsFor(change, 'undone'), number: null, undone: change.number };
      });
      attempt(undone);
    },
    redo() {
      attempt(
        request('history.redo', { expected: last.peek()?.undone ?? null }).then(async (change) => {
          if (change !== null) await told(wordsFor(change, 'redone'));
        }),
      );
    },
    check() {
      const offered = last.peek();
      if (offered === null || (offered.number === null && offered.undone === undefined)) return;
      request('history.state', null).then(
        ({ undo, redo }) => {
          const isKept =
            offered.undone === undefined ? undo?.number === offered.number : redo?.number === offered.undone;
          if (last.peek() === offered && !isKept) last.value = null;
        },
        // What does not answer now says so when it is asked to do something.
        () => null,
      );
    },
  };
}
