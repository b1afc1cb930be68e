import { beforeEach, describe, expect, it, vi } from 'vitest';
import { areas, sentToTabs } from '#tests/trust/fake-browser.ts';
import { ask, beginAnew } from './ask-background.ts';
import { about, annotation, article, library, page, popover, source, text } from './routes-sample.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('#tests/trust/fake-browser.ts')).fakeBrowser,
}));

beforeEach(beginAnew);

/** What it says of the one who speaks. */
async function answersOfPeople(): Promise<void> {
  const first = { offset: 0, limit: 10 };
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
}

describe('the background, asked by the library', () => {
  it('answers a save with what the store holds, and tells the open pages', async () => {
    await ask('article.open', { about, text, blocks: [] }, page);
    expect(await ask('annotations.put', { annotation, article, base: null }, popover)).toEqual(annotation);
    await vi.waitFor(() => expect(sentToTabs).toEqual([{ tabId: 7, name: 'page.refresh', input: null }]));
    expect(areas.local.get('revision')).toBeTypeOf('string');
  });

  it('refuses a record that is not whole, and stores nothing of it', async () => {
    const { target: _target, ...broken } = annotation;
    await expect(
      ask('annotations.put', { annotation: broken, article, base: null }, popover),
    ).rejects.toThrow('bad-message');
    expect(await ask('annotations.search', { query: '', limit: 10 }, library)).toEqual([]);
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
    await answersOfPeople();
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
});
