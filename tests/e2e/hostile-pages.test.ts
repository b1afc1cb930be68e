import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import {
  clickWords,
  openPopover,
  popoverGone,
  popoverShowing,
  untilPainted,
  writeNote,
} from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { dragOver, untilBar, untilNoBar } from './selection-steps.ts';
import { isolating } from './isolating.ts';
import { beforeSecondAttemptWith, closeAll } from './second-attempt.ts';

/** Pages that try to break the promises; each case was an attack that once worked. */

const host = 'www.hindustantimes.com';
const words = 'Nobody in Brezna hates us';

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('hostile pages in $name', ({ name, start }) => {
  let folder = '';
  let site: Served;
  let isolated: Served;
  let session: Session;
  let library: Page;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-hostile-'));
    await cp('tests/fixtures/sample', folder, { recursive: true });
    site = await serve(folder);
    isolated = await serve('tests/fixtures', { headers: { '*': isolating } });
    session = await start({ hosts: { [host]: site.port, localhost: isolated.port } });
    library = await session.openOwn('src/library/library.html');
  });
  afterAll(async () => {
    await session.close();
    await site.close();
    await isolated.close();
    await rm(folder, { recursive: true, force: true });
  });

  beforeSecondAttemptWith(
    () => library,
    async () => {
      for (const place of [host, 'localhost']) await closeAll(session, place);
    },
  );

  /** The sample article as a page of its own with a script of its own, which runs before everything else on it. */
  const openArticle = async (name: string, script = ''): Promise<Page> => {
    const html = await readFile('tests/fixtures/sample/article.html', 'utf8');
    await writeFile(join(folder, `${name}.html`), html.replace('<head>', `<head><script>${script}</script>`));
    const page = await session.open(`http://${host}/${name}.html`);
    await page.bringToFront();
    await untilPainted(page, 20);
    return page;
  };
  const savedFor = (query: string) => ask(library, 'annotations.search', { query, limit: 9 });

  it('what is typed after a reload goes to the page, not into the popover that was open before', async () => {
    const page = await openArticle(
      'autofocus',
      `addEventListener('DOMContentLoaded', () => {
        const input = document.createElement('input');
        input.id = 'search';
        document.body.prepend(input);
        input.focus();
      })`,
    );
    await openPopover(page, words, 'Wanda Brill');
    await page.reload({ waitUntil: 'load' });
    await untilPainted(page, 20);
    await rest(500);
    await page.keyboard.type('kk secret word');
    expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('#search')?.value)).toBe(
      'kk secret word',
    );
    expect(await savedFor('')).toEqual([]);
    await page.close();
  });

  it('a page that snatches the focus does not get what the reader goes on typing', async () => {
    const page = await openArticle(
      'thief',
      `window.heard = [];
      // Nobody else hears that the focus goes anywhere.
      for (const kind of ['focus', 'focusin', 'blur', 'focusout'])
        addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
      for (const kind of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'])
        addEventListener(kind, (event) => heard.push(kind + event.key), true);`,
    );
    const frame = await openPopover(page, words, 'Wanda Brill');
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.id = 'thief';
      input.style.position = 'fixed';
      document.body.append(input);
      setTimeout(() => input.focus(), 250);
    });
    await frame.evaluate(() => document.querySelector('textarea')?.focus());
    await page.keyboard.type('my private thoughts about the river', { delay: 20 });
    expect(await page.evaluate('[document.querySelector("#thief").value, ...window.heard]')).toEqual(['']);
    // A key that is pressed while the focus changes hands may reach nobody; what comes after it reaches the note.
    const note = await until('the end of the note', () =>
      frame.evaluate(() => {
        const text = document.querySelector('textarea')?.value ?? '';
        return text.endsWith('river') && text;
      }),
    );
    expect(note).toMatch(/^my priv/);
    expect(note?.length).toBeGreaterThan(30);
    await page.keyboard.press('Escape');
    await popoverGone(page);
    await page.close();
  });

  it('a popover that has closed does not take the focus back, however late its page asks for it', async () => {
    const page = await openArticle('late-focus');
    const frame = await openPopover(page, words, 'Wanda Brill');
    // What its page does in the moments before it hears that it was closed comes after the closing: it runs in another process.
    await frame.evaluate(() => {
      const end = performance.now() + 1_000;
      const ask = (): void => {
        document.querySelector('textarea')?.focus();
        if (performance.now() < end) setTimeout(ask);
      };
      ask();
    });
    await page.keyboard.press('Escape');
    await rest(1_200);
    await popoverGone(page);
    await page.keyboard.type('lost');
    expect(await frame.evaluate(() => document.querySelector('textarea')?.value)).toBe('');
    await page.close();
  });

  it('a note is filed under the article that is on the page after single-page navigation', async () => {
    const page = await openArticle('first-story');
    await page.evaluate(() => {
      history.pushState({}, '', '/second-story.html');
      document.querySelector('h1')?.replaceChildren('A second story about the river');
      const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) =>
        textContent.includes('Nobody in Brezna'),
      );
      paragraph?.replaceChildren('“The second gate is open,” said Lena Abara, a lock keeper.');
    });
    await rest(1_500);
    const frame = await openPopover(page, 'The second gate is open', 'Lena Abara');
    await writeNote(page, frame, 'second');
    const saved = await savedFor('second gate');
    expect(saved.map(({ annotation }) => annotation.target.source)).toEqual([
      `https://${host}/second-story.html`,
    ]);
    await page.keyboard.press('Escape');
    await page.close();
  });

  it('comes back when the page removes our element', async () => {
    const page = await openArticle('without-us');
    await page.evaluate(() => {
      for (const child of document.documentElement.children) if (child.nodeName === 'DIV') child.remove();
    });
    await clickWords(page, words);
    await popoverShowing(page, 'Wanda Brill');
    await page.keyboard.press('Escape');
    await page.close();
  });

  it('a form whose fields stand for what it tells of itself does not hang the tab, nor hide what is beside it', async () => {
    const form = '<form><input name="parentElement"><input name="localName"><p>In a form.</p></form>';
    const page = await openArticle(
      'false-form',
      `addEventListener('DOMContentLoaded', () => {
        document.body.append(document.createElement('false-form'));
        document.querySelector('false-form').attachShadow({ mode: 'open' }).innerHTML = '${form}';
      })`,
    );
    await page.evaluate((html) => {
      const article = document.querySelector('article') ?? document.body;
      article.insertAdjacentHTML('afterbegin', html);
      article.querySelector('form')?.append(...article.querySelectorAll('p'));
    }, form);
    await rest(1_000);
    const answer = await Promise.race([page.evaluate('"alive"'), rest(5_000)]);
    expect(answer).toBe('alive');
    await page.close();
  });

  it('the page cannot get hold of our frame, and sees nothing of the pointer on it', async () => {
    const page = await openArticle(
      'listening',
      `window.seen = [];
      for (const kind of ['pointerover', 'pointermove', 'pointerout', 'pointerdown', 'mouseover', 'mouseout', 'mousedown', 'click', 'focusin', 'blur',
        'wheel', 'DOMMouseScroll', 'MozMousePixelScroll', 'gotpointercapture', 'copy'])
        addEventListener(kind, (event) => {
          const { target, originalTarget, explicitOriginalTarget, rangeParent } = event;
          for (const node of [target, originalTarget, explicitOriginalTarget, rangeParent, ...event.composedPath()])
            if (node && (node.nodeName === 'IFRAME' || (node.getRootNode && node.getRootNode() instanceof ShadowRoot))) seen.push(kind);
        }, true);`,
    );
    await dragOver(page, 'p:nth-of-type(2)', 'p:nth-of-type(2)');
    const bar = await untilBar(page);
    await page.mouse.move(bar.x + 20, bar.y + bar.height / 2, { steps: 3 });
    await page.mouse.wheel({ deltaY: 1 });
    // A page may search for what stands on our buttons, and is told in which node it was found.
    await page.evaluate(`for (const words of ['Keep', 'Note', 'Quote']) {
      getSelection().removeAllRanges();
      find(words, false, false, true);
      const { anchorNode, focusNode } = getSelection();
      for (const node of [anchorNode, focusNode]) if (node && node.getRootNode() !== document) seen.push('find ' + words);
    }`);
    await page.evaluate('getSelection().removeAllRanges()');
    await page.keyboard.press('Escape');
    await untilNoBar(page);
    const frame = await openPopover(page, words, 'Wanda Brill');
    const element = await frame.frameElement();
    const box = await element?.boundingBox();
    if (box) {
      await page.mouse.move(box.x + 20, box.y - 10);
      await page.mouse.move(box.x + 40, box.y + 40, { steps: 5 });
      await page.mouse.click(box.x + 40, box.y + 15);
    }
    expect(await page.evaluate('window.seen')).toEqual([]);
    expect(await page.evaluate('window.length')).toBe(0);
    await page.close();
  });

  it('a frame of another page that has our popover’s address is told nothing', async () => {
    const page = await openArticle('copied');
    await openPopover(page, words, 'Wanda Brill');
    const address = `${session.ownOrigin}src/popover/popover.html`;
    await page.evaluate((src) => {
      const copy = document.createElement('iframe');
      copy.id = 'copy';
      copy.src = src;
      document.body.append(copy);
    }, address);
    await rest(1_500);
    for (const frame of page.frames()) {
      const owner = await frame.frameElement().catch(() => null);
      const id = await owner?.evaluate((node) => (node as Element).id).catch(() => null);
      if (id !== 'copy') continue;
      const text = await frame.evaluate(() => document.body.textContent).catch(() => '');
      expect(text).not.toContain('Wanda Brill');
    }
    await page.close();
  });

  // Firefox lets an extension's frame stand there all the same. What Chromium does instead stands in isolated-page.test.ts.
  it.runIf(name === 'Firefox')('a page that forbids frames of other origins has its popover', async () => {
    const page = await session.open('http://localhost/sample/article.html');
    await page.bringToFront();
    await untilPainted(page, 20);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    const frame = await openPopover(page, words, 'Wanda Brill');
    await page.keyboard.press('k');
    await until('the quotation to be kept', () =>
      frame.evaluate(() => document.querySelector('.save-done') !== null),
    );
    await page.keyboard.press('Escape');
    await popoverGone(page);
    for (const { annotation } of await savedFor('Brezna'))
      await ask(library, 'annotations.delete', { id: annotation.id });
    await page.close();
  });
});
