import { type ReadonlySignal, signal } from '@preact/signals';

/** What is tried for the reader and may fail. */
export interface Attempts {
  /** What went wrong in the last attempt, or null. */
  readonly trouble: ReadonlySignal<unknown>;
  /** Answers whether it went well; what went wrong is told. Never rejects. */
  readonly attempt: (action: () => Promise<unknown>) => Promise<boolean>;
}

export function createAttempts(): Attempts {
  const trouble = signal<unknown>(null);
  return {
    trouble,
    async attempt(action) {
      trouble.value = null;
      try {
        await action();
        return true;
      } catch (error) {
        trouble.value = error;
        return false;
      }
    },
  };
}
