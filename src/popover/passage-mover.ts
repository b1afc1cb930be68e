import type { Signal } from '@preact/signals';
import type { Span } from '#core/text.ts';
import { moveEnd, snapToWords } from '#core/word-ends.ts';
import type { request } from '#messaging/client.ts';
import type { Passage } from '#messaging/protocol.ts';

interface PassageMoverOptions {
  readonly ask: typeof request;
  /** The popover's one-time id. */
  readonly id: string;
  /** The passage as it begins and ends now. */
  readonly passage: Signal<Passage>;
  readonly attempt: (action: () => Promise<unknown>) => Promise<boolean>;
  readonly onMoved: (before: Passage, next: Passage) => void;
}

/** Moves the ends of the open passage, one move after the other, and the mark on the page with them. */
export interface PassageMover {
  /** One end by one word; nothing happens where there is no further one. */
  readonly step: (edge: 'start' | 'end', by: 1 | -1) => void;
  /** To the words nearest to where the reader has let go. */
  readonly drag: (ends: Span) => void;
  /** Goes to a passage where it has been before. */
  readonly show: (passage: Passage) => void;
}

export function createPassageMover({
  ask,
  id,
  passage,
  attempt,
  onMoved,
}: PassageMoverOptions): PassageMover {
  let moving: Promise<unknown> = Promise.resolve();
  function move(wanted: () => Span | null | Promise<Span | null>, isDragged: boolean): void {
    const step = async (): Promise<void> => {
      const before = passage.peek();
      const span = await wanted();
      if (span === null) return;
      const { start, end } = spanOf(before);
      const isSame = span.start === start && span.end === end;
      if (isSame && !isDragged) return;
      const next = await ask('popover.setEnds', { id, ...span });
      if (next === null || isSame) return;
      passage.value = next;
      onMoved(before, next);
    };
    moving = moving.then(() => attempt(step));
  }
  return {
    step: (edge, by) => move(() => moveEnd(passage.peek(), edge, by), false),
    drag: (ends) =>
      move(async () => {
        const there = await ask('popover.setEnds', { id, ...ends });
        return there === null ? spanOf(passage.peek()) : snapToWords(there);
      }, true),
    show(there) {
      passage.value = there;
      void ask('popover.setEnds', { id, ...spanOf(there) }).catch(() => null);
    },
  };
}

const spanOf = ({ start, exact }: Passage): Span => ({ start, end: start + exact.length });
