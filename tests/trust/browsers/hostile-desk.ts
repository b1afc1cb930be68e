import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { Annotation } from '#core/annotation.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import type { Session } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { annotationAt, articleAt, elsewhere, ids } from '#tests/trust/message-samples.ts';
import { type HostileArticle, writeArticle } from './hostile-article.ts';

/** Under whose name hostile pages are served. */
const host = 'www.hindustantimes.com';
/** Words that no function and no event of a browser's has in its name. */
export const note = 'zebrine quillwork, doubtfully';

/** The browsers in which each hostile page is tried. */
export const browsers = [
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
] as const;

/** A browser with something kept of another site, a library in a tab, and a server for hostile pages. */
export interface HostileDesk {
  readonly session: Session;
  readonly library: Page;
  /** Serves the page. */
  readonly write: (name: string, article?: HostileArticle) => Promise<void>;
  /** Serves the page and opens it in front, painted. */
  readonly open: (name: string, article?: HostileArticle) => Promise<Page>;
  readonly sourceOf: (name: string) => string;
  readonly keptOf: (name: string) => Promise<readonly Annotation[]>;
  readonly notesOf: (name: string) => Promise<readonly string[]>;
  /** Closes what is open on the page, and the page. */
  readonly close: (page: Page) => Promise<void>;
}

/** Has a desk there for the tests of one `describe`. What is asked of it before they begin is not there yet. */
export function useHostileDesk(start: (typeof browsers)[number]['start']): HostileDesk {
  let folder = '';
  let site: Served | undefined;
  let session: Session | undefined;
  let library: Page | undefined;
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('asked before the tests have begun');
    return value;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-trust-'));
    site = await serve(folder);
    session = await start({ hosts: { [host]: site.port } });
    library = await session.openOwn('src/library/library.html');
    // What the reader has kept of another site.
    await ask(library, 'annotations.put', {
      annotation: annotationAt(elsewhere, ids.elsewhere),
      article: articleAt(elsewhere),
      base: null,
    });
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const sourceOf = (name: string): string => `https://${host}/${name}.html`;
  const keptOf = (name: string): Promise<readonly Annotation[]> =>
    ask(there(library), 'annotations.ofArticle', { source: sourceOf(name) });
  return {
    get session() {
      return there(session);
    },
    get library() {
      return there(library);
    },
    write: (name, article = {}) => writeArticle(folder, name, article),
    sourceOf,
    keptOf,
    async open(name, article = {}) {
      await writeArticle(folder, name, article);
      const page = await there(session).open(`http://${host}/${name}.html`);
      await page.bringToFront();
      await untilPainted(page, 3);
      return page;
    },
    notesOf: async (name) => (await keptOf(name)).flatMap(({ body }) => body.map(({ value }) => value)),
    async close(page) {
      await page.keyboard.press('Escape');
      await page.close();
    },
  };
}
