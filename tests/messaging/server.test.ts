import { describe, expect, it, vi } from 'vitest';
import { accept, refuse } from '#core/guard.ts';
import { dispatch, RefusedError, type Routes, senderOf, type Sender } from '#messaging/server.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const own = 'chrome-extension://abcdef/';
const content: Sender = { kind: 'content', tabId: 7, url: 'https://news.example/a' };
const ui: Sender = { kind: 'ui', tabId: null };

interface Api {
  echo: (value: string) => string;
  secret: (value: null) => string;
  refused: (value: null) => string;
  broken: (value: null) => string;
  wipe: (value: null) => string;
}

const routes: Routes<Api> = {
  echo: {
    parse: (value: unknown) => (typeof value === 'string' ? accept(value) : refuse('not-a-string')),
    from: 'content',
    answer: async (value: string) => value,
  },
  secret: { parse: () => accept(null), from: 'ui', answer: async () => 'notes' },
  refused: {
    parse: () => accept(null),
    from: 'ui',
    answer: async () => {
      throw new RefusedError('disk-full');
    },
  },
  wipe: { parse: () => accept(null), from: 'alone', answer: async () => 'gone' },
  broken: {
    parse: () => accept(null),
    from: 'ui',
    answer: async () => {
      throw new TypeError('inside');
    },
  },
};

describe('who sends', () => {
  it.each([
    [
      'a page of ours in a tab',
      { id: 'x', url: `${own}src/library/library.html`, tab: { id: 3 } },
      { kind: 'ui', tabId: 3 },
    ],
    [
      'our popover’s frame in somebody’s page',
      { id: 'x', url: `${own}src/popover/popover.html`, tab: { id: 3 }, frameId: 5 },
      { kind: 'ui', tabId: 3, isFramed: true },
    ],
    ['our popup', { id: 'x', url: `${own}src/popup/popup.html` }, { kind: 'ui', tabId: null }],
    [
      'our content script',
      { id: 'x', url: 'https://news.example/a', tab: { id: 7 }, frameId: 0 },
      { kind: 'content', tabId: 7, url: 'https://news.example/a' },
    ],
    [
      'our content script in a private window',
      { id: 'x', url: 'https://news.example/a', tab: { id: 7, incognito: true }, frameId: 0 },
      { kind: 'content', tabId: 7, url: 'https://news.example/a', isPrivate: true },
    ],
    ['a frame of a page', { id: 'x', url: 'https://ad.example/', tab: { id: 7 }, frameId: 4 }, null],
    ['another extension', { id: 'y', url: 'chrome-extension://other/page.html' }, null],
    ['another extension that claims our address', { id: 'y', url: `${own}src/popup/popup.html` }, null],
    [
      'an address that only begins like ours',
      { id: 'x', url: 'chrome-extension://abcdefg/x.html', tab: { id: 1 }, frameId: 4 },
      null,
    ],
    ['nobody', {}, null],
  ])('is told apart: %s', (_who, sender, expected) => {
    expect(senderOf(sender as Parameters<typeof senderOf>[0], own, 'x')).toEqual(expected);
  });
});

describe('dispatch', () => {
  it.each<[string, unknown, Sender | null, unknown]>([
    ['answers what is allowed', { name: 'echo', input: 'a' }, content, { ok: true, value: 'a' }],
    ['lets a page of ours ask everything', { name: 'echo', input: 'a' }, ui, { ok: true, value: 'a' }],
    [
      'refuses a content script what is ours alone',
      { name: 'secret' },
      content,
      { ok: false, error: 'not-allowed' },
    ],
    [
      'refuses a frame in somebody’s page what cannot be taken back',
      { name: 'wipe' },
      { ...ui, isFramed: true },
      { ok: false, error: 'not-allowed' },
    ],
    ['lets a page of ours that stands alone do it', { name: 'wipe' }, ui, { ok: true, value: 'gone' }],
    ['refuses strangers', { name: 'echo', input: 'a' }, null, { ok: false, error: 'not-allowed' }],
    [
      'refuses what its guard refuses',
      { name: 'echo', input: 1 },
      content,
      { ok: false, error: 'bad-message' },
    ],
    ['refuses names that it does not know', { name: 'nothing' }, ui, { ok: false, error: 'bad-message' }],
    ['refuses names of every object', { name: 'constructor' }, ui, { ok: false, error: 'bad-message' }],
    ['refuses __proto__', { name: '__proto__' }, ui, { ok: false, error: 'bad-message' }],
    ['refuses what is no message', 'secret', ui, { ok: false, error: 'bad-message' }],
    ['refuses nothing', undefined, ui, { ok: false, error: 'bad-message' }],
    ['refuses null', null, ui, { ok: false, error: 'bad-message' }],
    ['passes an error on by its code', { name: 'refused' }, ui, { ok: false, error: 'disk-full' }],
  ])('%s', async (_what, message, sender, reply) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(await dispatch(routes, message, sender)).toEqual(reply);
  });

  it('hides what went wrong inside', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await dispatch(routes, { name: 'broken' }, ui)).toEqual({ ok: false, error: 'unknown' });
    expect(log).toHaveBeenCalledOnce();
  });
});
