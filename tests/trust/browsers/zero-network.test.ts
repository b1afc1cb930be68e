import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumServices } from '#scripts/driver/chromium.ts';
import { firefoxServices } from '#scripts/driver/firefox.ts';
import { openPopover, untilPainted } from '#scripts/driver/main-job.ts';
import type { Session } from '#scripts/driver/session.ts';
import { phonedFrom, writeBadBuild } from './bad-build.ts';
import {
  behindProxy,
  type BrowserName,
  type Ground,
  host,
  hostOf,
  openGround,
  type Recorded,
} from './behind-proxy.ts';
import { writeEmptyExtension } from './empty-extension.ts';
import { speaker, words } from './hostile-article.ts';
import { telltale, writeTemptingArticle } from './tempting-article.ts';
import { loads, takeWholeTour } from './whole-tour.ts';

/**
 * Nothing leaves the device. The browser has no way out but a proxy of the test's own, which writes down all that comes, also what is
 * meant for this machine. What the browser asks for by itself is told apart by a run as long with an empty extension in place of ours,
 * and by a second witness, the browser, which knows who asks.
 */

const article = `http://${host}/tempting.html`;
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the reader does on the page, with nothing of ours there. */
async function readOnly(session: Session, ms: number): Promise<void> {
  const page = await session.open(article);
  const own = await session.openOwn('src/welcome/welcome.html');
  // Typing has a browser fetch its dictionary.
  await own.bringToFront();
  await own.focus('textarea');
  await own.keyboard.type('a word or two');
  for (let i = 1; i < loads; i++) await page.reload({ waitUntil: 'load' });
  await rest(ms);
  await own.close();
}

describe.each<{ name: BrowserName; services: RegExp }>([
  { name: 'Chromium', services: chromiumServices },
  { name: 'Firefox', services: firefoxServices },
])('requests in $name', ({ name, services }) => {
  let ground: Ground;
  let tour: Recorded<readonly string[]>;
  let control: Recorded<void>;

  const addresses = ({ requests }: Recorded<unknown>, isHosts: boolean): string[] =>
    requests
      .filter((request) => (hostOf(request) === host) === isHosts)
      .map(({ method, address }) => `${method} ${address}`);
  const hosts = ({ requests }: Recorded<unknown>): Set<string> =>
    new Set(requests.map(hostOf).filter((one) => one !== host));

  beforeAll(async () => {
    ground = await openGround();
    await writeTemptingArticle(ground.folder);
    const { downloads } = ground;
    tour = await behindProxy(name, ground, null, (session) => takeWholeTour({ session, article, downloads }));
    const empty = await writeEmptyExtension(ground.folder, name);
    control = await behindProxy(name, ground, empty, (session) => readOnly(session, tour.took));
    console.log(
      `${name} by itself: ${[...hosts(control)].join(', ') || 'nothing'}; in the tour: ${[...hosts(tour)].join(', ') || 'nothing'}`,
    );
  }, 600_000);
  afterAll(() => ground.close());

  it('a whole tour was taken', () => {
    expect(tour.value).toEqual([
      'welcome',
      'reading',
      'menu and address bar',
      'popup and panel',
      'import',
      'library',
      'export',
      'options, backup and restore',
      'trash',
    ]);
  });

  it('Not one request is ours: the proxy sees what it sees without On Record, and the page is loaded as often as the reader loads it', () => {
    // Some of its own errands the browser runs once in a while: those to its maker, by its own word for itself, are not held against us.
    const errands = tour.witnessed.flatMap(({ by, address }) => {
      const { hostname } = new URL(address);
      return by === 'browser' && services.test(hostname) ? [hostname] : [];
    });
    const browsersOwn = new Set([...hosts(control), ...errands]);
    expect([...hosts(tour)].filter((one) => !browsersOwn.has(one))).toEqual([]);
    expect(addresses(tour, true)).toEqual(Array.from({ length: loads }, () => `GET ${article}`));
    expect(addresses(tour, true)).toEqual(addresses(control, true));
  });

  it('the browser itself knows of no request by us', () => {
    expect(tour.witnessed.filter(({ by }) => by === 'extension')).toEqual([]);
    expect(
      tour.witnessed.filter(({ by, address }) => by === 'page' && !address.startsWith(`http://${host}/`)),
    ).toEqual([]);
    // The witness was there: it has seen the page.
    expect(tour.witnessed.map(({ address }) => address)).toContain(article);
    expect(tour.witnessed.filter(({ address }) => address.includes(telltale))).toEqual([]);
  });

  it('can fail: a build that phones from its background, its script in pages, its library and its popover is seen, and so is a page', async () => {
    const bad = await writeBadBuild(ground.folder, name);
    const found = await behindProxy(name, ground, bad, async (session) => {
      const library = await session.openOwn('src/library/library.html');
      const page = await session.open(article);
      await page.bringToFront();
      await untilPainted(page, 3);
      await openPopover(page, words, speaker);
      await page.evaluate(async (away) => {
        await fetch(`http://${away}/page`, { mode: 'no-cors' }).catch(() => null);
        for (const port of [81, 82])
          await fetch(`http://localhost:${port}/page`, { mode: 'no-cors' }).catch(() => null);
        new Image().src = `https://${away}/secret`;
      }, telltale);
      // The background has begun before anybody could watch it, and is asked once more.
      await library.evaluate(`fetch('http://${telltale}/library-again').catch(() => null).then(() => null)`);
    });
    const seen = found.requests.map(({ method, address }) => `${method} ${address}`);
    for (const place of [...phonedFrom, 'page', 'library-again'])
      expect(seen).toContain(`GET http://${telltale}/${place}`);
    expect(seen).toContain(`CONNECT ${telltale}:443`);
    for (const port of [81, 82]) expect(seen).toContain(`GET http://localhost:${port}/page`);
    const by = (who: string): string[] =>
      found.witnessed.filter((request) => request.by === who).map(({ address }) => address);
    for (const place of ['popover', 'library', 'library-again'])
      expect(by('extension')).toContain(`http://${telltale}/${place}`);
    // Firefox takes what our script asks for in a page for the page's own: both are looked at.
    expect(by(name === 'Firefox' ? 'page' : 'extension')).toContain(`http://${telltale}/content`);
  }, 120_000);
});
