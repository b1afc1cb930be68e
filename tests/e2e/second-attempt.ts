import { beforeEach } from 'vitest';

/**
 * Has a step that is tried once more begin as it did the first time. Within a `describe`: `restore` runs before a second attempt, and
 * never before a first one. It puts away what an attempt that ended anywhere may have left: an open popover, a kept passage, a choice.
 */
export function beforeSecondAttempt(restore: () => Promise<unknown>): void {
  beforeEach(async ({ task }) => {
    if ((task.result?.retryCount ?? 0) > 0) await restore();
  });
}
