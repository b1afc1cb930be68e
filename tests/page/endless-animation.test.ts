// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { hasEndlessAnimation } from '#page/endless-animation.ts';
import { withBody } from './fixture.ts';

type State = { playState: AnimationPlayState; effect: { getTiming: () => { iterations: number } } | null };
/** The test's document knows of no animations. */
const running = (states: readonly State[]): void => {
  Object.defineProperty(document, 'getAnimations', { value: () => states, configurable: true });
};
const turning = (iterations: number, playState: AnimationPlayState = 'running'): State => ({
  playState,
  effect: { getTiming: () => ({ iterations }) },
});
afterEach(() => running([]));

test.each<[string, string, State[], boolean]>([
  ['nothing moves', '<p>words</p>', [], false],
  ['a sheet’s animation that ends', '<p>words</p>', [turning(3)], false],
  ['one that never ends', '<p>words</p>', [turning(1), turning(Infinity)], true],
  ['one that never ends but stands', '<p>words</p>', [turning(Infinity, 'paused')], false],
  ['one of nothing', '<p>words</p>', [{ playState: 'running', effect: null }], false],
  [
    'a picture that turns for ever',
    '<svg><path d="M0 0h9"><animateTransform attributeName="transform" type="rotate" repeatCount="indefinite"/></path></svg>',
    [],
    true,
  ],
  [
    'a picture that turns once',
    '<svg><path d="M0 0h9"><animateTransform attributeName="transform" type="rotate" repeatCount="1"/></path></svg>',
    [],
    false,
  ],
])('%s', (_, html, states, expected) => {
  withBody(html);
  running(states);
  expect(hasEndlessAnimation(document)).toBe(expected);
});
