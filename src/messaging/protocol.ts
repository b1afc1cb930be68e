import type { StorageErrorCode } from '#core/storage-error-code.ts';
import type { Annotation, ArticleFacts, ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import type { SavedPassage } from '#core/saved-passage.ts';
import type { Block, Detection, Person, Quotation } from '#core/detect/types.ts';
import type { Selector } from '#core/anchor/selector.ts';
import type { ExportPlan, LedgerPlan, PlanPlace } from '#core/export/export-plan.ts';
import type { ExportedPart } from './export-protocol.ts';
import type { PersonCount } from '#core/person-count.ts';
import type { Decision, LibraryRequests, Selection } from './library-protocol.ts';
import type { SyncRequests } from './sync-protocol.ts';

/** What the content script knows about its article. */
export interface ArticleAbout extends ArticleFacts {
  /**
   * Where the page is now. The browser tells the background only where the page was loaded, which is not the same after single-page
   * navigation; this is believed as far as it is of the same origin, which a page cannot leave without being loaded anew.
   */
  readonly address: string;
  /** The page's own `rel=canonical`, to be believed only within the rules of core/url.ts. */
  readonly canonical: string | null;
}

/** An article as the content script read it. */
export interface ArticleReading {
  readonly about: ArticleAbout;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** What the background makes of an article. */
export interface ArticleView {
  readonly source: string;
  /** With the reader's decisions on it. */
  readonly detection: Detection;
  readonly saved: readonly SavedPassage[];
  /** Tells by which decisions: see `article.decided`. */
  readonly decided: string;
}

/** A passage of the page as it stands now, with the selectors that find it again. */
export interface Passage {
  readonly exact: string;
  readonly selector: readonly Selector[];
  /** Where it stands in the page's text now. */
  readonly start: number;
  /** Some of the page's text around it, by which its ends can be moved. */
  readonly before: string;
  readonly after: string;
}

/** One thing that a person says in this article. */
export interface Saying {
  readonly exact: string;
  /** Where it begins in the article's text. */
  readonly start: number;
}

/**
 * Why a popover opens: to show what is there, to keep it at once, to write a note, or to say whose words they are.
 */
export type Intent = 'show' | 'keep' | 'note' | 'speaker';

/** Which of the page's quotations one is, in the order of the text, from 1 up. */
export interface Rank {
  readonly number: number;
  readonly count: number;
}

interface QuotationSubject {
  readonly type: 'quotation';
  /** The id of what is kept of it. */
  readonly annotation: string | null;
  /** `changed`: the saved words and the page's words differ. */
  readonly outcome: 'exact' | 'changed';
  readonly passage: Passage;
  readonly found: QuotationRecord | null;
  readonly people: readonly string[];
  readonly roles: readonly (readonly string[])[];
  readonly others: number;
  readonly intent: Intent;
  /** Null for selected words that are no mark. */
  readonly rank: Rank | null;
}

interface PersonSubject {
  readonly type: 'person';
  readonly person: Person;
  readonly sayings: readonly Saying[];
  /** The names of the others of this article. */
  readonly others: readonly string[];
}

/**
 * What a popover is to show. In a quotation's subject, `found` is what the detector says of the passage (its status is `detected`),
 * null for a saved passage in which nothing is detected; `annotation` is the id of the saved record, if there is one;
 * `people` are the names of this article, for a correction of the speaker, and `roles` what the article says each of them is; `others`
 * is in how many other quotations here the same is found to speak.
 */
export type Subject = QuotationSubject | PersonSubject;

/** What the background adds to a subject, of either kind. */
interface InArticle {
  readonly article: ArticleRecord;
  readonly decisions: readonly Decision[];
}

interface QuotationView extends Omit<QuotationSubject, 'annotation'>, InArticle {
  readonly annotation: Annotation | null;
  /** Whom the reader has already chosen as the speaker, in the context menu; null or missing when nobody. */
  readonly speaker?: string | null;
}

interface PersonView extends PersonSubject, InArticle {
  /** Who it is in the library, and what is kept of him or her; null when nothing is. */
  readonly known: PersonCount | null;
}

/** What the popover gets for its id: the subject with its article and, where there is one, the saved record itself. */
export type SubjectView = QuotationView | PersonView;

/** How a saved passage was found on the page as it is now. */
export type Outcome = 'exact' | 'changed' | 'not-found';

/** What a content script tells a surface about its page. */
export type PageState =
  | { readonly state: 'not-article' }
  /** The reader does not want us on this site. */
  | { readonly state: 'off' }
  /** The article is being read; ask again in a moment. */
  | { readonly state: 'reading' }
  /** The background could not be asked, or refused. */
  | { readonly state: 'failed' }
  | {
      readonly state: 'article';
      readonly source: string;
      readonly title: string;
      readonly quotations: readonly (Quotation & { readonly exact: string })[];
      readonly people: readonly Person[];
      readonly outcomes: readonly { readonly id: string; readonly outcome: Outcome }[];
    };

/** A place on the page to scroll to and flash. */
export type Place =
  | { readonly type: 'annotation'; readonly id: string }
  /** Where a saved passage that was not found may have stood. */
  | { readonly type: 'possible'; readonly id: string }
  | { readonly type: 'quotation'; readonly start: number }
  | { readonly type: 'mention'; readonly start: number };

export interface SearchHit {
  readonly annotation: Annotation;
  readonly article: ArticleRecord;
}

/** To the background, from a content script (`content`) or from a page of ours (`ui`): one line a message. */
export interface Requests extends LibraryRequests, SyncRequests {
  /** content: an article was opened; detect, and give what is saved for it. */
  'article.open': (reading: ArticleReading) => ArticleView;
  /** content: what is saved for this article now. */
  'article.saved': (input: { address: string; canonical: string | null }) => readonly SavedPassage[];
  /** content: a short text that changes whenever the reader's decisions on this article's names do: then it wants to be opened anew. */
  'article.decided': (input: { address: string; canonical: string | null }) => string;
  /**
   * content: a page's script has begun. What this tab's popover showed is forgotten, and only the frame that knows this secret, which
   * the script has given it, may ask what to show from now on: a page that has got hold of our frame's address learns nothing with it.
   */
  'page.started': (input: { secret: string }) => null;
  /** content: a popover will show this; answers its one-time id, and whether the frame has said that it is there. */
  'popover.prepare': (input: { about: ArticleAbout; subject: Subject }) => { id: string; isThere: boolean };
  /** content: the popover was closed: forget what it showed. */
  'popover.forget': (input: null) => null;
  /** content: the popover's frame could not be shown (the page forbids it): open the popup instead. */
  'popover.unshown': (input: null) => null;
  /** ui: a popover's frame has loaded: its tab, and the id of what it is to show, if anything yet. */
  'popover.hello': (input: { secret: string }) => { tabId: number; id: string | null };
  /** ui: what a popover with this id is to show. */
  'popover.subject': (input: { id: string }) => SubjectView;
  /** ui: the popover's content is this high, in CSS px. */
  'popover.resize': (input: { id: string; height: number }) => null;
  /** ui: scroll the page under the popover to a place and flash it. */
  'popover.reveal': (input: { id: string; place: Place }) => null;
  /**
   * ui: the quotation under the popover begins and ends here in the page's text: its mark follows. Answers the passage, or null when it
   * does not stand there.
   */
  'popover.setEnds': (input: { id: string; start: number; end: number }) => Passage | null;
  /** content: the reader has dragged an end of the open mark: these are its ends in the page's text. */
  'popover.dragged': (input: { start: number; end: number }) => null;
  /** ui, of a popup: what the page in a tab has just wanted to show in its popover but could not, as its subject's id, once; null: nothing. */
  'popover.unshownOf': (input: { tabId: number }) => string | null;
  /** ui: the popover has lost the focus to something of its page, or of another window. */
  'popover.left': (input: { id: string }) => null;
  /** ui: close the popover and give the focus back to the page. */
  'popover.close': (input: { id: string }) => null;
  /**
   * ui: save a record and its article; answered when the transaction has completed. `base` is the `modified` of the record that was
   * edited (null for a new one): when another surface has saved since, both notes are kept, and the answer is the record as it now stands.
   */
  'annotations.put': (input: {
    annotation: Annotation;
    article: ArticleRecord;
    base: string | null;
  }) => Annotation;
  /** ui: move a record to the trash. */
  'annotations.delete': (input: { id: string }) => null;
  /** ui: bring a record back from the trash. */
  'annotations.restore': (input: { id: string }) => Annotation;
  /** ui: one record, or null. */
  'annotations.get': (input: { id: string }) => Annotation | null;
  /** ui: the records of one article, in the order of their position; with `also`, those with these ids besides. */
  'annotations.ofArticle': (input: { source: string; also?: readonly string[] }) => readonly Annotation[];
  /** ui: records whose words, notes, tags, speakers or titles hold every word of the query; newest first. */
  'annotations.search': (input: { query: string; limit: number }) => readonly SearchHit[];
  /** ui: what is known of an article, or null. */
  'articles.get': (input: { source: string }) => ArticleRecord | null;
  /** ui: what is detected in a text, of the welcome page's for one. */
  'detection.of': (input: { text: string; language: string }) => Detection;
  /** ui: codes of the languages that are read. */
  'detection.languages': (input: null) => readonly string[];
  /** ui: what an export of a selection, or of everything (null), is made of, in parts. All parts of one export name the same `plan`. */
  'export.plan': (input: { selection: Selection | null; plan?: string; after?: PlanPlace }) => ExportPlan;
  /** ui: a part of it. What belongs to an article comes with each part that holds something of it. */
  'export.records': (input: { ids: readonly string[]; sources: readonly string[] }) => ExportedPart;
  /** The same of the ledger: the ids of what there is, from the one after `after` on. */
  'export.ledgerPlan': (input: { after: string | null }) => LedgerPlan;
  /** These entries of the ledger, as annotations. */
  'export.ledger': (input: { ids: readonly string[] }) => ExportedPart;
}

/** To the content script of one tab, from a page of ours or the background. */
export interface TabRequests {
  /** What this page is, and what was found on it. */
  'page.state': (input: null) => PageState;
  /** Scroll to a place and flash it. Answers whether it stands on the page. */
  'page.reveal': (place: Place) => boolean;
  /** The popover's frame should be this high. */
  'page.resizePopover': (input: { height: number }) => null;
  /** The open mark ends here in the page's text. Answers its passage, or null when no mark is open or nothing stands there. */
  'page.setEnds': (input: { start: number; end: number }) => Passage | null;
  /** Give the focus back to the popover, if it was not the reader who took it away. */
  'page.keepFocus': (input: null) => null;
  /** Close the popover. */
  'page.closePopover': (input: null) => null;
  /** Open the popover for the selected passage. Answers whether there is one. */
  'page.openSelection': (input: { intent: Intent }) => boolean;
  /** Whether marks are shown on this page, and the name of its site. */
  'page.marks': (input: null) => { shown: boolean; site: string };
  /** Show or hide marks, here and on every page of this site, or everywhere, from now on. */
  'page.showMarks': (input: { shown: boolean; scope: 'site' | 'everywhere' }) => null;
  /** Show the marks of this site when they are hidden, else hide them. */
  'page.toggleMarks': (input: null) => null;
  /** Go to the next quotation after the one last opened, or the first in view, and open the popover. False when there is none. */
  'page.openNext': (input: null) => boolean;
  /** Go to the quotation before, in the same way. */
  'page.openPrevious': (input: null) => boolean;
  /** Whether the reader may be typing on the page: a key that was pressed then is none of ours. */
  'page.isTyping': (input: null) => boolean;
  /** What the reader wants detected, or where, has changed: read the page anew. */
  'page.detectAgain': (input: null) => null;
  /** Records of this article have changed: fetch and paint again. */
  'page.refresh': (input: null) => null;
  /** The reader has taken access to this site back: take everything of ours off the page, but for a popover that is open, and say so. */
  'page.end': (input: null) => null;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorCode };

/** What can go wrong, as a code for which `_locales` has a sentence. */
export type ErrorCode = 'bad-message' | 'not-allowed' | StorageErrorCode;
