/**
 * Work that can be put down and taken up again: each `next()` does a little of it, a millisecond or so, and the last
 * one returns the result. The caller decides when to go on.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Does all of the work in one go. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
