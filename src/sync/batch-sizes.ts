/** Rows of the list of changes that are read at a time. */
export const PAGE = 1_000;

/** Documents that are joined in one transaction: the reader's own saving waits no longer than for these. */
export const TOGETHER = 100;
