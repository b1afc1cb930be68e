/** A request as the browser itself tells of it. */
export interface WitnessedRequest {
  readonly address: string;
  /** Whose it is: an extension's (its scripts in pages included), a page's, or the browser's own. */
  readonly by: 'extension' | 'page' | 'browser';
}

/** A second witness beside the proxy, which sees who asks but cannot see what goes round it. */
export interface Witness {
  /** What it has seen up to the end of the browser, which it may bring about. */
  readonly seen: () => Promise<readonly WitnessedRequest[]>;
}
