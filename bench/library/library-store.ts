import type { Page } from 'puppeteer-core';
import type { ChromiumSession } from '../../scripts/driver/chromium.ts';
import { median } from '../measure.ts';
import { AN_ARTICLE, personId, sourceOf, wordOf } from './library-records.ts';
import { ask, askCold, heapOf, queries, searchFor } from './store-calls.ts';

/** The store through the messages that our pages send; times in ms, in the page that asks. */
export interface StoreFigures {
  readonly plain: number;
  readonly save: number;
  readonly slowSave: number;
  readonly article: number;
  readonly coldSearch: number;
  readonly warmSearch: number;
  readonly slowSearch: number;
  readonly person: number;
  /** The most that the worker held, in MB. */
  readonly heap: number;
}

export async function measureStore(session: ChromiumSession, size: number): Promise<StoreFigures> {
  const page = await session.openOwn('src/options/options.html');
  await ask(page, 'settings.all', null);
  const saves = await savesOf(page, size);
  const article = await askCold(session, page, 'annotations.ofArticle', (i) => ({
    source: sourceOf((i * 37) % (size / AN_ARTICLE)),
  }));
  const coldSearch = await askCold(session, page, 'library.search', (i) => searchFor(wordOf(300 + i)));
  const heap = await heapOf(session);
  const held: number[] = [];
  const asked = async (name: string, input: unknown): Promise<number> => {
    const time = await ask(page, name, input);
    held.push(await heap());
    return time;
  };
  const warm: number[] = [];
  for (const query of queries()) warm.push(await asked('library.search', searchFor(query)));
  warm.sort((a, b) => a - b);
  const plain: number[] = [];
  for (let i = 0; i < 20; i++) plain.push(await ask(page, 'jobs.state', { job: 'none' }));
  const quotations: number[] = [];
  const person = { id: personId(0), filter: {}, order: 'latest', offset: 0, limit: 50 };
  for (let i = 0; i < 5; i++) quotations.push(await asked('people.quotations', person));
  await asked('people.figures', { id: personId(0) });
  await page.close();
  return {
    plain: median(plain.toSorted((a, b) => a - b)),
    save: median(saves),
    slowSave: saves.at(-6) ?? Number.NaN,
    article,
    coldSearch,
    warmSearch: median(warm),
    slowSearch: warm.at(-1) ?? Number.NaN,
    person: median(quotations.toSorted((a, b) => a - b)),
    heap: Math.max(...held),
  };
}

/** The times of a hundred saves of new records, one after the other, sorted. */
export async function savesOf(page: Page, size: number): Promise<readonly number[]> {
  const times = (await page.evaluate(`(async () => {
    const times = [];
    for (let i = 0; i < 110; i++) {
      const id = 'urn:uuid:22222222-0000-4000-8000-' + String(i).padStart(12, '0');
      const now = new Date().toISOString();
      const source = 'https://www.paper-' + (i % 20) + '.example/new';
      const selector = [{ type: 'TextQuoteSelector', exact: 'We will not wait for the river to rise again this year ' + i, prefix: 'a', suffix: 'b' }];
      const quotation = { kind: 'direct', mention: 'Ana', speaker: 'Ana Ortiz', detectedSpeaker: 'Ana Ortiz', cue: 'said', evidence: [], confidence: 0.9, status: 'detected' };
      const annotation = { id, type: 'Annotation', motivation: 'commenting', created: now, modified: now,
        body: [{ type: 'TextualBody', purpose: 'commenting', value: 'A note of some words, as one writes them while reading', format: 'text/markdown' }],
        target: { type: 'SpecificResource', source, selector }, quotation };
      const article = { source, title: 'Low water in the river', byline: null, outlet: 'The Lantern', language: 'en', published: null, firstSeen: now, lastSeen: now };
      const started = performance.now();
      const reply = await chrome.runtime.sendMessage({ name: 'annotations.put', input: { annotation, article, base: null } });
      if (!reply.ok) throw new Error(reply.error);
      if (i >= 10) times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b);
  })()`)) as number[];
  if (times.length !== 100) throw new Error(`Of 100 saves at ${size} only ${times.length} were answered`);
  return times;
}
