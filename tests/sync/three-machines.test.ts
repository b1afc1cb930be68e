import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAppearance } from '#core/person-record.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { COUNTED, recount } from '#storage/totals.ts';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { isWhole, seedOf } from '#tests/trust/amount.ts';
import { createMemoryCouch, type MemoryCouch } from './memory-couch.ts';
import { act, kinds, type Deed } from './reader-deeds.ts';
import {
  notesOn,
  replicaMachine,
  sharedRecords,
  type Death,
  type ReplicaMachine,
} from './replica-machine.ts';

/**
 * Three machines with the real stores, whose clocks are hours apart, do whatever a reader does, cut off from the server now and then, and
 * ended in the middle of whatever they do. In the end they have one notebook, and nothing of it is lost that nobody took out.
 */

const HOUR = 3_600_000;
const RUNS = Number(process.env['RUNS'] ?? (isWhole ? 2_000 : 60));

interface Step {
  readonly machine: number;
  /** Below the number of kinds: what the reader does; else the machine syncs. */
  readonly deed: number;
  readonly which: number;
  readonly other: number;
  /** How far the machine's clock moves before it, in ms; back, too. */
  readonly tick: number;
  readonly death: Death | null;
}

const death: fc.Arbitrary<Death> = fc.record({
  after: fc.integer({ min: 1, max: 16 }),
  how: fc.constantFrom('before', 'after', 'aborted'),
  what: fc.constantFrom('machine', 'connection'),
});
const step: fc.Arbitrary<Step> = fc.record({
  machine: fc.nat(2),
  deed: fc.nat(Math.round(kinds.length * 1.5)),
  which: fc.nat(5),
  other: fc.nat(5),
  tick: fc.oneof(fc.nat(4_000), fc.integer({ min: -2 * HOUR, max: 3 * HOUR })),
  death: fc.option(death),
});

interface Words {
  readonly written: Set<string>;
  /** By somebody who had them before him. */
  readonly takenOut: Set<string>;
}

let keys: SyncKeys;
beforeAll(async () => {
  keys = await deriveKeys('correct horse battery staple', newSalt());
});

/** What brings back records as they were before another machine was heard of. */
const FROM_ELSEWHERE: ReadonlySet<string> = new Set(['undo', 'redo', 'bring']);

/** What the reader has done stands as it was done when it is made documents. */
async function expectAsDone(machine: ReplicaMachine): Promise<void> {
  // The time of an edit may be a later one; who is somebody else may be called by the id that stands for both by now.
  const done = async (): Promise<unknown> => {
    const { annotations, people, appearances, decisions } = await sharedRecords(machine);
    const said = [annotations, people, appearances, decisions];
    return JSON.parse(
      JSON.stringify(said, (name, value: unknown) =>
        name === 'modified' || name === 'apart' ? undefined : value,
      ),
    );
  };
  const before = await done();
  await machine.absorb();
  expect(await done()).toEqual(before);
}

/** In how many notes each of the words stands. */
async function wordsOn(machine: ReplicaMachine, { written }: Words): Promise<ReadonlyMap<string, number>> {
  const notes = await notesOn(machine);
  const found = [...written].map(
    (word) => [word, notes.filter((note) => note.includes(word)).length] as const,
  );
  return new Map(found.filter(([, count]) => count > 0));
}

async function doSteps(
  machines: readonly ReplicaMachine[],
  couch: MemoryCouch,
  steps: readonly Step[],
): Promise<Words> {
  const words: Words = { written: new Set(), takenOut: new Set() };
  const newWord = (index: number): string => {
    const word = `<${index}.${words.written.size}>`;
    words.written.add(word);
    return word;
  };
  for (const [index, one] of steps.entries()) {
    const machine = machines[one.machine];
    if (machine === undefined) continue;
    machine.moveClock(one.tick);
    const kind = kinds[one.deed];
    const before = await wordsOn(machine, words);
    if (kind === undefined) await machine.sync(couch, one.death);
    else {
      const deed: Deed = { kind, which: one.which, other: one.other, word: () => newWord(index) };
      await act(machine, deed);
      if (!FROM_ELSEWHERE.has(kind) && one.other % 2 === 0) await expectAsDone(machine);
    }
    const after = await wordsOn(machine, words);
    // What a run takes out somebody has taken out elsewhere.
    const gone = [...before.keys()].filter((word) => !after.has(word));
    if (kind === undefined) for (const word of gone) expect([...words.takenOut]).toContain(word);
    else for (const [word, count] of before) if ((after.get(word) ?? 0) < count) words.takenOut.add(word);
    // A name is no note.
    if (kind === 'rename') for (const word of words.written) if (word.startsWith(`<${index}.`)) words.takenOut.add(word);
  }
  return words;
} // prettier-ignore

/** Until nobody has anything to say. */
async function settle(machines: readonly ReplicaMachine[], couch: MemoryCouch): Promise<void> {
  for (let round = 0; round < 12; round++) {
    let isQuiet = true;
    for (const machine of machines) {
      const run = await machine.sync(couch);
      if (run === null || run.sent > 0 || run.taken > 0) isQuiet = false;
      // Who was named by something that is gone by now is met again.
      await flushIndex(machine.storage);
    }
    if (isQuiet) return;
  }
  throw new Error('they never end');
}

async function expectOneNotebook(machines: readonly ReplicaMachine[], words: Words): Promise<void> {
  const [first, ...others] = machines;
  if (first === undefined) return;
  const records = await sharedRecords(first);
  for (const other of others) expect(await sharedRecords(other)).toEqual(records);
  for (const machine of machines) {
    const there = await wordsOn(machine, words);
    for (const word of words.written)
      if (!words.takenOut.has(word)) expect([...there.keys()]).toContain(word);
    await expectSound(machine);
  }
  const found = async (machine: ReplicaMachine): Promise<unknown> => {
    const searches = [...words.written, 'words', 'blum'].map(async (query) => {
      const { items } = await searchAnnotations(machine.storage, { query, filter: {}, limit: 1_000 });
      return [query, items.map(({ annotation }) => annotation.id).toSorted()];
    });
    return Promise.all(searches);
  };
  const finds = await found(first);
  for (const other of others) expect(await found(other)).toEqual(finds);
}

/** Names mean people who are there, nothing is both deleted and there, and lists are as long as they say. */
async function expectSound({ storage }: ReplicaMachine): Promise<void> {
  await storage.read(['people', 'appearances', 'annotations', 'trash'], async (transaction) => {
    const people = new Set(await transaction.objectStore('people').getAllKeys());
    for (const one of await transaction.objectStore('appearances').getAll())
      expect([...people]).toContain(parseAppearance(one)?.person);
    const thrown = new Set(await transaction.objectStore('trash').getAllKeys());
    for (const id of await transaction.objectStore('annotations').getAllKeys())
      expect(thrown.has(id)).toBe(false);
  });
  const totals = (): Promise<unknown> =>
    storage.read(['totals'], (transaction) => transaction.objectStore('totals').getAll());
  const said = await totals();
  await storage.write([...COUNTED, 'totals'], recount);
  expect(await totals()).toEqual(said);
}

describe('three machines', () => {
  it(
    'end with one notebook, of which nothing is lost',
    { timeout: 3_600_000 },
    async () => {
      const skew = fc.integer({ min: -6 * HOUR, max: 6 * HOUR });
      await fc.assert(
        fc.asyncProperty(fc.tuple(skew, skew, skew), fc.array(step, { minLength: 5, maxLength: isWhole ? 60 : 40, size: 'max' }), async (skews, steps) => {
          const couch = createMemoryCouch();
          const machines = skews.map((one) => replicaMachine(keys, Date.UTC(2026, 10, 1) + one));
          const words = await doSteps(machines, couch, steps);
          await settle(machines, couch);
          await expectOneNotebook(machines, words);
          for (const [id, leaves] of couch.leaves()) if (id.startsWith('n')) expect(leaves).toHaveLength(1);
        }),
        { numRuns: RUNS, seed: seedOf(1_010) },
      );
    },
  );
}); // prettier-ignore
