import { type ReadonlySignal, signal } from '@preact/signals';
import { withoutRejection } from '#core/annotation-edit.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { Decision } from '#core/decision.ts';
import { isKept } from '#core/annotation-kept.ts';
import type { ExportScope } from '#ui/export/export-model.ts';
import type { ExportPort } from '#ui/export/run-export.ts';
import { t } from '#ui/text.ts';
import { createSearchModel, type SearchModel } from '#ui/search-model.ts';
import type { Hit } from '#ui/search-results.tsx';
import { createMarksModel, type MarksModel, type MarksPort } from './marks-model.ts';
import type { PlaceOnPage } from './article-view.tsx';
import { createUndoModel, type HistoryPort, type UndoModel } from '#ui/history/undo-model.ts';
import { createNewsModel, type NewsModel, type NewsPort } from './news-model.ts';
import type { TabPort } from './read-tab.ts';
import { createTabModel, type TabModel } from './tab-model.ts';

/** What the popup and the panel can ask for and do. Every function rejects when it fails. */
export interface DeskPort extends Omit<TabPort, 'tab'>, MarksPort, NewsPort {
  readonly takeBack: (decision: Decision) => Promise<unknown>;
  readonly tab: () => Promise<{
    readonly id?: number | undefined;
    readonly url?: string | undefined;
    readonly incognito?: boolean | undefined;
  } | null>;
  readonly search: (query: string) => Promise<readonly Hit[]>;
  /** Answers whether the place stands on the page. */
  readonly reveal: (tabId: number, place: PlaceOnPage) => Promise<boolean>;
  readonly openArticle: (annotation: Annotation) => Promise<void>;
  readonly openPage: (page: 'library' | 'options') => Promise<void>;
  /** Shows the same beside the page; absent where there is no such place, or where one is in it. */
  readonly openPanel?: () => Promise<void>;
  /** The record of the article with this address, or null. */
  readonly articleOf: (source: string) => Promise<ArticleRecord | null>;
  readonly put: (annotation: Annotation, article: ArticleRecord, base: string) => Promise<unknown>;
  /** Where the records of an article, or of everything (null), come from. */
  readonly exported: (source: string | null) => ExportPort;
  readonly grantAlways: (origin: string) => Promise<boolean>;
  readonly grantEverywhere: () => Promise<boolean>;
  readonly reload: (tabId: number) => Promise<void>;
  /** We are wanted again on this site. */
  readonly switchOn: (tabId: number, site: string) => Promise<void>;
  readonly openAddress: (address: string) => Promise<unknown>;
  readonly history: HistoryPort;
}

export interface DeskModel {
  readonly tab: TabModel;
  readonly search: SearchModel<Hit>;
  readonly marks: MarksModel;
  readonly news: NewsModel;
  /** Undo and redo of whatever was changed, on whichever surface. */
  readonly history: UndoModel;
  /** What failed last, or null. */
  readonly trouble: ReadonlySignal<unknown>;
  readonly reveal: (place: PlaceOnPage) => void;
  /** Whether the place that was asked for last stands on the page; null until that is known. */
  readonly revealed: ReadonlySignal<boolean | null>;
  /** Leads to where a lost passage may have stood. Answers whether there is such a place; a failure is shown as one. */
  readonly seek: (id: string) => Promise<boolean>;
  /** It is a quotation after all. */
  readonly accept: (annotation: Annotation) => void;
  /** What the reader has said of a name does not hold any more. */
  readonly takeBack: (decision: Decision) => void;
  readonly openHit: (hit: Hit) => void;
  readonly openPage: (page: 'library' | 'options') => void;
  /** Call it straight in a click's handler. Null where there is no panel to open. */
  readonly openPanel: (() => void) | null;
  /** What can be exported now, the nearest first. */
  readonly exportScopes: () => readonly ExportScope[];
  /** Call it straight in a click's handler. */
  readonly grantAlways: (origin: string, tabId: number) => void;
  /** Call it straight in a click's handler. */
  readonly grantEverywhere: (tabId: number) => void;
  readonly reload: (tabId: number) => void;
  /** Switches us on again on the site of this tab. */
  readonly switchOn: (tabId: number) => void;
  readonly openAddress: (address: string) => void;
  /** Reads again what is shown: a record or the page has changed. */
  readonly refresh: () => void;
}

/** The state of a popup or panel, until the signal aborts. */
export function createDeskModel(port: DeskPort, end: AbortSignal): DeskModel {
  const tab = createTabModel(port, end);
  const { openPanel } = port;
  const search = createSearchModel<Hit>(port.search);
  const trouble = signal<unknown>(null);
  const revealed = signal<boolean | null>(null);
  const marks = createMarksModel(port, (error) => {
    trouble.value = error;
  });

  const news = createNewsModel(port, (error) => {
    trouble.value = error;
  });

  const history = createUndoModel(port.history, (error) => {
    trouble.value = error;
  });

  const attempt = (action: Promise<unknown>): void => {
    trouble.value = null;
    action.catch((error: unknown) => {
      trouble.value = error;
    });
  };
  const grant = async (asking: Promise<boolean>, tabId: number): Promise<void> => {
    if (await asking) tab.start(tabId);
  };
  const accept = async (annotation: Annotation): Promise<void> => {
    const article = await port.articleOf(annotation.target.source);
    if (article === null) throw Object.assign(new Error('no article'), { code: 'not-found' });
    const next = withoutRejection(annotation, new Date().toISOString());
    await port.put(next, article, annotation.modified);
    tab.refresh();
    search.refresh();
  };
  const reveal = (place: PlaceOnPage): void => {
    const state = tab.state.peek();
    if (state.state !== 'article') return;
    // Said anew each time, the same words too.
    revealed.value = null;
    const answer = port.reveal(state.tabId, place);
    attempt(answer.then((stands) => void (revealed.value = stands)));
  };
  const seek = async (id: string): Promise<boolean> => {
    const state = tab.state.peek();
    if (state.state !== 'article') return false;
    const answer = port.reveal(state.tabId, { type: 'possible', id });
    attempt(answer);
    // What failed is said as such, and not that there is no such place.
    return answer.catch(() => true);
  };

  return {
    tab,
    search,
    marks,
    news,
    history,
    trouble,
    reveal,
    revealed,
    seek,
    accept: (annotation) => attempt(history.tell(accept(annotation), t('accepted'))),
    takeBack: (decision) => attempt(history.tell(port.takeBack(decision), t('decisionTaken'))),
    openHit({ annotation, article }) {
      const state = tab.state.peek();
      const here = state.state === 'article' && state.article.source === article.source;
      if (here) reveal({ type: 'annotation', id: annotation.id });
      else attempt(port.openArticle(annotation));
    },
    openPage: (page) => attempt(port.openPage(page)),
    openPanel: openPanel === undefined ? null : () => attempt(openPanel()),
    exportScopes() {
      const everything = { label: t('exportEverything'), title: '', port: port.exported(null) };
      const state = tab.state.value;
      if (state.state !== 'article' || !state.article.saved.some(isKept)) return [everything];
      const { source, title } = state.article;
      return [{ label: t('exportArticle'), title, port: port.exported(source) }, everything];
    },
    grantAlways: (origin, tabId) => attempt(grant(port.grantAlways(origin), tabId)),
    grantEverywhere: (tabId) => attempt(grant(port.grantEverywhere(), tabId)),
    reload: (tabId) => attempt(port.reload(tabId)),
    switchOn: (tabId) =>
      attempt(
        port
          .marks(tabId)
          .then(({ site }) => port.switchOn(tabId, site))
          .then(tab.refresh),
      ),
    openAddress: (address) => attempt(port.openAddress(address)),
    refresh() {
      news.read();
      history.check();
      tab.refresh();
      search.refresh();
    },
  };
}
