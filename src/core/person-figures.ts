import type { OccasionTable } from './occasions.ts';

/** How often something is there. */
export interface Figure {
  /** Folded, as it is searched. */
  readonly name: string;
  /** As it is written in one of the records. */
  readonly label: string;
  readonly count: number;
}

/** How many of a person's passages fall to each outlet, tag and month, and to outlets in time. Of outlets and tags only those with most. */
export interface PersonFigures {
  readonly outlets: readonly Figure[];
  readonly tags: readonly Figure[];
  /** `2026-03`, the oldest first. */
  readonly months: readonly { readonly name: string; readonly count: number }[];
  readonly table: OccasionTable;
}
