import { type ReadonlySignal, signal } from '@preact/signals';

/** How something is taken back, and how it is done again. */
export interface Ways {
  /** Takes it back. Never rejects; answers false when that has failed. */
  readonly back: () => void | Promise<boolean>;
  /** Does it again after it was taken back. Never rejects; answers false when that has failed. */
  readonly again: () => void | Promise<boolean>;
}

/** Something that the reader has done. */
interface Deed<What extends string> extends Ways {
  readonly what: What;
  /** What it is about, where there is something to name: another person, a mark style. */
  readonly name?: string;
}

/** What there is to say: that something was done, or that it was taken back. */
export interface Told<What extends string> {
  readonly deed: Deed<What>;
  readonly how: 'done' | 'undone';
}

/** What was done on one card, one after the other, so that it can be taken back and done again in that order. */
export interface DeedHistory<What extends string> {
  /** What was done or taken back last; null once something else has changed since. */
  readonly told: ReadonlySignal<Told<What> | null>;
  /** This was just done. What had been taken back before can no longer be done again. */
  readonly did: (deed: Deed<What>) => void;
  /** Something has changed that is not to be told. */
  readonly hush: () => void;
  /** Takes this back, whatever was done since. Nothing happens where it has been taken back already. */
  readonly takeBack: (deed: Deed<What>) => void;
  /** Takes back what was done last. Answers whether there was something. */
  readonly undo: () => boolean;
  /** Does again what was taken back last. Answers whether there was something. */
  readonly redo: () => boolean;
}

export function createDeedHistory<What extends string>(): DeedHistory<What> {
  const done: Deed<What>[] = [];
  const undone: Deed<What>[] = [];
  const told = signal<Told<What> | null>(null);
  let underWay: Promise<void> | null = null;

  /** Moves a deed from one list to the other, and back to where it was when that fails. Answers whether it stood in the first. */
  function turn(deed: Deed<What> | undefined, how: Told<What>['how']): boolean {
    const [from, to] = how === 'undone' ? [done, undone] : [undone, done];
    const place = deed === undefined ? -1 : from.lastIndexOf(deed);
    if (deed === undefined || place < 0) return false;
    from.splice(place, 1);
    to.push(deed);
    const result = how === 'undone' ? deed.back() : deed.again();
    const next = { deed, how };
    told.value = next;
    if (result === undefined) return true;
    const settled = result.then((isDone) => {
      if (underWay === settled) underWay = null;
      const there = to.lastIndexOf(deed);
      if (isDone || there < 0) return;
      to.splice(there, 1);
      from.push(deed);
      if (told.peek() === next) told.value = null;
    });
    underWay = settled;
    return true;
  }

  /** One after the other: what is still on its way to the store is waited for. Answers whether there was something to turn. */
  function turnLast(from: readonly Deed<What>[], how: Told<What>['how']): boolean {
    if (underWay === null) return turn(from.at(-1), how);
    void underWay.then(() => turnLast(from, how));
    return true;
  }

  return {
    told,
    did(deed) {
      done.push(deed);
      undone.length = 0;
      told.value = { deed, how: 'done' };
    },
    hush() {
      told.value = null;
    },
    takeBack: (deed) => void turn(deed, 'undone'),
    undo: () => turnLast(done, 'undone'),
    redo: () => turnLast(undone, 'done'),
  };
}
