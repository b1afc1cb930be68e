// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hearEscape } from '#popover/escape-keys.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** `follow`: the popover has come up; a number: so many ms pass; else an event of the window, of Escape unless it says another key. */
type Step = 'follow' | 'unfollow' | 'keydown' | 'keyup' | 'blur' | 'letter' | number;

const cases: readonly (readonly [string, readonly Step[], number])[] = [
  ['pressed and let go', ['follow', 'keydown', 'keyup'], 1],
  ['not while it is down', ['follow', 'keydown', 100], 0],
  ['let go elsewhere', ['follow', 'keydown', 500, 'keyup'], 1],
  ['pressed elsewhere', ['follow', 'keyup', 500], 0],
  ['followed by another key', ['follow', 'keydown', 'letter', 'keyup', 500], 0],
  ['before the popover has come up', ['keydown', 'keyup', 'follow'], 1],
  ['down before, up after', ['keydown', 'follow', 'keyup'], 1],
  ['before it has come up, once', ['keydown', 'keyup', 'follow', 'unfollow', 'follow'], 1],
  ['before the reader went elsewhere', ['keydown', 'keyup', 'blur', 'follow'], 0],
  ['down when another comes up in its place', ['follow', 'keydown', 'unfollow', 'follow', 500], 0],
  ['after it has gone, for the next', ['follow', 'unfollow', 'keydown', 'keyup', 'follow'], 1],
];

it.each(cases)('Escape %s', (_what, steps, times) => {
  const view = document.createElement('div');
  const keys = hearEscape(view as unknown as Window);
  const close = vi.fn();
  let unfollow = (): void => {};
  for (const step of steps)
    if (typeof step === 'number') vi.advanceTimersByTime(step);
    else if (step === 'follow') unfollow = keys.follow(close);
    else if (step === 'unfollow') unfollow();
    else if (step === 'blur') view.dispatchEvent(new Event('blur'));
    else if (step === 'letter') view.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    else view.dispatchEvent(new KeyboardEvent(step, { key: 'Escape' }));
  expect(close).toHaveBeenCalledTimes(times);
});
