import type { ChangeAction } from '#core/change-action.ts';
import type { SpeakerShare } from '#core/article-summary.ts';
import type { Decision } from '#core/decision.ts';

/** One change that can be undone. */
export interface ChangeRecord {
  /** Rises with every change; given by the database. */
  readonly number?: number;
  readonly action: ChangeAction;
  /** The id of the record that it was about; null when it was about several. */
  readonly about: string | null;
  /** How many records it changed. */
  readonly count: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly undone: boolean;
}

/** The stores of which every change is remembered. */
export type LoggedStore =
  | 'annotations'
  | 'trash'
  | 'people'
  | 'appearances'
  | 'decisions'
  /** Only where a file has brought it in: what a visit says of an article is no deed of the reader's. */
  | 'articles'
  | 'versions';

/** What a change did to one record; null: there was none, or is none any more. */
export interface ChangeItem {
  readonly change: number;
  readonly item: number;
  readonly store: LoggedStore;
  readonly key: string | readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** What the reader has said about an article's names, for every later visit. */
export type DecisionRecord = Decision;

/** How a kept passage stood on the page at one visit when that was not as before. */
export interface VersionRecord {
  /** The annotation's id. */
  readonly annotation: string;
  /** ISO 8601, UTC. */
  readonly seen: string;
  readonly outcome: 'exact' | 'changed' | 'not-found';
  /** The page's words; null when they were not found. */
  readonly exact: string | null;
}

/** What was detected in a kept article when it was last seen. */
export interface ArticleDetails {
  /** The article's address. */
  readonly source: string;
  /** ISO 8601, UTC. */
  readonly seen: string;
  readonly speakers: readonly SpeakerShare[];
}

/** One setting; its value is JSON. */
export interface Setting {
  readonly key: string;
  readonly value: unknown;
}
