// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPage } from '#page/navigation.ts';
import { withBody } from './fixture.ts';

let end: AbortController;
let changes: string[];

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  changes = [];
  withBody('<main><p id="p">A paragraph of the story.</p><p id="clock">10:44</p></main>');
  watchPage(document, end.signal, (change) => changes.push(change));
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Lets observers, which report as microtasks, and timers do their work. */
const pass = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(1);
  await vi.advanceTimersByTimeAsync(ms);
};
const late = (text = 'A paragraph that came late.'): HTMLElement => {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
};

test('late text is noticed within half a second, once', async () => {
  document.body.append(late());
  document.body.append(late());
  await pass(500);
  expect(changes).toEqual(['content']);
});

test.each<[string, () => void]>([
  ['a clock', () => document.querySelector('#clock')?.firstChild?.replaceWith('10:45')],
  ['our own element', () => document.documentElement.append(late('our host element'))],
  [
    'a script',
    () =>
      document.body.append(
        Object.assign(document.createElement('script'), { textContent: '/* a long comment */' }),
      ),
  ],
  ['a class', () => (document.body.className = 'scrolled')],
  ['an empty box', () => document.body.append(document.createElement('div'))],
])('%s is no change', async (_, act) => {
  act();
  await pass(3000);
  expect(changes).toEqual([]);
  [...document.documentElement.children].slice(2).forEach((element) => element.remove());
});

test('what is opened is a change', async () => {
  document.querySelector('main')?.setAttribute('aria-expanded', 'true');
  await pass(500);
  expect(changes).toEqual(['content']);
});

test('a page that never rests is read less and less often', async () => {
  for (let i = 0; i < 600; i++) {
    document.querySelector('main')?.append(late(`One more paragraph, number ${i}.`));
    await pass(100);
  }
  expect(changes.length).toBeLessThan(12);
  expect(changes.length).toBeGreaterThan(2);
});

test('nothing after the end', async () => {
  end.abort();
  document.body.append(late());
  await pass(5000);
  expect(changes).toEqual([]);
});
