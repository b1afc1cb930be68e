import type { CitationStyle } from './citation-engine.ts';

/** How a passage is copied: its words and where they stand in one line, or with a reference in one of the styles. */
export type CitationChoice = 'plain' | CitationStyle;

/** In the order in which they are offered. What each needs is loaded only when it is used. */
export const citationChoices: readonly CitationChoice[] = ['plain', 'apa', 'mla', 'chicago', 'harvard'];
