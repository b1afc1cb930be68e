import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import {
  openPopover,
  paintedPlaces,
  popoverGone,
  popoverShowing,
  untilPainted,
  writeNote,
} from '#scripts/driver/main-job.ts';
import { ask, pageStates, tellPages } from '#scripts/driver/own-page.ts';
import { type Proxy, startProxy } from '#scripts/driver/proxy.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { exportedText } from '#scripts/driver/exported-text.ts';
import { telltale, temptingNote } from '#tests/trust/browsers/tempting-article.ts';
import { changedWords, findInPopup, heard, rank, refuse } from './main-job-steps.ts';
import { plantSpy, type Sightings, sightings } from './spy.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { beforeSecondAttemptWith } from './second-attempt.ts';

/** The main job from end to end, on the built extension, on a page served under a real publisher's name. */

const path = '/sample/article.html';
const words = 'I have read the map and I have read the mood';
const note = 'Zwölf Fragen an die Präsidentin: why Friday? ✓';

interface Gold {
  readonly quotations: readonly { readonly exact: string; readonly speaker: string | null }[];
}

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('the main job in $name', ({ start }) => {
  let site: SampleSite;
  let session: Session;
  let proxy: Proxy;
  let library: Page;
  let page: Page;
  let address = '';
  /** The article as it is served, before anything is edited in it. */
  let original = '';
  /** What a page that spies on us has seen of the first note, and what stands in it after that. */
  let seen: Sightings & { readonly html: string };
  /** How often the page has asked for the host that nobody else asks for. */
  let telltales = 0;
  const file = (): string => join(site.folder, 'sample', 'article.html');

  beforeAll(async () => {
    site = await openSampleSite(async ({ hosts }) => {
      proxy = await startProxy(hosts);
      return start({ proxy });
    });
    session = site.session;
    library = site.library;
    original = await readFile(file(), 'utf8');
    address = `http://${publisher}${path}`;
    page = await session.browser.newPage();
    await plantSpy(page);
    await page.goto(address, { waitUntil: 'load' });
  });

  afterAll(async () => {
    await site.close();
    await proxy.close();
  });

  beforeSecondAttemptWith(
    () => library,
    async () => {
      await session.closePopup().catch(() => null);
      await writeFile(file(), original);
      await page.bringToFront();
      await page.goto(address, { waitUntil: 'load' });
      await untilPainted(page, 20);
    },
  );

  it('marks the quotations and people of an article at once, without being asked', async () => {
    const gold = JSON.parse(await readFile('tests/fixtures/sample/gold.json', 'utf8')) as Gold;
    await untilPainted(page, gold.quotations.length);
    const [state] = await pageStates(library);
    if (state?.state !== 'article') throw new Error(`not read as an article: ${state?.state}`);
    const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
    const found = new Set(state.quotations.map(({ exact }) => flat(exact)));
    expect(gold.quotations.map(({ exact }) => flat(exact)).filter((exact) => !found.has(exact))).toEqual([]);
    expect(state.people.map(({ name }) => name)).toContain('Helena Marrow');
  });

  it('opens the popover on a quotation and saves a note as it is typed', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await writeNote(page, frame, note);
    const [saved] = await ask(library, 'annotations.search', { query: 'Präsidentin', limit: 10 });
    expect(saved?.annotation.body).toContainEqual(
      expect.objectContaining({ purpose: 'commenting', value: note }),
    );
    expect(saved?.annotation.quotation).toMatchObject({ speaker: 'Helena Marrow', status: 'detected' });
    await page.keyboard.press('Escape');
    await popoverGone(page);
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    seen = { ...(await sightings(page)), html };
  });

  it('The page cannot read the notes: a page that listens to everything learns not one character', () => {
    const { events, html } = seen;
    expect(
      events.filter((event) => /^(?:key|input|before|text|compos|change|paste|copy|cut|message)/.test(event)),
    ).toEqual([]);
    expect(html).not.toContain('Zwölf');
  });

  it('The page is not changed: the document differs by one host element', () => {
    const { mutations, shadowRoots } = seen;
    expect(mutations).toEqual(['added DIV to HTML']);
    expect(shadowRoots).toBe(0);
  });

  it('shows a person with the names and the sayings that the article has of them', async () => {
    const frame = await openPopover(page, 'Ruth Lindqvist', 'Ruth Lindqvist');
    const text = await frame.evaluate(() => document.body.textContent);
    expect(text).toContain('Lindqvist');
    expect(text).toContain('My suitcase has not been unpacked since March');
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('finds the note in the popup, and goes to its place on the page', async () => {
    await findInPopup(await session.popup(page), 'präsidentin', 'Zwölf Fragen');
    await session.closePopup();
  });

  it('finds the passage again when the page is loaded again', async () => {
    await page.goto(`http://${publisher}/sample/courier.css`);
    await page.goto(address, { waitUntil: 'load' });
    await untilPainted(page, 20);
    const frame = await openPopover(page, words, 'Kept');
    await until('the note', () =>
      frame.evaluate((text) => document.querySelector('.note-words')?.textContent === text, note),
    );
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('A mark never lies: a passage that was edited is found and shown as changed, one that was deleted is not painted', async () => {
    await writeFile(
      file(),
      original.replace(
        'I have read the map and I have read the mood',
        'I have read the map, and I have also read the mood',
      ),
    );
    await page.reload({ waitUntil: 'load' });
    await untilPainted(page, 20);
    const outcome = async (): Promise<string | undefined> => {
      const [state] = await pageStates(library);
      return state?.state === 'article' ? state.outcomes[0]?.outcome : undefined;
    };
    expect(await outcome()).toBe('changed');
    const frame = await openPopover(page, 'I have also read the mood', 'Kept');
    const text = await frame.evaluate(() => document.body.textContent);
    expect(text).toContain('I have also read the mood');
    const changes = await changedWords(frame);
    expect(changes.kept).toContain('I have read the map and I have read the mood');
    expect(changes.added).toContain('also');
    await page.keyboard.press('Escape');
    await popoverGone(page);

    await writeFile(file(), original.replace(/<p>[^<]*I have read the map[\s\S]*?<\/p>/, ''));
    await page.reload({ waitUntil: 'load' });
    await untilPainted(page, 20);
    expect(await outcome()).toBe('not-found');
    const kept = await ask(library, 'annotations.search', { query: 'mood', limit: 10 });
    expect(kept).toHaveLength(1);

    // A possible place is shown to a reader who asks for it, and nothing more is painted for it.
    const painted = await paintedPlaces(page);
    const id = kept[0]?.annotation.id ?? '';
    const shown = await tellPages(library, 'page.reveal', { type: 'possible', id });
    expect(shown).toContain(true);
    await until('the page to scroll', () => page.evaluate(() => scrollY > 200));
    await until('the flash to end', async () => (await paintedPlaces(page)) === painted);
    expect(await outcome()).toBe('not-found');
    expect(await tellPages(library, 'page.reveal', { type: 'annotation', id })).not.toContain(true);

    await writeFile(file(), original);
    await page.reload({ waitUntil: 'load' });
    await untilPainted(page, 20);
    expect(await outcome()).toBe('exact');
  });

  it('Machine and human are told apart: a refused quotation is no longer marked, here and after a reload', async () => {
    const before = await paintedPlaces(page);
    const frame = await openPopover(page, 'Nobody in Brezna hates us', 'Wanda Brill');
    await refuse(frame);
    await page.keyboard.press('Escape');
    await popoverGone(page);
    await until('one mark less', async () => (await paintedPlaces(page)) === before - 1);
    await page.reload({ waitUntil: 'load' });
    await untilPainted(page, 20);
    await until('one mark less', async () => (await paintedPlaces(page)) === before - 1);
    const text = await exportedText(library, 'json');
    expect(text).toContain('rejected');
  });

  it('exports what was kept as Markdown and as JSON', async () => {
    const markdown = await exportedText(library, 'markdown');
    expect(markdown).toContain(note);
    expect(markdown).toContain('Helena Marrow');
    const json = JSON.parse(await exportedText(library, 'json')) as {
      annotations: { body: { value: string }[] }[];
    };
    expect(json.annotations.flatMap(({ body }) => body).map(({ value }) => value)).toContain(note);
  });

  it('deletes with a way back', async () => {
    const frame = await openPopover(page, words, 'Kept');
    await frame.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Delete"]')?.click());
    await until(
      'the deletion',
      async () => (await ask(library, 'annotations.search', { query: 'mood', limit: 9 })).length === 0,
    );
    await frame.evaluate(() => {
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo')?.click();
    });
    await until(
      'the way back',
      async () => (await ask(library, 'annotations.search', { query: 'mood', limit: 9 })).length === 1,
    );
  });

  it('keeps words that the reader has selected, across elements, where nothing was detected', async () => {
    await page.keyboard.press('Escape');
    await popoverGone(page);
    await page.bringToFront();
    await page.evaluate(() => {
      const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) =>
        textContent.includes('a treaty of 1987'),
      );
      if (!paragraph) throw new Error('no paragraph');
      getSelection()?.selectAllChildren(paragraph);
    });
    expect(await tellPages(library, 'page.openSelection', { intent: 'show' })).toEqual([true]);
    const frame = await popoverShowing(page, 'a treaty of 1987');
    await writeNote(page, frame, temptingNote);
    await page.keyboard.press('Escape');
    await popoverGone(page);
    const [saved] = await ask(library, 'annotations.search', { query: 'treaty', limit: 9 });
    expect(saved?.annotation.quotation).toBeNull();
    // Shown as Markdown, which names an image and a link.
    await library.evaluate(() => {
      location.hash = '#/notes';
    });
    await until('the note in the library', () =>
      library.evaluate(() => document.querySelector('main')?.textContent?.includes('bare') === true),
    );
  });

  it('goes from quotation to quotation by a key', async () => {
    expect(await tellPages(library, 'page.openNext')).toEqual([true]);
    const frame = await popoverShowing(page, 'Keep');
    expect(await heard(frame)).toMatch(/^(?:Quotation, .+|Kept passage), \d+ of \d+$/u);
    const [first = 0, count = 0] = await rank(frame);
    expect(await tellPages(library, 'page.openNext')).toEqual([true]);
    await until('the next to be heard', async () => (await rank(frame))[0] === (first % count) + 1);
    expect(await tellPages(library, 'page.openPrevious')).toEqual([true]);
    await until('the one before to be heard', async () => (await rank(frame))[0] === first);
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('is quiet on a page that is no article', async () => {
    const front = await session.open(`http://${publisher}/articles/front.html`);
    await until('the verdict', async () => (await pageStates(library))[0]?.state === 'not-article');
    expect(await paintedPlaces(front)).toBe(0);
    await front.close();
  });

  it('Nothing leaves the device: no request goes to any host but the page’s own, and only the page’s are made there', async () => {
    // In short what tests/trust/browsers/zero-network.test.ts proves of every surface. First, that the proxy sees what there is to see.
    if (session.browser.connected) {
      telltales++;
      await page.evaluate((host) => fetch(`http://${host}/page`, { mode: 'no-cors' }).then(String), telltale);
    }
    const asked = proxy.requests.filter(({ address }) => address.includes(telltale));
    const request = { method: 'GET', address: `http://${telltale}/page` };
    expect(asked).toEqual(Array.from({ length: telltales }, () => request));
    expect(telltales).toBeGreaterThan(0);
    const own =
      /^http:\/\/[^/]+\/(?:sample\/(?:article\.html|courier\.css|[a-z]+\.svg)|articles\/front\.html|favicon\.ico)$/;
    const there = proxy.requests.filter(({ address }) => address.startsWith(`http://${publisher}/`));
    expect(there.filter(({ address }) => !own.test(address))).toEqual([]);
    const strangers = (await session.contactedHosts()).filter((host) => host !== publisher);
    expect(strangers).toEqual([telltale]);
  });
});
