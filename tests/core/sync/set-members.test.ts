import { expect, it } from 'vitest';
import { joinDocuments } from '#core/sync/join-documents.ts';
import { membersIn, MOST_MEMBERS, withinLimit } from '#core/sync/set-members.ts';
import type { Member, SyncDocument } from '#core/sync/sync-document.ts';
import { emptyDocument } from '#core/sync/write-document.ts';

/** What was put in and taken out again is remembered: without a bound a record would grow for ever. */

const members = (count: number, letter: string, isIn: boolean): Readonly<Record<string, Member>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${letter}${at}`,
      { at: [at, 'one'], isIn, place: 0 } as const,
    ]),
  );

it('what is in a set stays, and what was taken out first is forgotten', () => {
  const all = { ...members(30_000, 'out', false), ...members(900, 'in', true) };
  const kept = withinLimit(all);
  expect(Object.keys(kept)).toHaveLength(MOST_MEMBERS);
  expect(membersIn(kept)).toHaveLength(900);
  expect(kept['out29999']).toBeDefined();
  expect(kept['out0']).toBeUndefined();
});

it('two that are joined are within the limit, and say the same in either order', () => {
  const document = (letter: string): SyncDocument => ({
    ...emptyDocument({ store: 'annotations', key: 'urn:uuid:1' }),
    writes: { one: [5, 1] },
    sets: { tags: members(15_000, letter, letter === 'in') },
  });
  const joined = joinDocuments(document('in'), document('out'));
  expect(joinDocuments(document('out'), document('in'))).toEqual(joined);
  expect(Object.keys(joined.sets['tags'] ?? {})).toHaveLength(MOST_MEMBERS);
  expect(membersIn(joined.sets['tags'] ?? {})).toHaveLength(15_000);
});
