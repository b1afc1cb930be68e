import type { Intent } from '#messaging/protocol.ts';
import { themeAt } from '#page/page-theme.ts';
import { selectedRange } from '#page/selected-range.ts';
import { keepBarBy } from './bar-place.ts';
import type { Host } from './host-element.ts';
import { createSelectionBar, type SelectionBar } from './selection-bar.ts';
import { watchSelection } from './watch-selection.ts';

/** Offers the toolbar for selected text. */
export interface SelectionOffer {
  /** There is a new element of ours: the toolbar stands in it from now on. */
  moveTo(host: Host): void;
  /** Offers it for what is selected in this document too. */
  watch(document: Document): void;
  /** Takes the toolbar away until something else is selected. */
  dismiss(): void;
}

export interface OfferOptions {
  /** Whether the reader wants a toolbar, and this page's text can be kept. */
  readonly isWanted: () => boolean;
  /** Has our element made anew if the page has removed it. */
  readonly prepare: () => Promise<void>;
  readonly onChoose: (intent: Intent) => void;
  /** Escape was pressed in our element. */
  readonly onEscape: () => void;
  readonly onError: (error: unknown) => void;
}

export function createSelectionOffer(
  page: Document,
  options: OfferOptions,
  signal: AbortSignal,
): SelectionOffer {
  const watched = new WeakSet<Document>();
  let bar: SelectionBar | null = null;
  let stopFollowing: (() => void) | null = null;

  const dismiss = (): void => {
    stopFollowing?.();
    stopFollowing = null;
    bar?.hide();
  };
  const offer = async (): Promise<void> => {
    if (!options.isWanted() || !selectedRange(page)) return;
    await options.prepare();
    // Meanwhile it may have gone.
    const selected = selectedRange(page);
    if (!bar || !selected || signal.aborted || !options.isWanted()) return;
    dismiss();
    bar.show(themeAt(selected.range.startContainer));
    const { element } = bar;
    stopFollowing = keepBarBy(selected, element, (hasPlace) =>
      element.toggleAttribute('data-away', !hasPlace),
    );
  };
  signal.addEventListener('abort', dismiss, { once: true });
  return {
    moveTo(host) {
      dismiss();
      const choose = (intent: Intent): void => {
        dismiss();
        options.onChoose(intent);
      };
      const escape = (): void => {
        dismiss();
        options.onEscape();
      };
      bar = createSelectionBar(host, choose, escape, signal);
    },
    watch(document) {
      if (watched.has(document)) return;
      watched.add(document);
      watchSelection(
        document,
        { onRest: () => void offer().catch(options.onError), onGone: dismiss },
        signal,
      );
    },
    dismiss,
  };
}
