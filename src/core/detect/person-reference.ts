import type { Span } from '#core/text.ts';
import type { NameText } from './name-runs.ts';
import type { KnownPerson } from './person-build.ts';
import type { PlacedMention } from './person-index.ts';

/** What the caller knows of the place of a span. */
export interface ResolveContext {
  /** Full name of the person who spoke last before the span, if known. */
  readonly spokenBefore?: string | null;
  /** Quotations of the document in order: names inside them are poor antecedents. */
  readonly quotations?: readonly Span[];
}

/** A place where a person is meant, with what it counts as an antecedent. */
export interface TrailPlace extends PlacedMention {
  readonly standing: number;
}

/** A span to resolve, with what all the ways of resolving it need. */
export interface Reference {
  readonly text: NameText;
  readonly people: readonly KnownPerson[];
  /** The places of names, in order. */
  readonly placed: readonly PlacedMention[];
  /** The same with the pronouns that were resolved. */
  readonly trail: readonly TrailPlace[];
  /** The number of each sentence, quoted ones not counted. */
  readonly numbers: Int32Array;
  /** Token range of the span. */
  readonly from: number;
  readonly to: number;
  readonly context: ResolveContext;
}
