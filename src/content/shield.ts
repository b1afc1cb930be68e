import { hideFromPage } from './hide-from-page.ts';

/** Runs before any script of the page, so that our listeners are the first in line. */
hideFromPage(document.defaultView ?? window);
