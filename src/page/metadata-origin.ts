import type { Origin } from '#core/article-origins.ts';

/** A fact with its origin. */
export interface Stated<T = string> {
  readonly value: T;
  readonly origin: Origin;
}

/** A fact, or null when there is none. */
export const stated = <T>(value: T | null | undefined, origin: Origin): Stated<T> | null =>
  value === null || value === undefined ? null : { value, origin };

/** The first fact that there is. */
export const firstStated = <T>(...facts: readonly (Stated<T> | null)[]): Stated<T> | null =>
  facts.find((fact) => fact !== null) ?? null;
