/** The keys of what is set through `settings.put`. */

/** `true` when the reader has asked to keep every quotation of the articles that are read. */
export const ledgerKey = 'ledger.enabled';
/** Searches that the reader has named: what `library/saved-searches.ts` reads and writes. */
export const searchesKey = 'library.searches';
/** What the reader calls the mark styles, which are offered and in which order: `messaging/reader-choices.ts`. */
export const markStylesKey = 'marks.styles';
/** How exports and citations are wanted: `messaging/reader-choices.ts`. */
export const exportDefaultsKey = 'export.defaults';
