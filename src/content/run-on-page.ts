import browser from 'webextension-polyfill';
import { isOrphaned, RequestError } from '#messaging/client.ts';
import type { Intent } from '#messaging/protocol.ts';
import { serveReading } from '#messaging/reading-channel.ts';
import { serve } from '#messaging/server.ts';
import { hasEndlessAnimation } from '#page/endless-animation.ts';
import { createPainter } from '#page/highlights.ts';
import { type PageChange, watchPage } from '#page/navigation.ts';
import type { Host } from './host-element.ts';
import { tellOrphaned } from './orphaned.ts';
import { createPageController } from './page-controller.ts';
import { followSettings } from './page-settings.ts';
import { watchReadingPlace } from './reading-place.ts';
import { listenToReader } from './reader-ears.ts';
import { createSelectionOffer } from './selection-offer.ts';
import { createTabRoutes } from './tab-routes.ts';

/**
 * All that we do on a page, until the signal aborts: then everything of ours is taken off it.
 * @param onOrphaned told that we cannot go on here: nobody answers any more, as after an update, or the site was taken from us
 */
export function runOnPage(document: Document, signal: AbortSignal, onOrphaned: () => void): void {
  // Read while we are answered.
  const [updated = '', taken = '', language = ''] = ['failureDisconnected', 'accessTaken', 'localeTag'].map(
    (key) => browser.i18n.getMessage(key),
  );
  const end = (words: string): void => {
    onOrphaned();
    tellOrphaned(document, words, language);
  };
  const onError = (error: unknown): void => {
    if (signal.aborted) return;
    if (isOrphaned()) end(updated);
    else if (!(error instanceof RequestError)) console.error('On Record', error);
  };
  const painter = createPainter(document, signal);
  const settings = followSettings(location.hostname, (shown) => painter.setVisible(shown), signal);
  let isRestless = false;
  const beThrifty = (): void => painter.setThrifty(isRestless || hasEndlessAnimation(document));
  const pageEvents = {
    onRead: () => {
      watcher.wasRead();
      beThrifty();
    },
    onHost: (host: Host) => offer.moveTo(host),
    onOpen: () => offer.dismiss(),
    onError,
    isWanted: () => settings.isOn(),
  };
  const page = createPageController(document, painter, pageEvents, signal);
  const offerOptions = {
    isWanted: () => settings.hasSelectionBar() && page.isRead(),
    prepare: () => page.prepare(),
    onChoose: (intent: Intent) => void page.openSelection(intent).catch(onError),
    onEscape: () => page.closePopover(),
    onError,
  };
  const offer = createSelectionOffer(document, offerOptions, signal);
  const listenIn = listenToReader(page, offer, () => settings.isShown(), signal);
  const onChange = async (change: PageChange): Promise<void> => {
    if (change === 'address') offer.dismiss();
    if (change === 'return') await settings.refresh();
    await (change === 'return' ? page.resume() : page.read());
  };
  const watcherEvents = {
    onChange: (change: PageChange) => onChange(change).catch(onError),
    hasAppeared: () => page.hasAppeared(),
    onRestless: (next: boolean) => {
      isRestless = next;
      beThrifty();
    },
    onFrames: (frames: readonly Document[]) => frames.forEach(listenIn),
  };
  const watcher = watchPage(document, watcherEvents, signal);

  serve(createTabRoutes({ ...page, end: () => end(taken) }, settings), signal);
  serveReading((tell, end) => watchReadingPlace(window, () => page.readingPlace(), tell, end), signal);
  listenIn(document);
  // The first marks are painted as the reader wants them, or not at all.
  settings
    .refresh()
    .catch(onError)
    .then(() => page.read())
    .catch(onError);
}
