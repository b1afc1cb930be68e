/**
 * The CPU time of a call, in ms: of this process, whatever else the machine has to do meanwhile. A wall clock would measure that too.
 */
export function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
