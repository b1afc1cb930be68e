import type { TraceEvent } from './trace-event.ts';

/** A task on the page's thread in which a script ran; times in ms. */
export interface ScriptTask {
  readonly cpu: number;
  readonly wall: number;
}

/** What is traced. */
export const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'blink.user_timing',
];

const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
const SCRIPTS = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'v8.callFunction', 'v8.run']);

/**
 * The tasks of a page's main thread in which any script ran. On a page whose own scripts are forbidden those are the extension's.
 * @param trace as the browser writes it, JSON
 * @param page the address of the page, or the name of a mark that its script has set (`performance.mark`)
 */
export function scriptTasks(trace: string, page: string): ScriptTask[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const thread = traceEvents.find(
    ({ name, cat, args }) =>
      (name === 'ParseHTML' && args?.beginData?.url === page) ||
      (name === page && cat.includes('blink.user_timing')),
  );
  if (!thread) throw new Error(`no page of ${page} in the trace`);
  const own = traceEvents.filter(
    ({ pid, tid, ph }) => pid === thread.pid && tid === thread.tid && ph === 'X',
  );
  const scripts = own
    .filter(({ name }) => SCRIPTS.has(name))
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b);
  const tasks = own.filter(({ name }) => TASKS.has(name)).toSorted((a, b) => a.ts - b.ts);
  const found: ScriptTask[] = [];
  let at = 0;
  let end = 0;
  for (const { ts, dur = 0, tdur } of tasks) {
    // A task in a task is counted with the outer one.
    if (ts < end) continue;
    end = ts + dur;
    while (at < scripts.length && (scripts[at] ?? 0) < ts) at++;
    if ((scripts[at] ?? Infinity) < end) found.push({ cpu: (tdur ?? dur) / 1000, wall: dur / 1000 });
  }
  return found;
}
