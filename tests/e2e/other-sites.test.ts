import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPackage } from '#scripts/built-package.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { openPopover, paintedPlaces, untilPainted } from '#scripts/driver/main-job.ts';
import { type Session, type Surface, until } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';

/** Sites that the manifest does not name: nothing of ours is there until the reader says so. */

const host = 'unlisted.example';
const article = `http://${host}/sample/article.html`;

const shows = (surface: Surface, text: string): Promise<boolean> =>
  until(`"${text}"`, () =>
    surface.run((document, wanted) => document.body.textContent.includes(wanted), text),
  );

const press = (surface: Surface, label: string): Promise<boolean> =>
  until(`the button ${label}`, () =>
    surface.run((document, wanted) => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
        textContent.includes(wanted),
      );
      button?.click();
      return button !== undefined;
    }, label),
  );

describe('a site that is not on the list', () => {
  let site: Served;
  let session: Session;
  beforeAll(async () => {
    site = await serve('tests/fixtures');
    session = await startChromium({ hosts: { [host]: site.port } });
  });
  afterAll(async () => {
    await session.close();
    await site.close();
  });

  it('is left alone, until the toolbar icon is clicked and the reader runs it once', async () => {
    const page = await session.open(article);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await paintedPlaces(page)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);

    const popup = await session.popup(page);
    await shows(popup, `On Record is not on at ${host}`);
    await press(popup, 'Run here once');
    await untilPainted(page, 20);
    await shows(popup, 'Helena Marrow');
    await session.closePopup();
    await openPopover(page, 'Nobody in Brezna hates us', 'Wanda Brill');

    await page.reload({ waitUntil: 'load' });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await paintedPlaces(page)).toBe(0);
  });

  it('gives the four commands that are used most a key, and leaves the others to the reader', async () => {
    const own = await session.openOwn('src/options/options.html');
    const commands = (await own.evaluate('chrome.commands.getAll()')) as { name: string; shortcut: string }[];
    const named = (has: boolean): readonly string[] =>
      commands.filter(({ shortcut }) => (shortcut !== '') === has).map(({ name }) => name);
    expect(named(true).toSorted()).toEqual([
      '_execute_action',
      'keep-selection',
      'next-quotation',
      'previous-quotation',
    ]);
    expect(named(false).toSorted()).toEqual(['note-selection', 'quote-selection', 'toggle-marks']);
  });

  it('is told apart from a page where no extension may run', async () => {
    const own = await session.openOwn('src/options/options.html');
    const popup = await session.popup(own);
    await shows(popup, 'Extensions may not run here');
    await session.closePopup();
  });

  it('is told apart from a page that is no article', async () => {
    const page = await session.open(`http://${host}/articles/front.html`);
    const popup = await session.popup(page);
    await press(popup, 'Run here once');
    await shows(popup, 'No article on this page');
    await session.closePopup();
  });
});

describe('a site that the reader has allowed for good', () => {
  let site: Served;
  let session: Session;
  let folder = '';
  beforeAll(async () => {
    // The browser's question cannot be answered without a screen: this build holds the grant from the start.
    folder = await mkdtemp(join(tmpdir(), 'on-record-granted-'));
    await cp(builtPackage('chrome'), folder, { recursive: true });
    const file = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    await writeFile(file, JSON.stringify({ ...manifest, host_permissions: [`http://${host}/*`] }));
    site = await serve('tests/fixtures');
    session = await startChromium({ extension: folder, hosts: { [host]: site.port } });
  });
  afterAll(async () => {
    await session.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is read at every visit', async () => {
    const page = await session.open(article);
    await until('the marks', async () => {
      if ((await paintedPlaces(page)) >= 20) return true;
      await page.reload({ waitUntil: 'load' });
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (await paintedPlaces(page)) >= 20;
    });
    const popup = await session.popup(page);
    await shows(popup, 'Helena Marrow');
    await session.closePopup();
  });

  it('is listed in the options', async () => {
    const options = await session.openOwn('src/options/options.html');
    await until('the site', () => options.evaluate((name) => document.body.textContent.includes(name), host));
  });
});
