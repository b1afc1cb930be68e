// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followSubject } from '#messaging/popover-channel.ts';

type Listener = (changes: Record<string, { newValue?: unknown }>) => void;
const browser = vi.hoisted(() => ({ replies: [] as Promise<unknown>[], listeners: new Set<unknown>() }));
const never = new Promise<unknown>(() => null);

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { sendMessage: () => browser.replies.shift() ?? never },
    storage: {
      local: {
        onChanged: {
          addListener: (listener: unknown) => browser.listeners.add(listener),
          removeListener: (listener: unknown) => browser.listeners.delete(listener),
        },
      },
    },
  },
}));

const hello = (id: string | null): Promise<unknown> => Promise.resolve({ ok: true, value: { tabId: 7, id } });
const call = (tabId: number, id: string): void => {
  for (const listener of browser.listeners) (listener as Listener)({ popover: { newValue: { tabId, id } } });
};
const show = (persisted: boolean): boolean =>
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

let controller: AbortController;
let heard: string[];
const follow = (): void => void followSubject((id) => heard.push(id), controller.signal);

beforeEach(() => {
  controller = new AbortController();
  heard = [];
  browser.replies = [];
});
afterEach(() => controller.abort());

test('tells what is prepared, and what is prepared for this tab later, each once', async () => {
  browser.replies = [hello('first'), hello('first')];
  follow();
  await settled();
  call(8, 'of another tab');
  call(7, 'second');
  call(7, 'second');
  expect(heard).toEqual(['first', 'second']);
});

test('tells what was prepared between the answer and the first call', async () => {
  browser.replies = [hello(null), hello('between')];
  follow();
  await settled();
  expect(heard).toEqual(['between']);
});

test('asks again when the page comes back from the cache and the answer was lost there', async () => {
  browser.replies = [never];
  follow();
  await settled();
  browser.replies = [hello('after')];
  show(false);
  await settled();
  expect(heard).toEqual([]);
  show(true);
  await settled();
  call(7, 'next');
  expect(heard).toEqual(['after', 'next']);
});

test('is silent once its signal has aborted', async () => {
  browser.replies = [hello(null), hello(null)];
  follow();
  await settled();
  controller.abort();
  browser.replies = [hello('late')];
  show(true);
  call(7, 'late');
  await settled();
  expect(heard).toEqual([]);
  expect(browser.listeners.size).toBe(0);
});
