import { watchReopening } from '#page/watch-reopening.ts';
import { hideFromPage } from './hide-from-page.ts';
import { endTold, orphaned } from './orphaned.ts';
import { runOnPage } from './run-on-page.ts';
import { takeOver } from './take-over.ts';

/** Under this key our isolated world keeps the running script, so that a second run on the page ends the first. */
const running = Symbol.for('on-record/running');
const world = globalThis as { [running]?: AbortController };

world[running]?.abort();
const life = new AbortController();
world[running] = life;
hideFromPage(window);
endTold();
takeOver(document);

let run = start();
// Nothing that listened to the document before hears anything after.
watchReopening(document, life.signal, () => {
  run.abort();
  hideFromPage(window, true);
  run = start();
});

function start(): AbortController {
  const next = new AbortController();
  const { signal } = next;
  life.signal.addEventListener('abort', () => next.abort(life.signal.reason), { once: true, signal });
  runOnPage(document, signal, () => life.abort(orphaned));
  return next;
}
