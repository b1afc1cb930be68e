import browser from 'webextension-polyfill';
import { RequestError } from '#messaging/client.ts';
import { serveReading } from '#messaging/reading-channel.ts';
import { serve } from '#messaging/server.ts';
import { createPainter } from '#page/highlights.ts';
import { watchPage } from '#page/navigation.ts';
import { hideFromPage } from './hide-from-page.ts';
import { createPageController } from './page-controller.ts';
import { listenToPointer } from './pointer.ts';
import { watchReadingPlace } from './reading-place.ts';
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
const page = createPageController(document, createPainter(document, signal), endIfOrphaned, signal);
const read = (): void => void page.read().catch(endIfOrphaned);

serve(createTabRoutes(page), signal);
serveReading((tell, end) => watchReadingPlace(window, () => page.readingPlace(), tell, end), signal);
listenToPointer(
  document,
  { onClick: (x, y) => page.openAt(x, y), onDismiss: () => page.closePopover() },
  signal,
);
watchPage(document, signal, read);
read();
