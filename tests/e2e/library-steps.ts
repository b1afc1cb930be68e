import type { Page } from 'puppeteer-core';
import type { Requests } from '#messaging/protocol.ts';
import { until } from '#scripts/driver/session.ts';

/** The library's page, as a test meets it, and something to keep in it. */

/** All that stands on the page and can be clicked, by its words or its name. */
export function press(page: Page, name: string): Promise<void> {
  return until(`the button ${name}`, () =>
    page.evaluate((wanted) => {
      const controls = [...document.querySelectorAll<HTMLElement>('button, a, input[type=checkbox]')];
      const control = controls.find(
        (element) => element.getAttribute('aria-label') === wanted || element.textContent?.trim() === wanted,
      );
      control?.click();
      return control !== undefined;
    }, name),
  ).then(() => undefined);
}

export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
export const untilText = (page: Page, text: string): Promise<boolean> =>
  until(`“${text}” on the page`, async () => (await textOf(page)).includes(text));
export const untilGone = (page: Page, text: string): Promise<boolean> =>
  until(`no “${text}” on the page`, async () => !(await textOf(page)).includes(text));

/** Goes to a view by its fragment. */
export const go = (page: Page, fragment: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, fragment);

/**
 * Has the page remember when these words first stand on it, in `data-seen-at`: by the clock that all pages share, in ms since 1970.
 */
export function watchFor(page: Page, text: string): Promise<void> {
  return page.evaluate((wanted) => {
    const root = document.documentElement;
    delete root.dataset['seenAt'];
    const look = (): void => {
      if (!document.body.innerText.includes(wanted)) return;
      root.dataset['seenAt'] = String(Date.now());
      observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, text);
}

const ferry = {
  source: 'https://lantern.example/ferry',
  title: 'The night ferry',
  byline: null,
  section: null,
  modified: null,
  origins: {},
  outlet: 'The Lantern',
  language: 'en',
  published: '2026-02-03T10:00:00Z',
  firstSeen: '2026-02-03T10:00:00Z',
  lastSeen: '2026-02-03T10:00:00Z',
};

/** A request to keep a passage of the ferry's article. */
export function keeping(id: number, exact: string): Parameters<Requests['annotations.put']>[0] {
  return {
    base: null,
    article: ferry,
    annotation: {
      id: `urn:uuid:00000000-0000-4000-8000-00000000000${id}`,
      type: 'Annotation',
      motivation: 'highlighting',
      created: `2026-02-03T10:00:0${id}.000Z`,
      modified: `2026-02-03T10:00:0${id}.000Z`,
      body: [],
      target: {
        type: 'SpecificResource',
        source: ferry.source,
        selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
      },
      quotation: null,
    },
  };
}
