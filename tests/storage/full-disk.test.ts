import { afterEach, expect, it, vi } from 'vitest';
import { createRoomGuard, fullDiskOr } from '#storage/full-disk.ts';
import { storageError } from '#storage/storage-error.ts';

const refused = storageError(new DOMException('Internal error committing transaction.', 'UnknownError'));
const estimated = (estimate: () => Promise<StorageEstimate>): void => {
  vi.stubGlobal('navigator', { storage: { estimate } });
};

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['no room is left', { quota: 50_000_000, usage: 49_000_000 }, 'disk-full'],
  ['there is room', { quota: 500_000_000, usage: 49_000_000 }, 'storage-unavailable'],
  ['the browser does not say', {}, 'storage-unavailable'],
])('an unknown error of the database, when %s', async (_when, estimate, code) => {
  estimated(() => Promise.resolve(estimate));
  expect((await fullDiskOr(refused)).code).toBe(code);
});

it('leaves the error as it is when there is no estimate, and every other error', async () => {
  estimated(() => Promise.reject(new Error('no')));
  expect(await fullDiskOr(refused)).toBe(refused);
  const closed = storageError(new DOMException('', 'AbortError'));
  estimated(() => Promise.resolve({ quota: 1, usage: 1 }));
  expect(await fullDiskOr(closed)).toBe(closed);
});

it('lets nothing be written while there is no room, and asks only now and then', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const estimate = vi.fn<() => Promise<StorageEstimate>>().mockResolvedValue({ quota: 9e9, usage: 1 });
  estimated(estimate);
  const ensureRoom = createRoomGuard();
  await ensureRoom();
  await ensureRoom();
  expect(estimate).toHaveBeenCalledTimes(1);
  clock.mockReturnValue(1_000);
  estimate.mockResolvedValue({ quota: 9e9, usage: 9e9 });
  await expect(ensureRoom()).rejects.toMatchObject({ code: 'disk-full' });
  estimate.mockResolvedValue({ quota: 9e9, usage: 1 });
  await ensureRoom();
  clock.mockRestore();
});
