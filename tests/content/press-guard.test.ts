// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createPressGuard } from '#content/press-guard.ts';

const stamped = (event: Event, timeStamp: number): Event =>
  Object.defineProperty(event, 'timeStamp', { value: timeStamp });
const press = (at: number): Event => stamped(new Event('pointerdown'), at);
const click = (at: number, detail: number): Event => stamped(new MouseEvent('click', { detail }), at);

/** [what it shows, when the toolbar came, the events on it, whether the last one, a click, is meant] */
const cases: readonly (readonly [string, number, readonly Event[], boolean])[] = [
  ['the second press of a double click', 1_000, [press(1_050), click(1_120, 2)], false],
  ['a tap that was under way', 1_000, [press(1_010), click(1_060, 1)], false],
  ['a press that is held until later', 1_000, [press(1_390), click(2_500, 1)], false],
  ['a press just after', 1_000, [press(1_400), click(1_420, 1)], true],
  ['a press long after', 1_000, [press(9_000), click(9_080, 1)], true],
  [
    'a second press, after one that was too soon',
    1_000,
    [press(1_100), click(1_150, 1), press(1_500), click(1_560, 1)],
    true,
  ],
  ['a key at once', 1_000, [click(1_020, 0)], true],
  ['a key after a press that was too soon', 1_000, [press(1_100), click(1_150, 1), click(1_300, 0)], true],
];

it.each(cases)('%s', (_what, shownAt, events, meant) => {
  const guard = createPressGuard(() => shownAt);
  guard.shown();
  expect(events.map((event) => guard.isMeant(event)).at(-1)).toBe(meant);
});

it('starts anew each time the toolbar comes', () => {
  let now = 1_000;
  const guard = createPressGuard(() => now);
  guard.shown();
  now = 5_000;
  guard.shown();
  expect([press(5_100), click(5_150, 1)].map((event) => guard.isMeant(event))).toEqual([false, false]);
});
