// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchSelection } from '#content/watch-selection.ts';

let controller: AbortController;
let told: string[];
beforeEach(() => {
  vi.useFakeTimers();
  controller = new AbortController();
  told = [];
  const events = { onRest: () => told.push('rest'), onGone: () => told.push('gone') };
  watchSelection(document, events, controller.signal);
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
});

/** `change`: the selection moves; a number: so many ms pass; else an event of a pointer. */
type Step = 'change' | number | readonly [kind: string, pointerType: string];
const play = (steps: readonly Step[]): void => {
  for (const step of steps)
    if (typeof step === 'number') vi.advanceTimersByTime(step);
    else if (step === 'change') document.dispatchEvent(new Event('selectionchange'));
    else {
      const [kind, pointerType] = step;
      document.body.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerType }));
    }
};

/** [what it shows, what happens, how often the selection is taken to rest] */
const cases: readonly (readonly [string, readonly Step[], number])[] = [
  [
    'a drag, at its end',
    [['pointerdown', 'mouse'], 'change', 300, 'change', 300, ['pointerup', 'mouse'], 200],
    1,
  ],
  ['a drag that goes on', [['pointerdown', 'mouse'], 'change', 900], 0],
  [
    'a double click, once',
    [
      ['pointerdown', 'mouse'],
      ['pointerup', 'mouse'],
      60,
      ['pointerdown', 'mouse'],
      'change',
      ['pointerup', 'mouse'],
      400,
    ],
    1,
  ],
  ['keys, when they stop', ['change', 100, 'change', 100, 'change', 200], 1],
  // The browser takes the finger over when it selects a word: the page hears of no end.
  ['a long press of a finger', [['pointerdown', 'touch'], 500, ['pointercancel', 'touch'], 'change', 200], 1],
  [
    'a long press that the browser tells of first',
    [['pointerdown', 'touch'], 500, 'change', ['pointercancel', 'touch'], 200],
    1,
  ],
  [
    'a long press of which only the lifting is told',
    [['pointerdown', 'touch'], 500, 'change', 700, ['pointerup', 'touch'], 200],
    1,
  ],
  // Their pointer is the browser's own.
  ['the handles of a selection', ['change', 50, 'change', 50, 'change', 200], 1],
  ['handles that rest and go on', ['change', 200, 'change', 200], 2],
  ['a finger that scrolls', [['pointerdown', 'touch'], 80, ['pointercancel', 'touch'], 100], 0],
];

it.each(cases)('%s', (_what, steps, rests) => {
  play(steps);
  expect(told.filter((word) => word === 'rest')).toHaveLength(rests);
});

it('tells at once that the selection has moved, and nothing after its end', () => {
  play(['change']);
  expect(told).toEqual(['gone']);
  controller.abort();
  play([500, 'change', 500]);
  expect(told).toEqual(['gone']);
});
