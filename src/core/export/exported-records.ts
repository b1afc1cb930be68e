import { nullable, object, oneOf, string, type Parser } from '#core/guard.ts';
import { instant } from '#core/guard-time.ts';

/** What the reader says of a name or passage of an article, for every later visit. */
export interface ExportedDecision {
  /** The article's address. */
  readonly source: string;
  readonly kind: 'not-a-person' | 'same-person' | 'not-a-quotation' | 'speaker';
  /** The name, or the passage's words. */
  readonly about: string;
  /** The other name or the speaker; null where none is needed. */
  readonly value: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** How a kept passage stood on the page at a visit when that was not as before. */
export interface ExportedVersion {
  /** The annotation's id. */
  readonly annotation: string;
  /** ISO 8601, UTC. */
  readonly seen: string;
  readonly outcome: 'exact' | 'changed' | 'not-found';
  /** The page's words; null when they were not found. */
  readonly exact: string | null;
}

/** Limits in UTF-16 code units. */
const WORDS = 100_000;

export const decisionParser: Parser<ExportedDecision> = object<ExportedDecision>({
  source: string(8_000),
  kind: oneOf('not-a-person', 'same-person', 'not-a-quotation', 'speaker'),
  about: string(WORDS),
  value: nullable(string(10_000)),
  at: instant,
});

export const versionParser: Parser<ExportedVersion> = object<ExportedVersion>({
  annotation: string(200),
  seen: instant,
  outcome: oneOf('exact', 'changed', 'not-found'),
  exact: nullable(string(WORDS)),
});
