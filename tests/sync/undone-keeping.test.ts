import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { deriveKeys, newSalt } from '#sync/sync-keys.ts';
import { createMemoryCouch } from './memory-couch.ts';
import { act } from './reader-deeds.ts';
import { replicaMachine, sharedRecords } from './replica-machine.ts';

it('a passage that was kept once more by a clock that is behind, and undone, is as it was before', async () => {
  const keys = await deriveKeys('correct horse battery staple', newSalt());
  const couch = createMemoryCouch();
  const [one, other] = ['one', 'other'].map(() => replicaMachine(keys, Date.UTC(2026, 10, 1)));
  if (one === undefined || other === undefined) throw new Error('two');
  const keep = { kind: 'keep', which: 0, other: 1, word: () => '' } as const;
  await act(one, keep);
  for (const machine of [one, other]) await machine.sync(couch);
  const created = async (): Promise<readonly unknown[]> => {
    const { annotations } = await sharedRecords(other);
    return (annotations as readonly { readonly created: string }[]).map((annotation) => annotation.created);
  };
  const before = await created();
  other.moveClock(-3_600_000);
  await act(other, keep);
  await other.absorb();
  expect(await created()).not.toEqual(before);
  await act(other, { ...keep, kind: 'undo' });
  expect(await created()).toEqual(before);
  for (const machine of [other, one]) await machine.sync(couch);
  expect(await created()).toEqual(before);
  expect(await sharedRecords(one)).toEqual(await sharedRecords(other));
});
