import type { Annotation } from '#core/annotation.ts';
import type { SyncKeys } from '#sync/sync-keys.ts';
import { createLightMachine, type LightMachine } from './light-machine.ts';
import { notebookRecords } from './notebook-records.ts';
import { randomOf } from './random-numbers.ts';

/** Readers, each with a database of their own, over some days. */
export interface Simulation {
  readonly readers: number;
  /** Machines of each. */
  readonly machines: number;
  /** Passages that each notebook has at the beginning. */
  readonly passages: number;
  readonly days: number;
  /** Runs of each machine, and changes on each, a day. */
  readonly runs: number;
  readonly changes: number;
  /** Runs that are under way at a time. */
  readonly atOnce: number;
  readonly keys: SyncKeys;
  readonly words: readonly string[];
  readonly database: () => Promise<string>;
}

export interface Simulated {
  readonly runs: number;
  readonly edits: number;
  /** Documents that had several leaves on the server, by reader and document. */
  readonly conflicts: number;
  /** ms of each call that was made after the first upload, the least first. */
  readonly waits: readonly number[];
  /** Readers whose machines do not all hold the same at the end. */
  readonly unequal: number;
  readonly documentsTaken: number;
}

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 5);

interface Reader {
  readonly machines: readonly LightMachine[];
  /** What was kept, wherever. */
  readonly kept: Annotation[];
  /** What is kept next. */
  readonly next: Annotation[];
}

interface Run {
  readonly at: number;
  readonly reader: Reader;
  readonly machine: LightMachine;
}

/**
 * Machines of many readers run at times of their own, edit between the runs, now and then two of them the same passage, by clocks that
 * differ by minutes, delete, and go on until nobody has anything to send. `onBegun` is called when all notebooks are up and down.
 */
export async function simulateReplicas(
  options: Simulation,
  onBegun: () => Promise<void> = async () => {},
): Promise<Simulated> {
  const random = randomOf(options.readers);
  const waits: number[] = [];
  const conflicts = new Set<string>();
  const readers: Reader[] = [];
  for (let number = 0; number < options.readers; number++)
    readers.push(await readerOf(options, number, waits, conflicts));
  // The first machine has the notebook, the others take it.
  await inTurns(readers, options.atOnce, ({ machines: [first] }) => first?.run(BEGIN));
  await inTurns(readers, options.atOnce, async ({ machines }) => {
    for (const machine of machines) await machine.run(BEGIN);
  });
  await onBegun();
  waits.length = 0;
  conflicts.clear();
  const runs = scheduleOf(options, readers, random);
  let [edits, documentsTaken] = [0, 0];
  const share = options.changes / options.runs;
  await inTurns(runs, options.atOnce, async ({ at, reader, machine }) => {
    const count = Math.floor(share) + (random() < share % 1 ? 1 : 0);
    for (let turn = 0; turn < count; turn++) edits += editOnce(reader, machine, at, random);
    const { taken } = await machine.run(at);
    documentsTaken += taken;
  });
  const end = BEGIN + (options.days + 1) * DAY;
  await inTurns(readers, options.atOnce, ({ machines }) => settle(machines, end));
  const unequal = readers.filter(({ machines }) => new Set(machines.map(({ state }) => state())).size > 1);
  return {
    runs: runs.length,
    edits,
    conflicts: conflicts.size,
    waits: waits.toSorted((a, b) => a - b),
    unequal: unequal.length,
    documentsTaken,
  };
}

async function readerOf(
  { machines, passages, keys, words, database, days, changes }: Simulation,
  number: number,
  waits: number[],
  conflicts: Set<string>,
): Promise<Reader> {
  const address = await database();
  const size = passages + days * changes * machines;
  const { annotations } = notebookRecords({ articles: 10, passages: size, people: 20 }, words, number + 1);
  const all = Array.from({ length: machines }, (_, at) =>
    createLightMachine({
      database: address,
      keys,
      replica: `reader-${number}-machine-${at}`,
      onCall: (_name, ms) => waits.push(ms),
      onConflict: (id) => conflicts.add(`${number} ${id}`),
    }),
  );
  const kept = annotations.slice(0, passages);
  for (const one of kept) all[0]?.keep(one, BEGIN);
  return { machines: all, kept, next: annotations.slice(passages) };
}

/** Each machine runs at its own minute of each stretch of the day. */
function scheduleOf(
  { days, runs }: Simulation,
  readers: readonly Reader[],
  random: () => number,
): readonly Run[] {
  const all: Run[] = [];
  for (const reader of readers)
    for (const machine of reader.machines)
      for (let turn = 0; turn < days * runs; turn++)
        all.push({ at: BEGIN + ((turn + random()) * DAY) / runs, reader, machine });
  return all.sort((one, other) => one.at - other.at);
}

/** One thing that a reader does: of ten, three new passages, six notes (two of them on what everybody edits) and a deletion. */
function editOnce({ kept, next }: Reader, machine: LightMachine, at: number, random: () => number): number {
  // Clocks differ by up to ten minutes.
  const now = at + (random() - 0.5) * 1_200_000;
  const chance = random();
  const fresh = chance < 0.3 ? next.pop() : undefined;
  if (fresh !== undefined) {
    kept.push(fresh);
    machine.keep(fresh, now);
    return 1;
  }
  const one = kept[Math.floor(random() * (chance < 0.5 ? 5 : kept.length))];
  if (one === undefined) return 0;
  if (chance > 0.9) machine.drop(one);
  else machine.note(one, `Thought of at ${new Date(now).toISOString()}.`, now);
  return 1;
}

/** Runs the machines of one reader in turn until nobody has sent or taken anything. */
async function settle(machines: readonly LightMachine[], now: number): Promise<void> {
  for (let round = 0; round < 10; round++) {
    let moved = 0;
    for (const machine of machines) {
      const { sent, taken } = await machine.run(now);
      moved += sent + taken;
    }
    if (moved === 0) return;
  }
}

/** Does the work for each, so many at a time, begun in order. */
async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown> | undefined,
): Promise<void> {
  let at = 0;
  const one = async (): Promise<void> => {
    for (let item = items[at++]; item !== undefined; item = items[at++]) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
