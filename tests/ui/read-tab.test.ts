import { describe, expect, test, vi } from 'vitest';
import { readTab, startOnTab, type TabPort } from '#ui/article/read-tab.ts';

const article = {
  state: 'article',
  source: 's',
  title: 't',
  quotations: [],
  people: [],
  outcomes: [],
} as const;
type Access = Awaited<ReturnType<TabPort['access']>>['state'];

function port(change: Partial<TabPort> = {}, access: Access = 'listed'): TabPort {
  return {
    tab: async () => ({ id: 7, url: 'https://example.org/a' }),
    access: async () => ({ state: access, origin: 'https://example.org/*' }),
    page: async () => article,
    run: async () => true,
    updatedTo: async () => null,
    saved: async () => [],
    decisions: async () => [],
    ...change,
  };
}

const silent = async (): Promise<never> => {
  throw new Error('no receiver');
};

describe('readTab', () => {
  test('an article with what is saved', async () => {
    const state = await readTab(port());
    expect(state).toEqual({
      state: 'article',
      tabId: 7,
      article: { source: 's', title: 't', quotations: [], people: [], outcomes: [], saved: [] },
    });
  });

  test.each(['not-article', 'reading'] as const)('a page that is %s', async (state) => {
    expect(await readTab(port({ page: async () => ({ state }) }))).toEqual({ state });
  });

  test('what the page answers counts more than what the permissions say: it may have been run once', async () => {
    expect((await readTab(port({}, 'not-enabled'))).state).toBe('article');
  });

  test.each([
    ['not-enabled', { state: 'not-enabled', tabId: 7, origin: 'https://example.org/*' }],
    ['withheld', { state: 'withheld', tabId: 7, origin: 'https://example.org/*' }],
    ['forbidden', { state: 'forbidden', page: 'browser', viewed: null }],
    ['unseen', { state: 'unseen' }],
  ] as const)('no answer and %s', async (access, expected) => {
    const run = vi.fn(async () => true);
    expect(await readTab(port({ page: silent, run }, access))).toEqual(expected);
    expect(run).not.toHaveBeenCalled();
  });

  test('no tab at all', async () => {
    expect(await readTab(port({ tab: async () => null }))).toEqual({
      state: 'forbidden',
      page: 'browser',
      viewed: null,
    });
  });

  test('allowed but silent: our script is started and asked again', async () => {
    let started = false;
    const page = vi.fn(async () => (started ? article : silent()));
    const run = async (): Promise<boolean> => (started = true);
    expect((await readTab(port({ page, run }))).state).toBe('article');
  });

  test('allowed, but the script cannot be started', async () => {
    expect(await readTab(port({ page: silent, run: async () => false }))).toEqual({
      state: 'silent',
      tabId: 7,
      updated: false,
    });
  });

  test('a page that was open when we were updated wants a reload', async () => {
    const state = await readTab(
      port({ page: silent, run: async () => false, updatedTo: async () => '0.2.0' }),
    );
    expect(state).toEqual({ state: 'silent', tabId: 7, updated: true });
  });

  test('a site that the reader has switched off', async () => {
    expect(await readTab(port({ page: async () => ({ state: 'off' }) }))).toEqual({ state: 'off', tabId: 7 });
  });

  test.each([
    ['https://addons.mozilla.org/firefox/', 'store', null],
    ['view-source:https://example.org/a', 'view-source', 'https://example.org/a'],
    ['file:///home/reader/story.html', 'file', null],
    ['about:addons', 'browser', null],
  ] as const)('%s is refused as %s', async (url, page, viewed) => {
    const state = await readTab(port({ page: silent, tab: async () => ({ id: 7, url }) }, 'forbidden'));
    expect(state).toEqual({ state: 'forbidden', page, viewed });
  });

  test('a PDF is refused as one, though a script of ours may run in the viewer; a page of that name is read', async () => {
    const pdf = { tab: async () => ({ id: 7, url: 'https://example.org/report.pdf' }) };
    const refused = { state: 'forbidden', page: 'pdf', viewed: null };
    expect(await readTab(port({ ...pdf, page: async () => ({ state: 'not-article' }) }))).toEqual(refused);
    expect(await readTab(port({ ...pdf, page: silent }))).toEqual(refused);
    expect((await readTab(port(pdf))).state).toBe('article');
  });

  test('the store fails', async () => {
    const error = new Error('storage');
    expect(await readTab(port({ saved: async () => Promise.reject(error) }))).toEqual({
      state: 'failed',
      error,
    });
  });

  test('a script that never answers does not hold the popup for ever', async () => {
    vi.useFakeTimers();
    const state = startOnTab(port({ page: silent }), 7);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await state).toEqual({ state: 'silent', tabId: 7, updated: false });
    vi.useRealTimers();
  });
});
