import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { type AccessDesk, chromiumAccess, firefoxAccess } from '#tests/trust/browsers/site-access.ts';
import { keepElsewhere } from './keep-elsewhere.ts';
import { setUp, stateOf, syncOnce, syncWell } from './machine-sync.ts';
import { heardBy, type NotebookServer, openNotebookServer } from './notebook-server.ts';
import { hitsOf } from './reader-steps.ts';
import type { Machine } from './two-machines.ts';

/**
 * The reader takes back the access to the server's address, in the browser's own list: it is asked nothing any more, nothing is lost, and
 * the machine says why. The package is the real one; what it may do was allowed to a version before it.
 */

const passphrase = 'fourteen herons over the estuary';
const host = '127.0.0.1';

describe.each([
  {
    name: 'Chromium',
    open: (_server: NotebookServer): Promise<AccessDesk> => chromiumAccess(host, {}),
  },
  {
    name: 'Firefox',
    open: ({ port }: NotebookServer): Promise<AccessDesk> =>
      firefoxAccess(host, { [host]: port }, `http://${host}/*`),
  },
])('access to the server, taken back in $name', ({ open }) => {
  let server: NotebookServer;
  let desk: AccessDesk;
  let own: Page;
  let machine: Pick<Machine, 'own' | 'name'>;

  beforeAll(async () => {
    server = await openNotebookServer();
    desk = await open(server);
    own = await desk.session.openOwn('src/options/options.html');
    machine = { own, name: 'Laptop by the window' };
    await setUp(machine, server.access, passphrase);
    await keepElsewhere(machine, 'before it was taken back');
    await syncWell(machine);
    await desk.switchSite(false);
  }, 240_000);
  afterAll(async () => {
    await desk?.close();
    await server?.close();
  });

  it('it is said why, and asked of the server is nothing: not by a click, not by the alarm', async () => {
    await keepElsewhere(machine, 'after it was taken back');
    // What was under way when it was taken back has come to its end.
    await until('no access', async () => (await syncOnce(machine)).problem === 'no-access');
    const heard = await heardBy(server);
    expect((await syncOnce(machine)).problem).toBe('no-access');
    await own.evaluate(`chrome.alarms.create('sync', { when: Date.now() + 100, periodInMinutes: 5 })`);
    await until('the alarm to have rung', async () => {
      const when = (await own.evaluate(
        `chrome.alarms.get('sync').then((one) => one.scheduledTime)`,
      )) as number;
      return when > Date.now() + 60_000;
    });
    const { last, next, waiting } = await stateOf(machine);
    expect({ problem: last?.problem, next }).toEqual({ problem: 'no-access', next: null });
    expect(waiting).toBeGreaterThan(0);
    expect(await ask(own, 'sync.test', server.access)).toEqual({ problem: 'no-access', holds: null });
    expect(server.calls.length).toBe(heard);
  });

  it('all is there that was kept, before and after', async () => {
    for (const note of ['before it was taken back', 'after it was taken back'])
      expect((await hitsOf(machine, note)).length).toBeGreaterThan(0);
  });

  it('given again, it goes on by itself', async () => {
    await desk.switchSite(true);
    await until('what waited to be sent', async () => (await stateOf(machine)).waiting === 0, 30_000);
    expect((await stateOf(machine)).last?.problem).toBeNull();
  });
});
