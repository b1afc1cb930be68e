import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { areas, sentToTabs } from '#tests/trust/fake-browser.ts';
import { ask, beginAnew, databaseName } from './ask-background.ts';
import { about, annotation, article, library, now, page, popover, text } from './routes-sample.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('#tests/trust/fake-browser.ts')).fakeBrowser,
}));

beforeEach(beginAnew);

describe('the background on its storage', () => {
  it('wipes everything, after a backup of the library; what was chosen is as at first, and all pages are told', async () => {
    await ask('article.open', { about, text, blocks: [] }, page);
    await ask('annotations.put', { annotation, article, base: null }, popover);
    await ask('settings.put', { key: 'ledger.enabled', value: true }, library);
    await vi.waitFor(() => expect(areas.local.get('libraryHeld')).toBe(true));
    for (const key of ['settings', 'detection', 'keys', 'welcomed']) areas.local.set(key, { chosen: true });
    sentToTabs.length = 0;
    const made = await ask('storage.wipe', { backups: false }, library);
    expect(made).toMatchObject({ annotations: 1 });
    expect(await ask('annotations.search', { query: '', limit: 10 }, library)).toEqual([]);
    expect(await ask('settings.all', null, library)).toEqual({});
    // An emptied library is not one that the browser has taken away.
    expect(await ask('storage.state', null, library)).toMatchObject({ state: 'ready' });
    expect(await ask('storage.kept', null, library)).toBe(0);
    await vi.waitFor(() => expect(sentToTabs).toEqual([{ tabId: 7, name: 'page.refresh', input: null }]));
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
    await deleteDB(databaseName());
    expect(await ask('storage.state', null, library)).toMatchObject({ state: 'evicted' });
    areas.local.delete('libraryHeld');
    const { id, modified: base } = await ask('people.meet', { article, name: 'Ana Ortiz' }, library);
    await ask('people.note', { id, note: 'asks about bridges', base }, library);
    expect((await ask('storage.state', null, library)).state).toBe('ready');
    await deleteDB(databaseName());
    expect(await ask('storage.state', null, library)).toMatchObject({ state: 'evicted' });
  });

  it('notices a library that the browser has taken, and brings it back', async () => {
    const state = () => ask('storage.state', null, library);
    expect((await state()).state).toBe('ready');
    expect(await ask('storage.kept', null, library)).toBe(0);
    await ask('annotations.put', { annotation, article, base: null }, popover);
    await vi.waitFor(() => expect(areas.local.get('libraryHeld')).toBe(true));
    const { id } = await ask('backups.make', null, library);
    await deleteDB(databaseName());
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
});
