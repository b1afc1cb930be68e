import type { Frame, Page } from 'puppeteer-core';
import { createAnnotation } from '#core/annotation-edit.ts';
import { bareArticle } from '#core/bare-article.ts';
import { nameKey } from '#core/search/search-document.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';

/** Waits until the popover's toast says this. */
export const toastSays = (frame: Frame, words: string): Promise<unknown> =>
  until(`the toast to say “${words}”`, () =>
    frame.evaluate((text) => document.querySelector('.toast')?.textContent.includes(text) === true, words),
  );

/** Keeps something that a person says in another article, so that the library knows the person. Answers the record's id. */
export async function keepAbroad(library: Page, speaker: string): Promise<string> {
  const source = 'https://www.example.org/elsewhere';
  const now = new Date().toISOString();
  const exact = 'The bridge is older than any of us.';
  const said = { kind: 'direct', mention: speaker, speaker, detectedSpeaker: speaker, cue: 'said' } as const;
  const annotation = createAnnotation({
    id: `urn:uuid:${crypto.randomUUID()}`,
    now,
    source,
    selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    quotation: { ...said, evidence: [], confidence: 1, status: 'detected' },
  });
  const article = { ...bareArticle(source, now, 'Elsewhere'), language: 'en' };
  await ask(library, 'annotations.put', { annotation, article, base: null });
  return annotation.id;
}

/** Whether this name means this person of the library in every article from now on. */
export async function means(library: Page, name: string, query: string): Promise<boolean> {
  const { items } = await ask(library, 'people.list', { query, order: 'count', offset: 0, limit: 9 });
  return items.some(({ person }) => person.follows.includes(nameKey(name)));
}
