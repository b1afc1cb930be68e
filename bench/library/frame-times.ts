import type { TraceEvent } from '../page/trace-event.ts';

export const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];

/** The name of the mark that a page sets at the beginning of each frame. */
export const FRAME_MARK = 'on-record-frame';

const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/** The longest of the frames that a page has marked, in ms: from mark to mark, and in time of the CPU on the page's main thread. */
export interface LongestFrame {
  readonly wall: number;
  readonly cpu: number;
  readonly frames: number;
}

/**
 * @param trace as the browser writes it, JSON
 * @throws when nothing was marked
 */
export function longestFrame(trace: string): LongestFrame {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const marks = traceEvents.filter(({ name }) => name === FRAME_MARK).toSorted((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (first === undefined) throw new Error('no frame was marked');
  const tasks = traceEvents
    .filter(
      ({ pid, tid, ph, name }) => pid === first.pid && tid === first.tid && ph === 'X' && TASKS.has(name),
    )
    .toSorted((a, b) => a.ts - b.ts);
  let [at, wall, cpu] = [0, 0, 0];
  for (let i = 1; i < marks.length; i++) {
    const [from, to] = [marks[i - 1]?.ts ?? 0, marks[i]?.ts ?? 0];
    wall = Math.max(wall, to - from);
    // The task that set the mark is the frame's own; it began before the mark.
    while (at < tasks.length && (tasks[at]?.ts ?? 0) + (tasks[at]?.dur ?? 0) < from) at++;
    let [spent, end] = [0, 0];
    for (let k = at; k < tasks.length; k++) {
      const { ts, dur = 0, tdur = dur } = tasks[k] ?? first;
      if (ts + dur >= to) break;
      // A task in a task is counted with the outer one.
      if (ts < end) continue;
      end = ts + dur;
      spent += tdur;
    }
    cpu = Math.max(cpu, spent);
  }
  return { wall: wall / 1000, cpu: cpu / 1000, frames: marks.length - 1 };
}
