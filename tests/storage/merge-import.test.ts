import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteOf, tagsOf } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import { mergeImported } from '#core/import/merge-imported.ts';
import { commitImport } from '#storage/import-records.ts';
import { annotation, article, at, freshStorage, id, saidBy, source } from './records.ts';
import { backups, everything, stage, time } from './staging.ts';

describe('merging what is brought in', () => {
  it('a library and a file that were edited apart: every line of both notes, every tag and the newer words are there', async () => {
    const line = fc.constantFrom('a', 'b', 'a b', '---', '> q', '- c', '', 'c\n\n---\n\nd', 'e');
    const edited = fc.record({
      note: fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n\n')),
      tag: fc.constantFrom('x', 'y', 'z'),
      minute: fc.integer({ min: 1, max: 4 }),
      said: fc.constantFrom('detected', 'confirmed', 'rejected'),
      title: fc.constantFrom('', 'Old title', 'New title'),
      person: fc.constantFrom('', 'harbour', 'mill'),
    });
    type Edited = typeof edited extends fc.Arbitrary<infer T> ? T : never;
    const recordsOf = ({ note, tag, minute, said, title, person }: Edited) => ({
      annotations: [
        annotation({ number: 1, note, tags: [tag], minute, quotation: saidBy('Ann Teller', said) }),
      ],
      articles: [article({ title, firstSeen: at(0), lastSeen: at(minute) })],
      people: [
        {
          id: id(5),
          name: `Ann ${minute}`,
          note: person,
          follows: [],
          apart: [],
          created: at(0),
          modified: at(minute),
        },
      ],
    });
    const appearances = [{ source, key: 'ann', name: 'Ann', person: id(5) }];
    const linesOf = (note: string): string[] => note.split('\n').map((one) => one.trim());
    await fc.assert(
      fc.asyncProperty(edited, edited, async (mine, theirs) => {
        const storage = freshStorage();
        const kept = backups();
        await commitImport(storage, kept, await stage(storage, { ...recordsOf(mine), appearances }), time);
        await commitImport(storage, kept, await stage(storage, { ...recordsOf(theirs), appearances }), time);
        const after = await everything(storage);
        const [merged] = after.annotations;
        if (merged === undefined) return expect.fail();
        expect(linesOf(noteOf(merged))).toEqual(
          expect.arrayContaining(
            [...linesOf(mine.note), ...linesOf(theirs.note)].filter((one) => one !== ''),
          ),
        );
        expect([...tagsOf(merged)].toSorted()).toEqual([...new Set([mine.tag, theirs.tag])].toSorted());
        const newer = theirs.minute > mine.minute ? theirs : mine;
        const older = newer === mine ? theirs : mine;
        expect(merged.quotation?.status).toBe(newer.said === 'detected' ? older.said : newer.said);
        expect(after.articles[0]?.title).toBe(newer.title || older.title);
        const person = after.people.find((one) => one.id === id(5));
        expect(person?.name).toBe(`Ann ${newer.minute}`);
        for (const words of [mine.person, theirs.person]) expect(person?.note).toContain(words);
        // Once more either of them: nothing new.
        for (const one of [mine, theirs]) {
          const again = await commitImport(
            storage,
            kept,
            await stage(storage, { ...recordsOf(one), appearances }),
            time,
          );
          expect(again.change).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('merging is the same a second time, and no line of either note is lost', () => {
    const note = fc
      .array(fc.constantFrom('a', 'b', 'a b', '---', '', 'c\n\n---\n\nd'), { maxLength: 4 })
      .map((lines) => lines.join('\n\n'));
    const edited = fc.record({
      note,
      tag: fc.constantFrom('x', 'y'),
      minute: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(edited, edited, (one, other) => {
        const make = (given: typeof one): Annotation =>
          annotation({ number: 1, note: given.note, tags: [given.tag], minute: given.minute });
        const merged = mergeImported(make(one), make(other));
        expect(mergeImported(merged, make(other))).toBe(merged);
        expect(mergeImported(merged, make(one))).toBe(merged);
        for (const line of [...one.note.split('\n'), ...other.note.split('\n')])
          expect(noteOf(merged)).toContain(line.trim());
      }),
    );
  });
});
