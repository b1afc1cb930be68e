import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumSession, startChromium } from '#scripts/driver/chromium.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { id } from '../storage/records.ts';
import { putRaw } from './put-raw.ts';

/**
 * What can happen to a database in a real browser: what cannot be kept is refused with the reason, the library says so, and what was
 * kept stays. A failed upgrade and a private mode without databases cannot be had here: tests/storage/upgrades.test.ts and database.test.ts inject them.
 */

describe('No committed note is ever lost: trouble with the store in Chromium', () => {
  let session: ChromiumSession;
  let own: Page;
  beforeAll(async () => {
    session = await startChromium();
    own = await session.openOwn('src/library/library.html');
  });
  afterAll(() => session.close());

  const says = (words: string): Promise<boolean> =>
    until(`“${words}” in the library`, () =>
      own.evaluate(
        (text) => document.querySelector('.state-bad')?.textContent.includes(text) === true,
        words,
      ),
    );

  it('a connection of an older version that does not close: refuses after a while, and goes on when it is gone', async () => {
    await own.evaluate(`(async () => {
      const opened = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      // Asked for in one breath: the browser serves them in order, and nobody opens the library between.
      const gone = opened(indexedDB.deleteDatabase('on-record'));
      const stubborn = opened(indexedDB.open('on-record', 1));
      await gone;
      globalThis.stubborn = await stubborn;
    })()`);
    expect(await putRaw(own, 3, 'waiting')).toEqual({ ok: false, error: 'storage-blocked' });
    await own.evaluate('stubborn.close()');
    // The database of that version has none of our stores: it is no library of ours, is refused, and put aside by hand.
    await until('its refusal', async () => (await putRaw(own, 3, 'waiting')).error === 'upgrade-failed');
    await own.evaluate(
      `new Promise((resolve) => { indexedDB.deleteDatabase('on-record').onsuccess = resolve; }).then(() => null)`,
    );
    expect(await putRaw(own, 3, 'waiting')).toMatchObject({ ok: true });
    expect((await ask(own, 'annotations.get', { id: id(3) }))?.id).toBe(id(3));
  });

  it('little room left: the library says so with the button that helps, a save is refused with the reason, and goes on when there is room', async () => {
    const protocol = await own.createCDPSession();
    const origin = session.ownOrigin.replace(/\/$/, '');
    const { usage = 0 } = await own.evaluate(() => navigator.storage.estimate());
    await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 10_000 });
    await own.reload();
    await says('Little space is left');
    expect(await own.$('.state-bad .button')).not.toBeNull();
    // What was found of the room before the quota holds for a second.
    await until('the refusal', async () => (await putRaw(own, 6, 'too much')).error === 'disk-full');
    expect((await ask(own, 'annotations.get', { id: id(3) }))?.id).toBe(id(3));
    await protocol.send('Storage.overrideQuotaForOrigin', { origin });
    await protocol.detach();
    expect(await putRaw(own, 6, 'there is room again')).toMatchObject({ ok: true });
    await own.reload();
    await until('nothing bad', () =>
      own.evaluate(
        () => document.querySelector('.library') !== null && document.querySelector('.state-bad') === null,
      ),
    );
  });

  it('a database that the browser has taken away: goes on, and the library says what has happened', async () => {
    const protocol = await own.createCDPSession();
    const origin = session.ownOrigin.replace(/\/$/, '');
    await protocol.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await protocol.detach();
    await own.reload();
    await says('has cleared the library');
    expect(await putRaw(own, 4, 'after')).toMatchObject({ ok: true });
    expect((await ask(own, 'annotations.get', { id: id(4) }))?.id).toBe(id(4));
  });

  it('a library of a later version: is read and not written', async () => {
    await own.evaluate(`new Promise((resolve, reject) => {
      const request = indexedDB.open('on-record', 999);
      request.onsuccess = () => { request.result.close(); resolve(null); };
      request.onerror = () => reject(request.error);
    })`);
    expect(await putRaw(own, 5, 'too old')).toEqual({ ok: false, error: 'newer-version' });
    expect((await ask(own, 'annotations.get', { id: id(4) }))?.id).toBe(id(4));
    await own.reload();
    await says('later version');
  });
});
