/**
 * Stops a background at a step of a write. It patches the database of the realm that it is loaded into, so the product has no line for
 * it: tests in Node load it beside the background, and the test build (failpoint-build.ts) before the background's own script. No
 * package has it: tests/e2e/package.test.ts looks for its name in the built files.
 */

/** The name of the channel by which a page of ours sets it in a real browser; it stands in the test build and nowhere else. */
export const failpointName = 'on-record-failpoint';

/** `begin`: before a transaction that writes; `request`: one of its requests has been answered; `complete`: it has completed, and nobody knows yet. */
export type Step = 'begin' | 'request' | 'complete';

export interface Failpoint {
  /** Counts steps from 1 on; at this one `onReach` is called, before the product hears of it. */
  readonly arm: (at: number) => void;
  /** Answers how many steps there were since it was armed. */
  readonly disarm: () => number;
}

const reads = ['get', 'getAll', 'getKey', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Calls back around a method of the database. */
function around(prototype: object, name: string, wrap: (original: Method) => Method): void {
  const original: unknown = Reflect.get(prototype, name);
  if (typeof original !== 'function') throw new Error(`no ${name}`);
  Object.defineProperty(prototype, name, {
    configurable: true,
    writable: true,
    value: wrap(original as Method),
  });
}

/** @param onReach what happens at the step: in a browser it never returns, and the worker is killed meanwhile */
export function attachFailpoint(
  onReach: (step: Step, transaction: IDBTransaction | null) => void,
): Failpoint {
  let [at, count, isArmed] = [0, 0, false];
  const pass = (step: Step, transaction: IDBTransaction | null): void => {
    if (!isArmed) return;
    count++;
    if (count === at) onReach(step, transaction);
  };
  const watch = (made: unknown): void => {
    if (!(made instanceof IDBRequest) || made.transaction?.mode !== 'readwrite') return;
    const { transaction } = made;
    made.addEventListener('success', () => pass('request', transaction));
  };
  const watched = (original: Method): Method =>
    function (this: unknown, ...args) {
      const made = original.apply(this, args);
      watch(made);
      return made;
    };
  for (const name of [...reads, 'add', 'put', 'delete', 'clear'])
    around(IDBObjectStore.prototype, name, watched);
  for (const name of reads) around(IDBIndex.prototype, name, watched);
  for (const name of ['update', 'delete']) around(IDBCursor.prototype, name, watched);
  around(
    IDBDatabase.prototype,
    'transaction',
    (original) =>
      function (this: unknown, ...args) {
        if (args[1] !== 'readwrite') return original.apply(this, args);
        pass('begin', null);
        const transaction = original.apply(this, args) as IDBTransaction;
        transaction.addEventListener('complete', () => pass('complete', transaction));
        return transaction;
      },
  );
  return {
    arm(step) {
      [at, count, isArmed] = [step, 0, true];
    },
    disarm() {
      isArmed = false;
      return count;
    },
  };
}
