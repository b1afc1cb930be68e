import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleView, Requests } from '#messaging/protocol.ts';
import type { Sender } from '#messaging/server.ts';
import { areas, sentToTabs } from '#tests/trust/fake-browser.ts';
import { ask, beginAnew } from './ask-background.ts';
import {
  about,
  annotation,
  article,
  found,
  library,
  page,
  passage,
  popover,
  source,
  subject,
  text,
} from './routes-sample.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('#tests/trust/fake-browser.ts')).fakeBrowser,
}));

beforeEach(beginAnew);

describe('the background, asked by a page and its popover', () => {
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
    expect(sentToTabs).toEqual([{ tabId: 7, name: 'page.closePopover', input: null }]);
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
