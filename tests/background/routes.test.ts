import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRoutes } from '#background/routes.ts';
import type { ArticleView, Requests } from '#messaging/protocol.ts';
import { dispatch, type Sender } from '#messaging/server.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { createStorage } from '#storage/database.ts';

/** An extension's browser, as far as the background uses it: stores in memory and remembers what it sent to tabs. */
const { sent, areas } = vi.hoisted(() => ({
  sent: [] as { tabId: number; name: string; input: unknown }[],
  areas: { local: new Map<string, unknown>(), session: new Map<string, unknown>() },
}));

vi.mock('webextension-polyfill', () => {
  const area = (map: Map<string, unknown>) => ({
    get: async (key: string | null) =>
      Object.fromEntries([...map].filter(([name]) => key === null || name === key)),
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) map.set(key, value);
    },
    remove: async (keys: string | readonly string[]) => {
      for (const key of [keys].flat()) map.delete(key);
    },
  });
  const browser = {
    storage: { local: area(areas.local), session: area(areas.session) },
    action: { setBadgeText: async () => {}, setBadgeBackgroundColor: async () => {} },
    tabs: {
      get: async (id: number) => ({ id }),
      query: async () => [],
      sendMessage: async (tabId: number, message: { name: string; input: unknown }) => {
        sent.push({ tabId, ...message });
        return { ok: true, value: null };
      },
    },
  };
  return { default: browser };
});

const text =
  '“We will not wait,” said Ana Ortiz, the mayor of Lund. “The river is low.”\n\nShe left at noon.';
const about = {
  address: 'https://lantern.example/low?utm_source=x',
  title: 'Low water',
  byline: null,
  outlet: 'The Lantern',
  language: 'en',
  section: null,
  published: null,
  modified: null,
  origins: {},
  canonical: null,
};
const page = { kind: 'content' as const, tabId: 7, url: 'https://lantern.example/low?utm_source=x#top' };
const popover: Sender = { kind: 'ui', tabId: 7 };
const library: Sender = { kind: 'ui', tabId: null };
const source = 'https://lantern.example/low';
const selector = [
  { type: 'TextQuoteSelector' as const, exact: '“We will not wait,”', prefix: '', suffix: ' said' },
];
const found = {
  kind: 'direct' as const,
  mention: 'Ana Ortiz',
  speaker: 'Ana Ortiz',
  detectedSpeaker: 'Ana Ortiz',
  cue: 'said',
  evidence: [{ code: 'cue-after', words: ['said', 'Ana Ortiz'] }],
  confidence: 0.9,
  status: 'detected' as const,
};
const subject = {
  type: 'quotation' as const,
  intent: 'show' as const,
  annotation: null,
  outcome: 'exact' as const,
  passage: { exact: '“We will not wait,”', selector, start: 0, before: '', after: '' },
  found,
  people: ['Ana Ortiz'],
  roles: [[]],
  others: 0,
  rank: { number: 2, count: 7 },
};

let run = 0;
let routes = createRoutes(createStorage({ name: 'start' }), createBackupDatabase('start-backups'));
beforeEach(() => {
  run += 1;
  routes = createRoutes(createStorage({ name: `routes-${run}` }), createBackupDatabase(`backups-${run}`));
  sent.length = 0;
  areas.local.clear();
  areas.session.clear();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

async function ask<Name extends keyof Requests>(
  name: Name,
  input: unknown,
  sender: Sender,
): Promise<ReturnType<Requests[Name]>> {
  const reply = await dispatch(routes, { name, input }, sender);
  if (!reply.ok) throw new Error(reply.error);
  return reply.value as ReturnType<Requests[Name]>;
}

const now = '2026-01-02T03:04:05.000Z';
const article = {
  source,
  title: 'Low water',
  byline: null,
  outlet: 'The Lantern',
  language: 'en',
  section: null,
  published: null,
  modified: null,
  origins: {},
  firstSeen: now,
  lastSeen: now,
};
const annotation = {
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  type: 'Annotation' as const,
  motivation: 'commenting' as const,
  created: now,
  modified: now,
  body: [
    {
      type: 'TextualBody' as const,
      purpose: 'commenting' as const,
      value: 'Ask her again.',
      format: 'text/markdown' as const,
    },
  ],
  target: { type: 'SpecificResource' as const, source, selector },
  quotation: found,
};

/** What a page's process is told of it. */
const passage = { id: annotation.id, source, selector, styleClass: null, isKept: true };

describe('the background', () => {
  it('detects an article, and takes its address from the browser and not from the page', async () => {
    const reading = { about: { ...about, canonical: 'https://bank.example/login' }, text, blocks: [] };
    const view: ArticleView = await ask(
      'article.open',
      { ...reading, source: 'https://forged.example/' },
      page,
    );
    expect(view.source).toBe(source);
    expect(view.detection.quotations.map(({ speaker }) => speaker?.person)).toEqual([
      'Ana Ortiz',
      'Ana Ortiz',
    ]);
    expect(view.saved).toEqual([]);
  });

  it('gives a content script the records of its own article and of no other', async () => {
    await ask('annotations.put', { annotation, article, base: null }, library);
    // What finds and paints it, and nothing of what the reader wrote.
    expect(await ask('article.saved', { address: about.address, canonical: null }, page)).toEqual([passage]);
    const elsewhere: Sender = { kind: 'content', tabId: 8, url: 'https://evil.example/low' };
    expect(await ask('article.saved', { address: source, canonical: source }, elsewhere)).toEqual([]);
  });

  it('gives it what earlier rules kept under the address that its page claims, within its site', async () => {
    const claimed = 'https://lantern.example/high';
    const former = { ...annotation, target: { ...annotation.target, source: claimed } };
    await ask(
      'annotations.put',
      { annotation: former, article: { ...article, source: claimed }, base: null },
      library,
    );
    const here = { address: about.address, canonical: claimed };
    expect(await ask('article.saved', here, page)).toEqual([{ ...passage, source: claimed }]);
    const view = await ask(
      'article.open',
      { about: { ...about, canonical: claimed }, text, blocks: [] },
      page,
    );
    expect(view).toMatchObject({ source, saved: [{ ...passage, source: claimed }] });
    expect(await ask('article.saved', { ...here, canonical: null }, page)).toEqual([]);
    const elsewhere: Sender = { kind: 'content', tabId: 8, url: 'https://evil.example/low' };
    expect(await ask('article.saved', { ...here, address: 'https://evil.example/low' }, elsewhere)).toEqual(
      [],
    );
    const outcomes = [{ id: annotation.id, outcome: 'changed', exact: 'We will wait' }];
    await ask('article.outcomes', { ...here, outcomes }, page);
    // A page that claims another's address writes nothing into the history of what is kept there.
    expect((await ask('library.article', { source: claimed }, library)).versions).toEqual([]);
    expect(await ask('annotations.ofArticle', { source }, library)).toEqual([]);
    const also = [annotation.id, annotation.id.replace(/1$/, '2')];
    expect(await ask('annotations.ofArticle', { source, also }, library)).toEqual([former]);
  });

  it.each<keyof Requests>([
    'annotations.put',
    'annotations.delete',
    'annotations.restore',
    'annotations.get',
    'annotations.ofArticle',
    'annotations.search',
    'articles.get',
    'export.plan',
    'export.ledgerPlan',
    'export.ledger',
    'export.records',
    'popover.hello',
    'popover.subject',
    'popover.resize',
    'popover.reveal',
    'popover.close',
    'library.search',
    'library.delete',
    'people.list',
    'people.merge',
    'history.undo',
    'storage.state',
    'storage.kept',
    'storage.aside',
    'library.backlog',
    'storage.wipe',
    'backups.restore',
    'backups.part',
    'settings.put',
    'ledger.list',
  ])('refuses %s to a content script', async (name) => {
    await expect(ask(name, {}, page)).rejects.toThrow('not-allowed');
  });

  it('follows a page that has gone on by itself, but never to another origin', async () => {
    const at = async (address: string): Promise<string> =>
      (await ask('article.open', { about: { ...about, address }, text, blocks: [] }, page)).source;
    expect(await at('https://lantern.example/two')).toBe('https://lantern.example/two');
    expect(await at('https://bank.example/login')).toBe(source);
    expect(await at('not an address')).toBe(source);
  });

  it('forgets what a tab showed when a page begins, and tells only the frame that knows its secret', async () => {
    const secret = 'a-long-secret-of-this-page';
    await expect(ask('popover.hello', { secret }, popover)).rejects.toThrow('not-allowed');
    await ask('page.started', { secret }, page);
    await ask('popover.prepare', { about, subject }, page);
    expect((await ask('popover.hello', { secret }, popover)).id).not.toBeNull();
    await expect(ask('popover.hello', { secret: 'a-secret-of-another-page' }, popover)).rejects.toThrow(
      'not-allowed',
    );
    await ask('page.started', { secret: 'the-next-page-of-this-tab' }, page);
    await expect(ask('popover.hello', { secret }, popover)).rejects.toThrow('not-allowed');
    expect((await ask('popover.hello', { secret: 'the-next-page-of-this-tab' }, popover)).id).toBeNull();
  });

  it('shows a popover what its own page has prepared, under its one-time id alone', async () => {
    const secret = 'a-long-secret-of-this-page';
    await ask('page.started', { secret }, page);
    const { id } = await ask('popover.prepare', { about, subject }, page);
    expect(await ask('popover.hello', { secret }, popover)).toEqual({ tabId: 7, id });
    expect(await ask('popover.subject', { id }, popover)).toMatchObject({
      type: 'quotation',
      intent: 'show',
      article: { source },
      annotation: null,
      found,
    });
    await expect(ask('popover.subject', { id: 'guessed' }, popover)).rejects.toThrow('not-found');
    await expect(ask('popover.subject', { id }, { kind: 'ui', tabId: 8 })).rejects.toThrow('not-found');
    const again = await ask('popover.prepare', { about, subject }, page);
    await expect(ask('popover.subject', { id }, popover)).rejects.toThrow('not-found');
    await ask('popover.close', { id: again.id }, popover);
    await expect(ask('popover.subject', { id: again.id }, popover)).rejects.toThrow('not-found');
    expect(sent).toEqual([{ tabId: 7, name: 'page.closePopover', input: null }]);
  });

  it('answers a save with what the store holds, and tells the open pages', async () => {
    await ask('article.open', { about, text, blocks: [] }, page);
    expect(await ask('annotations.put', { annotation, article, base: null }, popover)).toEqual(annotation);
    await vi.waitFor(() => expect(sent).toEqual([{ tabId: 7, name: 'page.refresh', input: null }]));
    expect(areas.local.get('revision')).toBeTypeOf('string');
  });

  it('refuses a record that is not whole, and stores nothing of it', async () => {
    const { target: _target, ...broken } = annotation;
    await expect(
      ask('annotations.put', { annotation: broken, article, base: null }, popover),
    ).rejects.toThrow('bad-message');
    expect(await ask('annotations.search', { query: '', limit: 10 }, library)).toEqual([]);
  });

  it('wipes everything, after a backup of the library; what was chosen is as at first, and all pages are told', async () => {
    await ask('article.open', { about, text, blocks: [] }, page);
    await ask('annotations.put', { annotation, article, base: null }, popover);
    await ask('settings.put', { key: 'ledger.enabled', value: true }, library);
    await vi.waitFor(() => expect(areas.local.get('libraryHeld')).toBe(true));
    for (const key of ['settings', 'detection', 'keys', 'welcomed']) areas.local.set(key, { chosen: true });
    sent.length = 0;
    const made = await ask('storage.wipe', { backups: false }, library);
    expect(made).toMatchObject({ annotations: 1 });
    expect(await ask('annotations.search', { query: '', limit: 10 }, library)).toEqual([]);
    expect(await ask('settings.all', null, library)).toEqual({});
    // An emptied library is not one that the browser has taken away.
    expect(await ask('storage.state', null, library)).toMatchObject({ state: 'ready' });
    expect(await ask('storage.kept', null, library)).toBe(0);
    await vi.waitFor(() => expect(sent).toEqual([{ tabId: 7, name: 'page.refresh', input: null }]));
    expect([...areas.local.keys()].sort()).toEqual(['revision', 'welcomed']);
    await ask('backups.restore', { id: made?.id, mode: 'add' }, library);
    expect(await ask('annotations.get', { id: annotation.id }, library)).toEqual(annotation);
    expect(await ask('settings.all', null, library)).toEqual({ 'ledger.enabled': true });
  });

  it('wipes the backups with it only when asked, and makes none of an empty library', async () => {
    await ask('annotations.put', { annotation, article, base: null }, popover);
    await ask('storage.wipe', { backups: false }, library);
    expect(await ask('storage.wipe', { backups: false }, library)).toBeNull();
    expect((await ask('storage.state', null, library)).backups).toHaveLength(1);
    expect(await ask('storage.wipe', { backups: true }, library)).toBeNull();
    expect((await ask('storage.state', null, library)).backups).toEqual([]);
    await expect(ask('storage.wipe', { backups: 'all' }, library)).rejects.toThrow('bad-message');
  });

  it('brings back what was deleted', async () => {
    await ask('annotations.put', { annotation, article, base: null }, popover);
    await ask('annotations.delete', { id: annotation.id }, popover);
    expect(await ask('annotations.ofArticle', { source }, library)).toEqual([]);
    expect(await ask('annotations.restore', { id: annotation.id }, popover)).toEqual(annotation);
    expect(await ask('annotations.ofArticle', { source }, library)).toEqual([annotation]);
  });

  it('gives an export its records: of an article, or of everything', async () => {
    await ask('annotations.put', { annotation, article, base: null }, popover);
    const of = (address: string) => ({ search: { query: '', filter: { source: address } }, except: [] });
    const plan = await ask('export.plan', { selection: of(source) }, library);
    expect(plan).toEqual({ ids: [annotation.id], sources: [] });
    const elsewhere = await ask('export.plan', { selection: of('https://lantern.example/other') }, library);
    expect(elsewhere).toEqual({ ids: [], sources: [] });
    const everything = await ask('export.plan', { selection: null }, library);
    expect(everything).toEqual({ ids: [annotation.id], sources: [source] });
    const records = await ask('export.records', everything, library);
    expect(records).toMatchObject({ annotations: [annotation], articles: [{ source }], broken: 0 });
    expect(records.people).toMatchObject([{ name: 'Ana Ortiz' }]);
    expect(records.appearances).toMatchObject([{ source, name: 'Ana Ortiz' }]);
  });

  it.each([
    ['library.delete', {}],
    ['library.tag', { add: ['river'], remove: [] }],
  ] as const)('%s can be stopped while what is meant is still being found', async (name, more) => {
    await ask('annotations.put', { annotation, article, base: null }, popover);
    const selection = { search: { query: 'wait', filter: {} }, except: [] };
    const work = ask(name, { selection, job: 'job-1', ...more }, library).catch(() => 'stopped');
    expect(await ask('jobs.cancel', { job: 'job-1' }, library)).toBe(true);
    expect(await work).toBe('stopped');
    expect(await ask('annotations.get', { id: annotation.id }, library)).toEqual(annotation);
  });

  it('answers the library: search, article, people, tags, trash, undo', async () => {
    await ask('article.open', { about, text, blocks: [] }, page);
    await ask('annotations.put', { annotation, article, base: null }, popover);
    const first = { offset: 0, limit: 10 };
    const search = { query: 'wait', filter: { hasNote: true, tags: null }, order: 'rank', ...first };
    expect(await ask('library.search', search, library)).toMatchObject({
      total: 1,
      items: [{ annotation, article: { source } }],
    });
    const { items: people } = await ask('people.list', { query: 'ort', order: 'name', ...first }, library);
    const id = people[0]?.person.id ?? '';
    expect(people).toMatchObject([{ person: { name: 'Ana Ortiz' }, quotations: 1, articles: 1 }]);
    expect(await ask('people.get', { id, ...first }, library)).toMatchObject({
      appearances: [{ source }],
    });
    expect(await ask('people.namesakes', { id }, library)).toEqual([]);
    expect(await ask('people.get', { id: 'nobody', ...first }, library)).toBeNull();
    expect(await ask('people.find', { source, name: 'ana ORTIZ' }, library)).toMatchObject({
      person: { id },
    });
    expect(
      (
        await ask(
          'people.quotations',
          { id, filter: { from: '2020-01-01' }, order: 'earliest', ...first },
          library,
        )
      ).total,
    ).toBe(1);
    await expect(
      ask('people.quotations', { id, filter: {}, order: 'random', ...first }, library),
    ).rejects.toThrow('bad-message');
    expect(await ask('people.figures', { id }, library)).toMatchObject({
      outlets: [{ name: 'the lantern', label: 'The Lantern', count: 1 }],
      table: { unit: 'day', periods: ['2026-01-02'] },
    });
    await ask('people.rename', { id, name: 'Mayor' }, library);
    await vi.waitFor(async () =>
      expect((await ask('library.article', { source }, library)).speakers?.[0]).toMatchObject({
        speaker: 'Ana Ortiz',
        named: true,
      }),
    );
    expect((await ask('library.articles', first, library)).items).toMatchObject([{ count: 1 }]);
    const selection = { search: { query: 'wait', filter: {} }, except: [] };
    expect(await ask('library.tag', { selection, add: ['River'], remove: [] }, library)).toBe(1);
    expect(await ask('library.tags', { limit: 5 }, library)).toEqual([{ tag: 'river', count: 1 }]);
    expect((await ask('export.plan', { selection }, library)).ids).toEqual([annotation.id]);
    expect(await ask('library.delete', { selection }, library)).toBe(1);
    expect((await ask('library.trash', first, library)).total).toBe(1);
    const { undo } = await ask('history.state', null, library);
    expect(undo?.action).toBe('delete');
    expect(await ask('history.undo', { expected: undo?.number ?? null }, library)).toMatchObject({
      undone: true,
    });
    expect((await ask('library.trash', first, library)).total).toBe(0);
    expect(await ask('history.redo', { expected: null }, library)).toMatchObject({
      action: 'delete',
      undone: false,
    });
    expect(await ask('library.restore', { ids: [annotation.id] }, library)).toBe(1);
  });

  it('notes how passages stand on a page, of its own article alone', async () => {
    await ask('annotations.put', { annotation, article, base: null }, popover);
    const outcomes = [{ id: annotation.id, outcome: 'changed', exact: 'We will wait' }];
    await ask(
      'article.outcomes',
      { address: 'https://evil.example/', canonical: null, outcomes },
      { ...page, url: 'https://evil.example/' },
    );
    expect((await ask('library.article', { source }, library)).versions).toEqual([]);
    await ask('article.outcomes', { address: about.address, canonical: null, outcomes }, page);
    expect((await ask('library.article', { source }, library)).versions).toMatchObject([
      { exact: 'We will wait' },
    ]);
  });

  it('answers what is kept of an article when the memory that tabs share is full', async () => {
    await ask('annotations.put', { annotation, article, base: null }, popover);
    const full = vi.spyOn(areas.session, 'set').mockImplementation(() => {
      throw new Error('Session storage quota bytes exceeded');
    });
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const view = await ask('article.open', { about, text, blocks: [] }, page);
    expect(view.saved.map(({ id }) => id)).toEqual([annotation.id]);
    await vi.waitFor(() => expect(logged).toHaveBeenCalledWith('article.open', expect.any(Error)));
    full.mockRestore();
    logged.mockRestore();
  });

  it('keeps every quotation of what is read only when the reader has asked for it', async () => {
    await ask('article.open', { about, text, blocks: [] }, page);
    const first = { offset: 0, limit: 10 };
    expect((await ask('ledger.list', first, library)).total).toBe(0);
    await ask('settings.put', { key: 'ledger.enabled', value: true }, library);
    await ask('article.open', { about, text, blocks: [] }, page);
    await vi.waitFor(async () => expect((await ask('ledger.list', first, library)).total).toBe(2));
    expect(
      (await ask('library.search', { query: '', filter: {}, order: 'rank', ...first }, library)).total,
    ).toBe(0);
    expect(await ask('ledger.wipe', null, library)).toBe(2);
    expect(await ask('settings.all', null, library)).toEqual({ 'ledger.enabled': true });
  });

  it('notes nothing of what is read in a private window, not even of a kept article; what is kept there is kept', async () => {
    await ask('annotations.put', { annotation, article, base: null }, popover);
    await ask('settings.put', { key: 'ledger.enabled', value: true }, library);
    await vi.waitFor(() => expect(areas.local.get('libraryHeld')).toBe(true));
    const held = async () => [
      await ask('library.article', { source }, library),
      await ask('ledger.list', { offset: 0, limit: 10 }, library),
      [...areas.local].filter(([key]) => key !== 'revision'),
      [...areas.session.keys()].filter((key) => !key.startsWith('article:')),
    ];
    const whereabouts = { address: about.address, canonical: null };
    const seen = { id: annotation.id, outcome: 'changed' as const, exact: 'We shall not wait' };
    const visit = async (sender: Sender) => {
      const view: ArticleView = await ask('article.open', { about, text, blocks: [] }, sender);
      expect(view.saved.map(({ id }) => id)).toContain(annotation.id);
      expect(view.detection.quotations).toHaveLength(2);
      await ask('article.outcomes', { ...whereabouts, outcomes: [seen] }, sender);
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const before = await held();
    await visit({ ...page, isPrivate: true });
    expect(await held()).toEqual(before);
    const id = 'urn:uuid:00000000-0000-4000-8000-0000000000aa';
    await ask('annotations.put', { annotation: { ...annotation, id }, article, base: null }, popover);
    expect(await ask('annotations.get', { id }, library)).toMatchObject({ id });
    // The same visit in a window that is not private is noted.
    await visit(page);
    const [after, ledger] = await held();
    expect(after).toMatchObject({ versions: [{ annotation: annotation.id }] });
    expect(ledger).toMatchObject({ total: 2 });
  });

  it('notices that a library is gone that came from a file, or that held only a note on somebody', async () => {
    const name = `${now} 1`;
    const none = { people: [], appearances: [], decisions: [], versions: [] };
    vi.stubGlobal('navigator', { locks: { query: async () => ({ held: [] }) } });
    await ask('import.begin', { import: name, files: ['a.json'] }, library);
    const records = { articles: [article], annotations: [annotation], ...none };
    await ask('import.stage', { import: name, part: 0, records }, library);
    await ask('import.commit', { import: name }, library);
    vi.unstubAllGlobals();
    await vi.waitFor(() => expect(areas.local.get('libraryHeld')).toBe(true));
    await deleteDB(`routes-${run}`);
    expect(await ask('storage.state', null, library)).toMatchObject({ state: 'evicted' });
    areas.local.delete('libraryHeld');
    const { id, modified: base } = await ask('people.meet', { article, name: 'Ana Ortiz' }, library);
    await ask('people.note', { id, note: 'asks about bridges', base }, library);
    expect((await ask('storage.state', null, library)).state).toBe('ready');
    await deleteDB(`routes-${run}`);
    expect(await ask('storage.state', null, library)).toMatchObject({ state: 'evicted' });
  });

  it('notices a library that the browser has taken, and brings it back', async () => {
    const state = () => ask('storage.state', null, library);
    expect((await state()).state).toBe('ready');
    expect(await ask('storage.kept', null, library)).toBe(0);
    await ask('annotations.put', { annotation, article, base: null }, popover);
    await vi.waitFor(() => expect(areas.local.get('libraryHeld')).toBe(true));
    const { id } = await ask('backups.make', null, library);
    await deleteDB(`routes-${run}`);
    expect(await state()).toMatchObject({
      state: 'evicted',
      backups: [{ id, annotations: 1 }],
    });
    expect((await ask('backups.preview', { id }, library)).annotations).toEqual({
      added: 1,
      changed: 0,
      removed: 0,
    });
    expect((await ask('backups.part', { id, part: 0 }, library)).records).toEqual([annotation]);
    await ask('backups.restore', { id, mode: 'replace' }, library);
    expect(await state()).toMatchObject({ state: 'ready' });
    expect(await ask('storage.kept', null, library)).toBe(1);
    expect(await ask('annotations.get', { id: annotation.id }, library)).toEqual(annotation);
  });

  it('never throws on whatever a page says of itself', async () => {
    const strange = {
      ...about,
      title: '\uD800<script>\u202E'.repeat(9_000),
      language: '☃'.repeat(500),
      canonical: 'javascript:alert(1)',
    };
    const view: ArticleView = await ask(
      'article.open',
      { about: strange, text: '“\uDC00'.repeat(500), blocks: [] },
      page,
    );
    expect(view.source).toBe(source);
  });
});
