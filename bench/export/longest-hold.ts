/** An event of Chromium's trace, as far as it is read here; times in µs. `tdur` is time of the CPU. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/** The longest task of a thread, in ms: by the clock, and in time of the CPU. */
export interface Hold {
  readonly wall: number;
  readonly cpu: number;
}

/**
 * The longest tasks of the threads of our process: the page's own, the background's and the writing worker's.
 * @param trace as the browser writes it, JSON
 * @param mark the name of a mark that the page has set (`performance.mark`)
 * @throws when the page is not in the trace
 */
export function longestHolds(
  trace: string,
  mark: string,
): { readonly page: Hold; readonly background: Hold; readonly worker: Hold } {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const own = traceEvents.find(({ name }) => name === mark);
  if (own === undefined) throw new Error(`no mark ${mark} in the trace`);
  const named = (wanted: string): ReadonlySet<number> =>
    new Set(
      traceEvents
        .filter(({ name, pid, args }) => name === 'thread_name' && pid === own.pid && args?.name === wanted)
        .map(({ tid }) => tid),
    );
  const tasks = traceEvents.filter(({ pid, ph, name }) => pid === own.pid && ph === 'X' && TASKS.has(name));
  const longest = (threads: ReadonlySet<number>): Hold =>
    tasks
      .filter(({ tid }) => threads.has(tid))
      .map(({ dur = 0, tdur = dur }) => ({ wall: dur / 1000, cpu: tdur / 1000 }))
      .reduce((most, hold) => ({ wall: Math.max(most.wall, hold.wall), cpu: Math.max(most.cpu, hold.cpu) }), {
        wall: 0,
        cpu: 0,
      });
  const background = named('ServiceWorker thread');
  if (background.size === 0) throw new Error('the background is not in the trace');
  return {
    page: longest(new Set([own.tid])),
    background: longest(background),
    worker: longest(named('DedicatedWorker thread')),
  };
}
