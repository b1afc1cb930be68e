// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageReader, type PageReader } from '#content/page-reader.ts';

vi.mock('#messaging/client.ts', () => ({ request: () => Promise.reject(new Error('not asked here')) }));

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
