/** What the reader has said of a name of an article, for every later visit and wherever that name stands in it. */
export interface Decision {
  /** The article's address. */
  readonly source: string;
  /**
   * `not-a-person`: `about` names nobody. `same-person`: `about` is another name of `value`. `speaker`: what `about` (a person, or
   * the article's words for who speaks) is said to say, `value` says. `not-a-quotation` is no longer written: a record says it.
   */
  readonly kind: 'not-a-person' | 'same-person' | 'not-a-quotation' | 'speaker';
  /** The name, or the words. */
  readonly about: string;
  /** The other name or the speaker; null where none is needed. */
  readonly value: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A short text that changes whenever an article's decisions do: tells whether a page has been read by the present ones. */
export function decisionsStamp(decisions: readonly Decision[]): string {
  const latest = decisions.reduce((last, { at }) => (at > last ? at : last), '');
  return `${decisions.length} ${latest}`;
}
