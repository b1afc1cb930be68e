// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageReader, type PageReader } from '#content/page-reader.ts';
import type { Reading } from '#content/page-session.ts';
import type { SavedPassage } from '#core/saved-passage.ts';

const asked: { readonly name: string; readonly input: unknown }[] = [];
/** What is kept of the second article. */
const saved: SavedPassage = {
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  source: 'https://lantern.example/second',
  selector: [{ type: 'TextQuoteSelector', exact: 'the lock is open again', prefix: '', suffix: '' }],
  styleClass: null,
  isKept: true,
};

vi.mock('#messaging/client.ts', () => ({
  request: (name: string, input: { about?: { address: string } }) => {
    asked.push({ name, input });
    const source = input.about?.address ?? '';
    const reading = { source, detection: { quotations: [], people: [] }, decided: '' };
    return Promise.resolve({ ...reading, saved: source.endsWith('/second') ? [saved] : [] });
  },
}));

describe('what a surface is told of a page without a reading', () => {
  let reader: PageReader;
  beforeEach(() => {
    document.body.innerHTML = '<p>Two words.</p>';
    const events = {
      current: () => null,
      show: () => undefined,
      onError: () => undefined,
      isWanted: () => true,
    };
    reader = createPageReader(document, events, new AbortController().signal);
  });

  it('is that it is being read, before the first reading: the surface asks again', () => {
    expect(reader.status()).toBe('reading');
  });

  it('is that it is no article, once that is known', async () => {
    await reader.read();
    expect(reader.status()).toBe('not-article');
  });
});

describe('a page whose address changes before its text', () => {
  const filler =
    'The ferry stays in the harbour until the evening, and nobody at the quay is in a hurry. '.repeat(3);
  const paragraph = (words: string): string =>
    `<article><h1>News</h1><p>Today ${words}, the captain said.</p>${`<p>${filler}</p>`.repeat(4)}</article>`;
  let reader: PageReader;
  let current: Reading | null;
  const reports = (): unknown[] => asked.filter(({ name }) => name === 'article.outcomes');
  const outcomes = (): unknown =>
    (reports().at(-1) as { input: { outcomes: { outcome: string }[] } } | undefined)?.input.outcomes.map(
      ({ outcome }) => outcome,
    );
  const goTo = (path: string): void => {
    document.location.href = `https://lantern.example/${path}`;
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    vi.stubGlobal('requestIdleCallback', (then: () => void) => then());
    asked.length = 0;
    current = null;
    goTo('first');
    document.head.innerHTML = '<meta property="og:type" content="article">';
    document.body.innerHTML = paragraph('the wind has not turned');
    const events = {
      current: () => current,
      show: (next: Reading | null) => void (current = next),
      onError: (error: unknown) => {
        throw error;
      },
      isWanted: () => true,
    };
    reader = createPageReader(document, events, new AbortController().signal);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('goes on with the article that stands there, and tells nothing of the next one before its text has come', async () => {
    await reader.read();
    goTo('second');
    await reader.read();
    expect(current?.source).toBe('https://lantern.example/first');
    document.body.innerHTML = paragraph('the lock is open again');
    await reader.read();
    expect(current?.source).toBe('https://lantern.example/second');
    expect(reports()).toHaveLength(1);
    expect(outcomes()).toEqual(['exact']);
  });

  it('takes the text for the new address’s when it stays, and does not say then that its passages are gone', async () => {
    await reader.read();
    goTo('second');
    await reader.read();
    await vi.advanceTimersByTimeAsync(2_100);
    await vi.waitFor(() => expect(current?.source).toBe('https://lantern.example/second'));
    expect(reports()).toEqual([]);
    document.body.innerHTML = paragraph('the lock is open again');
    await reader.read();
    expect(outcomes()).toEqual(['exact']);
  });
});
