import browser from 'webextension-polyfill';
import { RequestError } from '#messaging/client.ts';
import { serveReading } from '#messaging/reading-channel.ts';
import { serve } from '#messaging/server.ts';
import { createPainter } from '#page/highlights.ts';
import { type PageChange, watchPage } from '#page/navigation.ts';
import { hideFromPage } from './hide-from-page.ts';
import { createPageController } from './page-controller.ts';
import { followSettings } from './page-settings.ts';
import { listenToPointer } from './pointer.ts';
import { watchReadingPlace } from './reading-place.ts';
import { createSelectionOffer } from './selection-offer.ts';
import { createTabRoutes } from './tab-routes.ts';

/** Under this key our isolated world keeps the running script, so that a second run on the page ends the first. */
const running = Symbol.for('on-record/running');
const world = globalThis as { [running]?: AbortController };

world[running]?.abort();
const controller = new AbortController();
world[running] = controller;
const { signal } = controller;

/** After an update of the extension this script is an orphan: nobody answers. It takes everything of ours off the page. */
function endIfOrphaned(error: unknown): void {
  const orphaned = browser.runtime?.id === undefined;
  if (orphaned) controller.abort();
  else if (!(error instanceof RequestError)) console.error('On Record', error);
}

hideFromPage(window);
const painter = createPainter(document, signal);
const settings = followSettings(location.hostname, (shown) => painter.setVisible(shown), signal);
const page = createPageController(
  document,
  painter,
  {
    onRead: () => watcher.wasRead(),
    onHost: (host) => offer.moveTo(host),
    onOpen: () => offer.dismiss(),
    onError: endIfOrphaned,
  },
  signal,
);
const offer = createSelectionOffer(
  document,
  {
    isWanted: () => settings.hasSelectionBar() && page.isRead(),
    prepare: () => page.prepare(),
    onChoose: (intent) => void page.openSelection(intent).catch(endIfOrphaned),
    onError: endIfOrphaned,
  },
  signal,
);
const heard = new WeakSet<Document>();
/** Listens to the reader in the page's own document, or in that of a frame in it. */
function listenIn(document: Document): void {
  if (heard.has(document)) return;
  heard.add(document);
  const onDismiss = (): void => {
    offer.dismiss();
    page.closePopover();
  };
  const onClick = (x: number, y: number, inDocument: Document): void => {
    if (settings.isShown()) page.openAt(x, y, inDocument);
  };
  listenToPointer(document, { onClick, onDismiss }, signal);
  offer.watch(document);
}
const read = (change: PageChange): Promise<void> => {
  if (change === 'address') offer.dismiss();
  if (change !== 'return') return page.read().catch(endIfOrphaned);
  return settings
    .refresh()
    .then(() => page.resume())
    .catch(endIfOrphaned);
};
const watcher = watchPage(
  document,
  {
    onChange: read,
    hasAppeared: () => page.hasAppeared(),
    onRestless: (isRestless) => painter.setThrifty(isRestless),
    onFrames: (frames) => frames.forEach(listenIn),
  },
  signal,
);

serve(createTabRoutes(page, settings), signal);
serveReading((tell, end) => watchReadingPlace(window, () => page.readingPlace(), tell, end), signal);
listenIn(document);
// The first marks are painted as the reader wants them, or not at all.
settings
  .refresh()
  .catch(endIfOrphaned)
  .then(() => page.read())
  .catch(endIfOrphaned);
