// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { focusWhenPossible } from '#ui/focus-when-possible.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A button that takes the focus from the given try on. */
function button(from: number) {
  document.body.innerHTML = '<button></button><input />';
  const control = document.querySelector('button');
  if (control === null) throw new Error('no button');
  const focus = control.focus.bind(control);
  const tries = vi.spyOn(control, 'focus').mockImplementation(() => {
    if (tries.mock.calls.length >= from) focus();
  });
  return { control, tries };
}

it('tries until the control has the focus, and then leaves it to the reader', () => {
  const { control, tries } = button(4);
  focusWhenPossible(control);
  expect(document.activeElement).toBe(document.body);
  vi.advanceTimersByTime(1_000);
  expect(document.activeElement).toBe(control);
  control.blur();
  vi.advanceTimersByTime(1_000);
  expect(tries).toHaveBeenCalledTimes(4);
});

it('takes the focus from nothing that has it meanwhile, and gives up', () => {
  const { control, tries } = button(4);
  focusWhenPossible(control);
  document.querySelector('input')?.focus();
  vi.advanceTimersByTime(1_000);
  expect(document.activeElement?.localName).toBe('input');
  const never = button(1_000);
  focusWhenPossible(never.control);
  vi.advanceTimersByTime(5_000);
  expect(never.tries.mock.calls.length).toBeLessThan(40);
  expect(tries.mock.calls.length).toBeLessThan(4);
});

it('ends when it is told to', () => {
  const { control, tries } = button(1_000);
  focusWhenPossible(control)();
  vi.advanceTimersByTime(1_000);
  expect(tries).toHaveBeenCalledTimes(1);
});
