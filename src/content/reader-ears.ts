import type { PageController } from './page-controller.ts';
import { listenToPointer } from './pointer.ts';
import type { SelectionOffer } from './selection-offer.ts';

/**
 * Has the reader heard: a press opens the mark under it, another or Escape closes what is open, selected words are offered to keep.
 * @param isShown whether marks are shown
 * @returns to be called with the page's own document and with those of the frames in it, as often as one likes
 */
export function listenToReader(
  page: Pick<PageController, 'openAt' | 'closePopover'>,
  offer: Pick<SelectionOffer, 'dismiss' | 'watch'>,
  isShown: () => boolean,
  signal: AbortSignal,
): (document: Document) => void {
  const heard = new WeakSet<Document>();
  const onDismiss = (): void => {
    offer.dismiss();
    page.closePopover();
  };
  const onClick = (x: number, y: number, document: Document): void => {
    if (isShown()) page.openAt(x, y, document);
  };
  return (document) => {
    if (heard.has(document)) return;
    heard.add(document);
    listenToPointer(document, { onClick, onDismiss }, signal);
    offer.watch(document);
  };
}
