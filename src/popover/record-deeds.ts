import { withWordOf } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import type { request } from '#messaging/client.ts';
import type { Attempts } from './attempts.ts';
import type { DeedHistory, Ways } from './deed-history.ts';
import type { KeptRecord } from './kept-record.ts';
import type { QuotationDeed } from './quotation-model-type.ts';
import { forgetUnsent } from './unsent.ts';

interface RecordDeedsOptions {
  readonly ask: typeof request;
  readonly kept: KeptRecord;
  readonly deeds: DeedHistory<QuotationDeed>;
  readonly attempt: Attempts['attempt'];
  /** What is kept, or would be. */
  readonly current: () => Annotation;
  /** A correction is being taken back. */
  readonly onTakenBack: () => void;
}

type Edit = (annotation: Annotation) => Annotation;

/** Changes what is kept of one passage, each with its way back. */
export interface RecordDeeds {
  /** Shows it at once and saves it; there is no way back but another change. */
  readonly change: (next: Annotation, when: 'soon' | 'now') => void;
  /** Makes a change, with its way back: `inverse` of the record as it will then be, or to nothing where it has made the record. */
  readonly doing: (what: QuotationDeed, edit: Edit, inverse: Edit, name?: string) => void;
  /** Makes a correction, with its way back: the word on the quotation stands as before, what was written meanwhile stays. */
  readonly correct: (
    what: QuotationDeed,
    edit: Edit,
    follow?: { readonly back: () => void; readonly again: () => void },
  ) => void;
  /** The ways back and on of what may have made the record: then the record goes, and the same one comes again. */
  readonly ways: (isAll: () => boolean, back: () => void, again: () => void) => Ways;
  /** Moves what is kept to the trash. */
  readonly remove: () => void;
}

const instant = (): string => new Date().toISOString();

export function createRecordDeeds(options: RecordDeedsOptions): RecordDeeds {
  const { ask, kept, deeds, attempt, current, onTakenBack } = options;
  const { record, stored, saving } = kept;

  function change(next: Annotation, when: 'soon' | 'now'): void {
    record.value = next;
    deeds.hush();
    saving.set(next, when);
  }

  /** Makes a change, with its way back: `inverse` of the record as it will then be, or to nothing where it has made the record. */
  function doing(
    what: QuotationDeed,
    edit: (annotation: Annotation) => Annotation,
    inverse: (now: Annotation) => Annotation,
    name = '',
  ): void {
    const made = record.peek() === null;
    const again = (): void => change(edit(current()), 'now');
    again();
    const back = (): void => change(inverse(current()), 'now');
    deeds.did({ what, name, ...ways(() => made, back, again) });
  }

  /** Makes a correction, with its way back: the word on the quotation stands as before, what was written meanwhile stays. */
  function correct(
    what: QuotationDeed,
    edit: (annotation: Annotation) => Annotation,
    follow = { back: (): void => {}, again: (): void => {} },
  ): void {
    const before = record.peek();
    const start = current();
    change(edit(start), 'now');
    const isAll = (): boolean => before === null && record.peek()?.body.length === 0;
    const back = (): void => change(withWordOf(current(), before ?? start, instant()), 'now');
    const way = ways(isAll, back, () => change(edit(current()), 'now'));
    deeds.did({
      what,
      back() {
        follow.back();
        onTakenBack();
        return record.peek() === null ? undefined : way.back();
      },
      again() {
        follow.again();
        return way.again();
      },
    });
  }

  /** The ways back and on of what may have made the record: then the record goes, and the same one comes again. */
  function ways(isAll: () => boolean, back: () => void, again: () => void): Ways {
    let gone: Annotation | null = null;
    let held = false;
    return {
      back() {
        const all = isAll() ? record.peek() : null;
        gone = all;
        if (all === null) return back();
        return attempt(async () => {
          const there = await discard();
          held = there !== null;
          gone = there ?? all;
        });
      },
      again() {
        if (gone === null) return again();
        return held ? restore(gone) : change(gone, 'now');
      },
    };
  }

  /** Moves what is kept to the trash, after every save under way has ended. Answers what the store held of it, or null. */
  async function discard(): Promise<Annotation | null> {
    await saving.settled();
    const held = stored.peek();
    if (held !== null) await ask('annotations.delete', { id: held.id });
    saving.drop();
    forgetUnsent(record.peek()?.id ?? '');
    stored.value = null;
    record.value = null;
    return held;
  }

  function restore(gone: Annotation): Promise<boolean> {
    return attempt(async () => {
      stored.value = await ask('annotations.restore', { id: gone.id });
      record.value = stored.value;
    });
  }

  function remove(): void {
    const gone = record.peek();
    if (gone === null) return;
    void attempt(async () => {
      const held = await discard();
      deeds.did({
        what: 'deleted',
        back: () => (held === null ? change(gone, 'now') : restore(held)),
        again: () => attempt(discard),
      });
    });
  }

  return { change, doing, correct, ways, remove };
}
