import type { Annotation } from '#core/annotation.ts';
import type { Decision } from '#core/decision.ts';
import type { Person, Quotation } from '#core/detect/types.ts';
import type { ForbiddenPage } from '#core/forbidden-page.ts';

/** A quotation of the page with its words. */
export type QuotationOnPage = Quotation & { readonly exact: string };

/** How a saved passage was found on the page as it is now. */
export type FoundAs = 'exact' | 'changed' | 'not-found';

/** What was found on a page, and what the reader keeps of it. */
export interface ArticleOnPage {
  readonly source: string;
  readonly title: string;
  readonly quotations: readonly QuotationOnPage[];
  readonly people: readonly Person[];
  readonly outcomes: readonly { readonly id: string; readonly outcome: FoundAs }[];
  readonly saved: readonly Annotation[];
  /** What the reader has said of its names, where that is anything. */
  readonly decisions?: readonly Decision[];
}

/** What can be said of a tab: its article, or why there is none and what would help. */
export type ArticleState =
  | { readonly state: 'loading' }
  | { readonly state: 'reading' }
  /** No extension may read it: what it is, and the page whose source it is, if that is what it shows. */
  | { readonly state: 'forbidden'; readonly page: ForbiddenPage; readonly viewed: string | null }
  /** The reader has switched us off on this site. */
  | { readonly state: 'off'; readonly tabId: number }
  /** We cannot even see where the tab is: nothing was granted, and the toolbar icon was not clicked. */
  | { readonly state: 'unseen' }
  | { readonly state: 'not-enabled' | 'withheld'; readonly tabId: number; readonly origin: string | null }
  /** We may run here, but no script of ours answers: the page was open before we were allowed or updated. */
  | { readonly state: 'silent'; readonly tabId: number; readonly updated: boolean }
  | { readonly state: 'not-article' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'article'; readonly tabId: number; readonly article: ArticleOnPage };
