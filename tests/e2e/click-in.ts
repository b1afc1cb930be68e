import type { Frame } from 'puppeteer-core';
import { until } from '#scripts/driver/session.ts';

/** Clicks what a selector finds and what holds this text, once it is there. */
export const clickIn = (frame: Frame, selector: string, text = ''): Promise<unknown> =>
  until(`${selector} “${text}”`, () =>
    frame.evaluate(
      (selector, text) => {
        const all = [...document.querySelectorAll<HTMLElement>(selector)];
        const found = all.find(({ textContent }) => textContent.includes(text));
        found?.click();
        return found !== undefined;
      },
      selector,
      text,
    ),
  );
