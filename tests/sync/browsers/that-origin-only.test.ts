import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumServices } from '#scripts/driver/chromium.ts';
import { firefoxServices } from '#scripts/driver/firefox.ts';
import { openPopover, popoverGone, untilPainted, writeNote } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import {
  behindProxy,
  type BrowserName,
  type Ground,
  host,
  hostOf,
  openGround,
  type Recorded,
} from '#tests/trust/browsers/behind-proxy.ts';
import { endBackground } from '#tests/trust/browsers/end-background.ts';
import { telltale, temptingNote, writeTemptingArticle } from '#tests/trust/browsers/tempting-article.ts';
import { writeGrantedBuild } from './granted-build.ts';
import { heardBy, type NotebookServer, openNotebookServer } from './notebook-server.ts';

/**
 * With a server set up, requests go to its origin only, from its setting up to its stop: by the same two witnesses as in
 * tests/trust/browsers/zero-network.test.ts, the proxy that is the only way out and the browser itself.
 */

const article = `http://${host}/tempting.html`;
const passphrase = 'fourteen herons over the estuary';

/** How many calls the server had got by then. */
interface Counts {
  readonly beforeSetUp: number;
  readonly afterSetUp: number;
  readonly atStop: number;
  readonly atEnd: number;
}

/** Reads, keeps a tempting note on what somebody says, and looks at it in the library. */
async function keepAndLook(session: Session, page: Page, said: string, speaker: string): Promise<void> {
  await page.bringToFront();
  await page.reload({ waitUntil: 'load' });
  await untilPainted(page, 3);
  const frame = await openPopover(page, said, speaker);
  await writeNote(page, frame, `${temptingNote} on ${speaker}`);
  await page.keyboard.press('Escape');
  await popoverGone(page);
  const library = await session.openOwn('src/library/library.html#/notes');
  await until('the note', () =>
    library.evaluate((text) => document.body.innerText.includes(text), `on ${speaker}`),
  );
  await library.close();
}

/** Has a new background begin. In Chromium the witness looks into each worker, which would wait for it for ever. */
async function beginAnew(session: Session, own: Page): Promise<void> {
  if (session.name === 'firefox') await endBackground(session, own);
  await ask(own, 'sync.state', null);
}

/** Sets sync up, keeps things, has the background end and begin again, stops, and keeps more. */
async function setUpAndStop(session: Session, server: NotebookServer): Promise<Counts> {
  const { access, calls } = server;
  const own = await session.openOwn('src/options/options.html');
  const page = await session.open(article);
  await keepAndLook(session, page, 'The ferry will sail on Monday', 'Mira Kolb');
  const state = await ask(own, 'sync.state', null);
  if (state.server !== null || (await ask(own, 'sync.run', null)) !== null) throw new Error('already set up');
  await beginAnew(session, own);
  const beforeSetUp = calls.length;
  const { problem } = await ask(own, 'sync.setUp', { access, passphrase, device: 'Laptop' });
  if (problem !== null) throw new Error(problem);
  await until('the first run', async () => (await ask(own, 'sync.state', null)).lastGood !== null);
  await keepAndLook(session, page, 'Nobody has shown us a paper', 'Jonas Ferrel');
  await beginAnew(session, own);
  await until('what was kept to be sent', async () => {
    const last = await ask(own, 'sync.run', null);
    return last?.problem === null && (await ask(own, 'sync.state', null)).waiting === 0;
  });
  const afterSetUp = calls.length;
  await ask(own, 'sync.stop', null);
  const atStop = await heardBy(server);
  await keepAndLook(session, page, 'Until then nothing sails', 'Ada Brandt');
  if ((await ask(own, 'sync.run', null)) !== null) throw new Error('it runs on');
  await beginAnew(session, own);
  const alarms = (await own.evaluate(
    'chrome.alarms.getAll().then((all) => all.map(({ name }) => name))',
  )) as string[];
  if (alarms.includes('sync')) throw new Error('the alarm rings on');
  return { beforeSetUp, afterSetUp, atStop, atEnd: calls.length };
}

describe.each<{ name: BrowserName; services: RegExp }>([
  { name: 'Chromium', services: chromiumServices },
  { name: 'Firefox', services: firefoxServices },
])('requests in $name with a server set up', ({ name, services }) => {
  let ground: Ground;
  let server: NotebookServer;
  let visit: Recorded<Counts>;
  const kind = name === 'Firefox' ? 'firefox' : 'chrome';

  beforeAll(async () => {
    ground = await openGround();
    await writeTemptingArticle(ground.folder);
    server = await openNotebookServer();
    const build = await writeGrantedBuild(join(ground.downloads, 'build'), kind, server.access.database);
    const lead = { '127.0.0.1': server.port };
    visit = await behindProxy(name, ground, build, (session) => setUpAndStop(session, server), lead);
  }, 300_000);
  afterAll(async () => {
    await server?.close();
    await ground?.close();
  });

  it('none is made before it is set up', () => {
    expect(visit.value.beforeSetUp).toBe(0);
  });

  it('then they go to that origin only, and to that database of it', () => {
    const ours = visit.requests.filter((one) => hostOf(one) === '127.0.0.1');
    expect(ours.length).toBeGreaterThan(5);
    const { database } = server.access;
    expect(ours.filter(({ address }) => address !== database && !address.startsWith(`${database}/`))).toEqual(
      [],
    );
    const others = new Set(visit.requests.map(hostOf).filter((one) => one !== '127.0.0.1' && one !== host));
    expect([...others].filter((one) => !services.test(one))).toEqual([]);
    expect(others).not.toContain(telltale);
  });

  it('the browser itself knows of no other request by us', () => {
    const byUs = visit.witnessed.filter(({ by }) => by === 'extension').map(({ address }) => address);
    expect(byUs.filter((address) => !address.startsWith(server.access.database))).toEqual([]);
    // The witness was there: it has seen what the server got.
    expect(byUs.some((address) => address.includes('/_changes'))).toBe(true);
    expect(visit.witnessed.filter(({ address }) => address.includes(telltale))).toEqual([]);
  });

  it('none is made once it is stopped: what was put off was waited for', () => {
    const { afterSetUp, atStop, atEnd } = visit.value;
    expect(afterSetUp).toBeGreaterThan(5);
    expect(atEnd).toBe(atStop);
    expect(server.calls.length).toBe(atStop);
  });
});
