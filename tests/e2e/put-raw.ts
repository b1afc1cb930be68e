import type { Page } from 'puppeteer-core';
import { annotation, article } from '#tests/storage/records.ts';

/** Has a page of ours ask for a note to be kept. @returns the background's own reply, also where it refuses */
export const putRaw = (own: Page, number: number, note: string): Promise<{ ok: boolean; error?: string }> =>
  own.evaluate(
    `chrome.runtime.sendMessage(${JSON.stringify({
      name: 'annotations.put',
      input: { annotation: annotation({ number, note }), article: article(), base: null },
    })})`,
  ) as Promise<{ ok: boolean; error?: string }>;
