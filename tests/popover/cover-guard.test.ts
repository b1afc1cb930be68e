// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCoverGuard, leastSight } from '#popover/cover-guard.ts';

/** A browser that can tell whether we are seen, as the test says. */
let tell: (isVisible: boolean) => void = () => {};
let clock = 0;

class Observer {
  constructor(callback: (entries: readonly unknown[]) => void) {
    tell = (isVisible) => callback([{ isVisible }]);
  }
  observe(): void {}
}

const entry = { prototype: { isVisible: true } };
const chromium = () => Object.assign(Object.create(window), windowParts(entry)) as typeof window;
const firefox = () => Object.assign(Object.create(window), windowParts({ prototype: {} })) as typeof window;
const windowParts = (IntersectionObserverEntry: unknown): object => ({
  IntersectionObserver: Observer,
  IntersectionObserverEntry,
  document,
  addEventListener: window.addEventListener.bind(window),
});

const pointer = (type: string, at: { x: number; y: number; screen?: number }, from: Element | null = null): void => {
  const { x, y, screen = 0 } = at;
  const event = new PointerEvent(type, { clientX: x, clientY: y, screenX: x + screen, screenY: y, relatedTarget: from });
  Object.defineProperty(event, 'pointerType', { value: 'mouse' });
  window.dispatchEvent(event);
}; // prettier-ignore

beforeEach(() => {
  vi.useFakeTimers();
  clock = 1_000;
});
afterEach(() => vi.useRealTimers());

const guardIn = (view: typeof window) => {
  const done: string[] = [];
  const { doSeen, isRefused } = createCoverGuard(view, () => clock);
  return { done, isRefused, press: () => doSeen(() => done.push('done')) };
};

describe('what a reader must have seen', () => {
  it('is done by a press where we have been seen long enough', () => {
    const { press, done } = guardIn(chromium());
    tell(true);
    clock += leastSight;
    pointer('pointerdown', { x: 9, y: 9 }, document.body);
    press();
    expect(done).toEqual(['done']);
  });

  it('is not done by a press while we are covered, and that is told until we are seen', () => {
    const { press, done, isRefused } = guardIn(chromium());
    tell(true);
    tell(false);
    clock += 5_000;
    pointer('pointerdown', { x: 9, y: 9 }, document.body);
    press();
    expect([done, isRefused.value]).toEqual([[], true]);
    tell(true);
    expect([done, isRefused.value]).toEqual([[], false]);
  });

  it('is not done by a press as soon as we are seen: it was meant for what lay over us', () => {
    const { press, done } = guardIn(chromium());
    tell(true);
    clock += leastSight - 1;
    pointer('pointerdown', { x: 9, y: 9 }, document.body);
    press();
    expect(done).toEqual([]);
  });

  it.each([
    { what: 'we came under the pointer', move: () => pointer('pointerover', { x: 9, y: 9 }) },
    {
      what: 'we were moved under a pointer that stands still',
      move: () => {
        pointer('pointermove', { x: 9, y: 9, screen: 30 }, document.body);
        clock += 5_000;
        pointer('pointermove', { x: 19, y: 9, screen: 20 }, document.body);
      },
    },
  ])('is not done by a press as soon as $what, in any browser', ({ move }) => {
    const { press, done } = guardIn(firefox());
    move();
    clock += leastSight - 1;
    pointer('pointerdown', { x: 19, y: 9, screen: 20 }, document.body);
    press();
    expect(done).toEqual([]);
    clock += leastSight;
    pointer('pointerdown', { x: 19, y: 9, screen: 20 }, document.body);
    press();
    expect(done).toEqual(['done']);
  });

  it('is done by a key as soon as we are seen, and not at all when that does not come', () => {
    const { press, done, isRefused } = guardIn(chromium());
    press();
    expect(done).toEqual([]);
    tell(true);
    expect(done).toEqual(['done']);
    tell(false);
    press();
    vi.advanceTimersByTime(5_000);
    tell(true);
    expect(done).toEqual(['done']);
    tell(false);
    press();
    vi.advanceTimersByTime(5_000);
    expect([done, isRefused.value]).toEqual([['done'], true]);
  });
});
