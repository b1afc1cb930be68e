// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Attention, createAttention } from '#page/attention.ts';

let told: boolean[];
let busy: boolean;
let attention: Attention;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  busy = false;
  attention = createAttention(
    () => busy,
    (isThere) => told.push(isThere),
  );
  attention.also(document);
});
afterEach(() => {
  attention.end();
  vi.useRealTimers();
});

const send = (type: string, isTrusted: boolean, target: EventTarget = document): void => {
  const event = new Event(type, { bubbles: type !== 'focus' });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
};

test('nobody is there a minute after the last sign, and somebody is at the next', () => {
  vi.advanceTimersByTime(50_000);
  send('pointermove', true);
  vi.advanceTimersByTime(59_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(2_000);
  expect(told).toEqual([false]);
  vi.advanceTimersByTime(100_000);
  send('keydown', true);
  expect(told).toEqual([false, true]);
  vi.advanceTimersByTime(61_000);
  expect(told).toEqual([false, true, false]);
});

test.each([
  'pointermove',
  'pointerdown',
  'wheel',
  'keydown',
  'focus',
  'scroll',
  'visibilitychange',
  'beforeprint',
])('%s is a sign of somebody, unless a script made it up', (type) => {
  const target = type === 'focus' || type === 'beforeprint' ? window : document;
  vi.advanceTimersByTime(61_000);
  send(type, false, target);
  expect(told).toEqual([false]);
  send(type, true, target);
  expect(told).toEqual([false, true]);
});

test('a part of the page that its script scrolls is no sign', () => {
  vi.advanceTimersByTime(61_000);
  const part = document.body.appendChild(document.createElement('div'));
  const event = new Event('scroll');
  Object.defineProperty(event, 'isTrusted', { value: true });
  part.dispatchEvent(event);
  part.remove();
  expect(told).toEqual([false]);
});

test('who is at work in a surface of ours is there, and for a minute after saying so', () => {
  busy = true;
  vi.advanceTimersByTime(200_000);
  busy = false;
  attention.note();
  vi.advanceTimersByTime(59_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(2_000);
  expect(told).toEqual([false]);
  attention.note();
  expect(told).toEqual([false, true]);
});

test('after its end nothing is told', () => {
  attention.end();
  vi.advanceTimersByTime(200_000);
  send('pointermove', true);
  attention.note();
  expect(told).toEqual([]);
});
