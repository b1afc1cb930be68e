import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AppearanceRecord } from '#core/person-record.ts';
import { createNotebook, notesIn, readable, type Notebook } from './notebook.ts';

/** Three machines whose clocks are hours apart, cut off from each other now and then, edit one notebook. */

const HOUR = 3_600_000;
const IDS = ['a', 'b', 'c'].map((letter) => `urn:uuid:00000000-0000-4000-8000-00000000000${letter}`);
const SOURCES = ['https://one.example/1', 'https://two.example/2'];
const SPEAKERS = ['Ada Blum', 'Cem Dal'];

interface Step {
  readonly replica: number;
  readonly deed: number;
  readonly which: number;
  readonly other: number;
  /** How far the machine's clock moves before it, in ms; back, too. */
  readonly tick: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  replica: fc.nat(2),
  deed: fc.nat(15),
  which: fc.nat(5),
  other: fc.nat(5),
  tick: fc.integer({ min: -2 * HOUR, max: 3 * HOUR }),
});

interface Words {
  /** Words that somebody who had them before him has taken out. */
  readonly takenOut: Set<string>;
  readonly all: Set<string>;
}

async function run(skews: readonly number[], steps: readonly Step[]): Promise<readonly Notebook[]> {
  const times = skews.map((skew) => Date.UTC(2026, 10, 1) + skew);
  const notebooks = skews.map((_skew, at) => createNotebook(`r${at}`, () => times[at] ?? 0));
  const words: Words = { takenOut: new Set(), all: new Set() };
  // All three know the same three passages of two people each.
  const [first] = notebooks;
  for (const [at, id] of IDS.entries()) first?.keep(id, SOURCES[at % 2] ?? '', SPEAKERS[at % 2] ?? '');
  for (const other of notebooks)
    if (first !== undefined && other !== first) await other.take(await first.documents());
  for (const [index, one] of steps.entries()) {
    times[one.replica] = Math.max(0, (times[one.replica] ?? 0) + one.tick);
    const notebook = notebooks[one.replica];
    const other = notebooks[(one.replica + 1 + (one.other % 2)) % 3];
    if (notebook === undefined || other === undefined) continue;
    if (one.deed >= 12) {
      // What is sent may be cut off anywhere, come twice, or come late.
      const sent = await other.documents();
      await notebook.take(one.deed === 15 ? sent.slice(one.which) : sent);
      continue;
    }
    const before = wordsIn(notebook, words);
    act(notebook, one, index, words);
    const after = wordsIn(notebook, words);
    for (const word of before) if (!after.has(word)) words.takenOut.add(word);
  }
  for (let round = 0; round < 3; round++)
    for (const one of notebooks)
      for (const other of notebooks) if (one !== other) await one.take(await other.documents());
  for (const notebook of notebooks) {
    const there = wordsIn(notebook, words);
    for (const word of words.all) if (!words.takenOut.has(word)) expect([...there]).toContain(word);
    const people = new Set(notebook.people().map(({ id }) => id));
    for (const person of meantIn(notebook)) expect([...people]).toContain(person);
  }
  return notebooks;
}

/** Whom the names of the articles mean. */
function meantIn(notebook: Notebook): readonly string[] {
  return [...notebook.records]
    .filter(([key]) => key.startsWith('["appearances"'))
    .map(([, record]) => (record as AppearanceRecord).person);
}

function wordsIn(notebook: Notebook, { all }: Words): ReadonlySet<string> {
  const notes = notesIn(notebook);
  return new Set([...all].filter((word) => notes.includes(word)));
}

function act(notebook: Notebook, { deed, which, other }: Step, index: number, words: Words): void {
  const annotation = notebook.annotations()[which % Math.max(1, notebook.annotations().length)]?.id ?? '';
  const people = notebook.people().toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const person = people[which % Math.max(1, people.length)];
  const namesake = people[other % Math.max(1, people.length)];
  const newWord = (): string => {
    const word = `<${index}>`;
    words.all.add(word);
    return word;
  };
  const deeds: readonly (() => void)[] = [
    () => notebook.keep(IDS[which % 3] ?? '', SOURCES[other % 2] ?? '', SPEAKERS[which % 2] ?? ''),
    () => notebook.keep(IDS[other % 3] ?? '', SOURCES[which % 2] ?? '', SPEAKERS[other % 2] ?? ''),
    () => (annotation === '' ? undefined : notebook.note(annotation, newWord())),
    () => notebook.tag(annotation, ['x', 'y', 'z'].slice(which % 3, 1 + (other % 4))),
    () => notebook.style(annotation, which % 2 === 0 ? null : `style-${other}`),
    () =>
      notebook.decide(annotation, (['confirmed', 'rejected', 'detected'] as const)[other % 3] ?? 'detected'),
    () => notebook.remove(annotation),
    () => notebook.restore(IDS[which % 3] ?? ''),
    () => (person === undefined ? undefined : notebook.notePerson(person.id, newWord())),
    () => notebook.rename(person?.id ?? '', `Name ${index}`),
    () => notebook.join(person?.id ?? '', namesake?.id ?? ''),
    () => notebook.split(person?.id ?? '', `split-${index}-${notebook.replica}`),
  ];
  deeds[deed]?.();
}

it(
  'three machines end with the same notebook, and with every word that nobody took out',
  { timeout: 600_000 },
  async () => {
    const skew = fc.integer({ min: -6 * HOUR, max: 6 * HOUR });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(skew, skew, skew),
        fc.array(step, { maxLength: 60 }),
        async (skews, steps) => {
          const [one, ...others] = await run(skews, steps);
          for (const other of others) if (one !== undefined) expect(readable(other)).toEqual(readable(one));
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 300), seed: 20_261_123 },
    );
  },
);
