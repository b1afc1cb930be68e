import type { SyncProblem } from './sync-problem.ts';

/** What does not go away by itself: the reader has to decide, or to change something. */
const WAITING = new Set<SyncProblem>([
  'too-much',
  'wiped',
  'other-notebook',
  'no-access',
  'refused',
  'wrong-passphrase',
  'server-full',
  'no-database',
  'not-a-notebook',
  'newer-notebook',
]);

/** Whether sync waits for the reader. All else is tried again, and mostly passes. */
export function needsReader(problem: SyncProblem): boolean {
  return WAITING.has(problem);
}

/** Whether a run that failed with it is tried again unasked: what only the reader can mend is not, but for a server that others may make room on. */
export function isTriedAgain(problem: SyncProblem): boolean {
  return !needsReader(problem) || problem === 'server-full';
}
