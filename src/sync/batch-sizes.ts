/** Rows of the list of changes that are read at a time. */
export const PAGE = 1_000;

/** Documents that are joined in one transaction: the reader's own saving waits no longer than for these. */
export const TOGETHER = 100;

/** A server with more pages of changes than this is none of a reader's: one that always has another would be asked for ever. */
export const MOST_PAGES = 5_000;
