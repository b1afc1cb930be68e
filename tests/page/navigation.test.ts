// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type PageWatcher, watchPage } from '#page/navigation.ts';
import { withBody } from './fixture.ts';

let end: AbortController;
let changes: string[];
let watcher: PageWatcher;
let cost: number;
let appeared: boolean;
let restless: boolean[];

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  changes = [];
  cost = 0;
  appeared = false;
  restless = [];
  withBody('<main><p id="p">A paragraph of the story.</p><p id="clock">10:44</p></main>');
  watcher = watchPage(
    document,
    {
      onChange: async (change) => {
        changes.push(change);
        await new Promise((resolve) => setTimeout(resolve, cost));
      },
      hasAppeared: () => appeared,
      onFrames: () => {},
      onRestless: (isRestless) => restless.push(isRestless),
    },
    end.signal,
  );
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

test.each([1, 10, 100])(
  'a page that never rests is read for about a hundredth of the time, at %i ms a reading',
  async (ms) => {
    cost = ms;
    for (let i = 0; i < 600; i++) {
      document.querySelector('main')?.append(late(`One more paragraph, number ${i}.`));
      await pass(100);
    }
    expect(changes.length).toBeGreaterThanOrEqual(3);
    expect(changes.length * ms).toBeLessThan(0.015 * 60_600 + 2 * ms);
  },
);

test('a ticker does not delay what is read for a change elsewhere', async () => {
  cost = 100;
  const ticker = document.querySelector('#clock');
  for (let i = 0; i < 300; i++) {
    ticker?.replaceChildren(`The news of this very moment, number ${i}.`);
    await pass(20);
  }
  changes = [];
  document.querySelector('main')?.append(late());
  for (let i = 0; i < 10; i++) {
    ticker?.replaceChildren(`The news of that very moment, number ${i}.`);
    await pass(20);
  }
  expect(changes).toEqual(['content']);
});

test.each(['ticker', 'one of many'])(
  'what blinks beside a ticker has the page read no more often: %s',
  async (which) => {
    cost = 10;
    const ticker = document.querySelector('#clock');
    const many = Array.from({ length: 40 }, () => document.body.appendChild(document.createElement('i')));
    for (let i = 0; i < 1_000; i++) {
      const blinking = which === 'ticker' ? ticker : many[i % many.length];
      if (i % 2) blinking?.setAttribute('class', `blink-${i}`);
      else ticker?.replaceChildren(`The news of this very moment, number ${i}.`);
      await pass(9);
    }
    expect(changes.length).toBeGreaterThan(1);
    // A hundredth of ten seconds, and what a busy page may use up at once.
    expect(changes.length * cost).toBeLessThan(160);
    for (const element of many) element.remove();
  },
);

test('text that comes every few seconds is read at once every time', async () => {
  cost = 80;
  for (let i = 1; i <= 20; i++) {
    document.querySelector('main')?.prepend(late(`News number ${i} of this live blog.`));
    await pass(500);
    expect(changes).toHaveLength(i);
    await pass(9_500);
  }
});

test('tells when a page begins to change all the time, and when it has come to rest', async () => {
  for (let i = 0; i < 100; i++) {
    document.querySelector('#clock')?.replaceChildren(String(i));
    await pass(10);
  }
  expect(restless).toEqual([true]);
  await pass(5_000);
  expect(restless).toEqual([true, false]);
});

test('a page that changes attributes only is as restless, and stays so', async () => {
  for (let i = 0; i < 1_000; i++) {
    document.body.className = `turn-${i}`;
    await pass(9);
  }
  expect(restless).toEqual([true]);
  await pass(5_000);
  expect(restless).toEqual([true, false]);
});

test('on a restless page attributes are looked at now and then, and what is shown meanwhile is noticed in time', async () => {
  const batches = vi.spyOn(MutationObserver.prototype, 'disconnect');
  for (let i = 0; i < 200; i++) {
    document.body.className = `turn-${i}`;
    await pass(9);
  }
  const before = batches.mock.calls.length;
  // Its last change, while nobody looks: no later one tells of it.
  document.body.className = 'revealed';
  appeared = true;
  await pass(500);
  expect(changes).toContain('content');
  expect(before).toBeGreaterThan(2);
  batches.mockRestore();
});

test('a class that shows hidden text is a change, any other is none', async () => {
  document.body.className = 'scrolled';
  await pass(500);
  expect(changes).toEqual([]);
  appeared = true;
  document.body.className = 'revealed';
  await pass(500);
  expect(changes).toEqual(['content']);
});

test('text in an open shadow root is watched, also in one that is attached late', async () => {
  const element = document.body.appendChild(document.createElement('live-post'));
  await pass(500);
  changes = [];
  watcher.wasRead();
  const root = element.attachShadow({ mode: 'open' });
  root.append(late());
  await pass(500);
  expect(changes).toEqual(['content']);
  watcher.wasRead();
  root.append(late('A second paragraph.'));
  await pass(500);
  expect(changes).toEqual(['content', 'content']);
});

test('coming back from the back/forward cache is told, an ordinary show is not', async () => {
  const show = (persisted: boolean): boolean =>
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  show(false);
  await pass(10);
  expect(changes).toEqual([]);
  show(true);
  await pass(10);
  expect(changes).toEqual(['return']);
});

test('nothing after the end', async () => {
  end.abort();
  document.body.append(late());
  await pass(5000);
  expect(changes).toEqual([]);
});
