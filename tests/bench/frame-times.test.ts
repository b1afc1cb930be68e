import { expect, it } from 'vitest';
import { FRAME_MARK, longestFrame } from '../../bench/library/frame-times.ts';

const on = (name: string, ts: number, rest: object = {}, tid = 1): object => ({
  name,
  ph: 'X',
  pid: 1,
  tid,
  ts,
  ...rest,
});

it('finds the longest frame, and the most time of the CPU that the page’s own thread spent in one', () => {
  const traceEvents = [
    on(FRAME_MARK, 1_000),
    on('RunTask', 2_000, { dur: 9_000, tdur: 5_000 }),
    // Within the one before.
    on('RunTask', 3_000, { dur: 1_000, tdur: 1_000 }),
    on('RunTask', 2_000, { dur: 40_000, tdur: 40_000 }, 2),
    on(FRAME_MARK, 17_000),
    on('RunTask', 18_000, { dur: 4_000, tdur: 4_000 }),
    on('RunTask', 24_000, { dur: 4_000, tdur: 3_000 }),
    on(FRAME_MARK, 67_000),
  ];
  expect(longestFrame(JSON.stringify({ traceEvents }))).toEqual({ wall: 50, cpu: 7, frames: 2 });
});

it('says so when the page has marked no frame', () => {
  expect(() => longestFrame('{"traceEvents":[]}')).toThrow('no frame was marked');
});
