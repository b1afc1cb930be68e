// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPopoverHolder, type PopoverHolder } from '#content/popover-holder.ts';

const fake = vi.hoisted(() => ({ asked: [] as ((value: null) => void)[], frames: 0, isShown: false }));

vi.mock('webextension-polyfill', () => ({ default: { runtime: { getURL: (path: string) => path } } }));
vi.mock('#messaging/client.ts', () => ({
  request: () => new Promise((resolve) => fake.asked.push(resolve)),
}));
vi.mock('#content/host-element.ts', () => ({ createHost: () => null }));
vi.mock('#content/popover-frame.ts', () => ({
  createPopoverFrame: () => {
    fake.frames += 1;
    return { isIntact: () => true, isShown: () => fake.isShown, remove: () => null };
  },
}));

const comeBack = (): boolean => dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

let controller: AbortController;
let holder: PopoverHolder;
beforeEach(() => {
  controller = new AbortController();
  fake.asked = [];
  fake.frames = 0;
  fake.isShown = false;
  const ignore = (): void => undefined;
  holder = createPopoverHolder(document, ignore, ignore, ignore, ignore, controller.signal);
});
afterEach(() => controller.abort());

test('asks once for all who want the frame', async () => {
  const both = Promise.all([holder.prepare(), holder.prepare()]);
  fake.asked[0]?.(null);
  await both;
  await holder.prepare();
  expect([fake.asked.length, fake.frames]).toEqual([1, 1]);
});

test('makes the frame when the page comes back from the cache, though an answer was lost there', async () => {
  void holder.prepare();
  comeBack();
  const again = holder.prepare();
  expect(fake.asked).toHaveLength(2);
  fake.asked[1]?.(null);
  await again;
  expect(fake.frames).toBe(1);
});

test('makes one frame when the answer was only late', async () => {
  const early = holder.prepare();
  comeBack();
  const again = holder.prepare();
  fake.asked[0]?.(null);
  fake.asked[1]?.(null);
  await Promise.all([early, again]);
  expect(fake.frames).toBe(1);
});

test.each([
  ['anew when nobody sees it, since its page may have been cut off', false, 2],
  ['no other when the reader may be writing in it', true, 1],
])('when the page comes back, makes the frame %s', async (_, isShown, frames) => {
  const first = holder.prepare();
  fake.asked[0]?.(null);
  await first;
  fake.isShown = isShown;
  comeBack();
  const again = holder.prepare();
  fake.asked[1]?.(null);
  await again;
  expect(fake.frames).toBe(frames);
});
