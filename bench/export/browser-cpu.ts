import { readdirSync, readFileSync } from 'node:fs';

/** A kernel's tick, in s: the unit of the times in /proc. */
const TICK = 0.01;

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly seconds: number;
}

/**
 * The processor time, in s, that a browser's processes have taken so far: unlike the time on the clock it says the same on a busy
 * machine. Null where there is no /proc.
 */
export function browserCpu(browser: number): number | null {
  const processes = running();
  if (processes === null) return null;
  const own = new Set([browser]);
  // Children have later ids than their parents, but for a counter that has begun anew: a few rounds find them all.
  for (let round = 0; round < 4; round++) {
    for (const { id, parent } of processes) if (own.has(parent)) own.add(id);
  }
  return processes.filter(({ id }) => own.has(id)).reduce((sum, { seconds }) => sum + seconds, 0);
}

function running(): readonly Process[] | null {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const process = readProcess(Number(name));
        return process === null ? [] : [process];
      });
  } catch {
    return null;
  }
}

function readProcess(id: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name stands in brackets and may hold anything; the third field follows it (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    return { id, parent: parent ?? 0, seconds: ((user ?? 0) + (system ?? 0)) * TICK };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
