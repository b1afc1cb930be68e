import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, paintedPlaces, popoverGone, writeNote } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { callOf, popoverFrame, type Session, until } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { type HostileArticle, speaker, words, writeArticle } from './hostile-article.ts';
import { tooWide } from './strange-words.ts';
import { goTo } from './surface-steps.ts';

/** Pages that no newspaper would make: their elements have the names of what is asked of a document, are endless, or are no pages at all. */

const host = 'www.hindustantimes.com';
const note = 'gathered unseen';

/** What a script asks of a document, of an element and of a window. */
const asked = [
  ...['body', 'head', 'documentElement', 'title', 'cookie', 'querySelector', 'querySelectorAll', 'getSelection'],
  ...['defaultView', 'currentScript', 'CSS', 'location', 'host', 'nodeType', 'hidden', 'activeElement', 'createElement'],
  ...['addEventListener', 'createRange', 'createTreeWalker', 'implementation', 'adoptedStyleSheets', 'getAnimations'],
  ...['childNodes', 'children', 'firstChild', 'parentNode', 'textContent', 'getAttribute', 'ownerDocument', 'navigation'],
  ...['caretPositionFromPoint', 'getElementsByTagName', 'visualViewport', 'isConnected', 'documentURI', 'baseURI'],
]; // prettier-ignore

const each = (html: (name: string) => string): string => asked.map(html).join('');
const ld = (source: string): string => `<script type="application/ld+json">${source}</script>`;
const many = 100_000;
const spaces = ' '.repeat(many);
const story =
  '<p>“The gate is shut,” said Bo Lind, and the long road that leads to it lies empty until Monday.</p>';
const nest = (depth: number, html: string, style: string): string => `(() => {
  const top = document.createElement('div');
  top.style.display = '${style}';
  let at = top;
  for (let i = 0; i < ${depth}; i++) { const inner = document.createElement('div'); inner.innerHTML = '${html}'; at.append(inner); at = inner; }
  document.querySelector('article').append(top);
})()`;
/** A page that names eighty thousand people has no more marks than this. */
const mostPainted = 6_000;
const syllables = ['ba', 'den', 'ko', 'lin', 'mar', 'no', 'pel', 'ris', 'sun', 'tor'];
const authors = Array.from({ length: 80_000 }, (_, i) => {
  const rest = String(i).replaceAll(/\d/g, (digit) => syllables[Number(digit)] ?? '');
  return `${['Anna', 'Peter', 'Maria', 'Jonas', 'Lena'][i % 5]} Q${rest}`;
});
const strange = {
  bidi: '\u202e\u2066',
  zalgo: `Z${'\u0301\u0316\u0489'.repeat(300)}`,
  unseen: '\u200b\u200d\u2060\ufeff',
};

/** Pages on which all goes on as on any other. */
const read: readonly { readonly what: string; readonly name: string; readonly article: HostileArticle }[] = [
  {
    what: 'pictures, forms, frames and objects named as what a script asks of a document',
    name: 'named',
    article: {
      more: each((name) => `<img name="${name}" id="${name}"><form name="${name}"></form><iframe name="${name}" hidden></iframe>`),
    },
  },
  {
    what: 'JSON-LD with spaces before nothing, lists of lists, names a hundred thousand deep, ten million letters',
    name: 'data',
    article: {
      head: [
        ld(`{"@type":"NewsArticle"} --> ${spaces} x`),
        ld(`[${Array.from({ length: 400 }, () => `[${'[],'.repeat(400)}[]]`).join(',')}]`),
        ld(`{"@type":"NewsArticle","author":${'['.repeat(many)}${']'.repeat(many)},"publisher":${'{"name":'.repeat(many)}1${'}'.repeat(many)}}`),
        ld(`{"@type":"NewsArticle","headline":"${'x'.repeat(10_000_000)}"}`),
        '<link rel="canonical" href="https://bank.example/">'.repeat(10_000),
      ].join('\n'),
      more: `<time class="publish" datetime="${spaces}x"></time>`,
      language: `en${'-ab'.repeat(many)}`,
    },
  },
  { what: 'five thousand elements in one another', name: 'deep', article: { after: nest(5_000, story, 'none') } },
  {
    what: 'a million letters without a space, and a name of thirty thousand',
    name: 'spaceless',
    article: { more: `<p>${'x'.repeat(1_000_000)}</p><p>“It is so,” said B${'o'.repeat(30_000)} Lind.</p>` },
  },
  {
    what: 'eighty thousand names in one byline, and as many authors in its data',
    name: 'byline',
    article: {
      head: ld(`{"@type":"NewsArticle","author":[${authors.map((name) => `{"@type":"Person","name":"${name}"}`).join(',')}]}`),
      more: `<p class="byline">By ${authors.join(', ')}</p>`,
    },
  },
  {
    what: 'marks upon marks, letters that turn the line round, letters that cannot be seen',
    name: 'strange',
    article: {
      title: `${strange.bidi}The ${strange.zalgo} ferry${strange.unseen} waits`,
      head: `<meta name="author" content="Te${strange.bidi}ss ${strange.zalgo} Arnold"><meta property="og:site_name" content="${strange.bidi}Times">`,
      more: `<p>“${strange.bidi}Come ${strange.zalgo}${strange.unseen} aboard,” said Lars${strange.unseen} ${strange.bidi}Holt.</p>`,
    },
  },
  {
    what: 'a page that is turned, drawn larger, and drawn when it is needed only',
    name: 'styled',
    article: { head: '<style>html{zoom:1.3}body{transform:translate(20px,10px) scale(.9)}article{content-visibility:auto}*{user-select:none!important}</style>' },
  },
]; // prettier-ignore

const shown = `<h1>The ferry waits</h1><p>“${words},” said ${speaker}, the harbour master of Eschen.</p>${story.repeat(4)}`;
const files: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'picture.svg', text: `<svg xmlns="http://www.w3.org/2000/svg"><foreignObject width="600" height="500"><body xmlns="http://www.w3.org/1999/xhtml">${shown}</body></foreignObject></svg>` },
  { name: 'data.xml', text: `<?xml version="1.0"?><article>${shown}</article>` },
  { name: 'plain.txt', text: shown.replaceAll(/<[^>]*>/g, '\n\n') },
  { name: 'frames.html', text: '<html><title>The ferry waits</title><frameset cols="50%,50%"><frame src="plain.txt" name="body"><frame src="data.xml"></frameset></html>' },
  { name: 'rootless.html', text: `<article>${shown}</article><script>document.documentElement.remove()</script>` },
  { name: 'bodiless.html', text: `<article>${shown}</article><script>document.body.remove()</script>` },
]; // prettier-ignore

/** Clicks on the first quotation without asking the page's document by names that are the page's own. */
async function clickFirst(page: Page): Promise<void> {
  const at = (await page.evaluate(`(() => {
    const paragraph = Document.prototype.querySelector.call(document, 'article p:nth-of-type(2)');
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, height } = paragraph.getBoundingClientRect();
    return [left, top, height];
  })()`)) as readonly [number, number, number];
  await page.mouse.click(at[0] + 60, at[1] + Math.min(9, at[2] / 2));
}

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('an odd page in $name', ({ start }) => {
  let folder = '';
  let site: Served;
  let session: Session;
  let library: Page;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-odd-'));
    site = await serve(folder, { headers: { '/data.xml': { 'Content-Type': 'application/xml' } } });
    session = await start({ hosts: { [host]: site.port } });
    library = await session.openOwn('src/library/library.html');
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (name: string, article: HostileArticle): Promise<Page> => {
    await writeArticle(folder, name, article);
    const page = await session.open(`http://${host}/${name}.html`);
    await page.bringToFront();
    const isPainted = async (): Promise<boolean> => (await paintedPlaces(page)) >= 3;
    // Eighty thousand people are looked for longer than the three of the other pages.
    await (name === 'byline' ? until('the marks', isPainted, 90_000) : until('the marks', isPainted));
    expect(await paintedPlaces(page)).toBeLessThan(mostPainted);
    return page;
  };

  it.each(read)(
    'Whatever a page is made of, it is read and its marks open: $what',
    async ({ name, article }) => {
      const page = await open(name, article);
      // Once only: a second click takes away what the first has opened.
      await clickFirst(page);
      const frame = await popoverFrame(page);
      await until('the quotation', () =>
        frame.evaluate((said) => document.body.textContent.includes(said), words),
      );
      await writeNote(page, frame, note);
      const kept = await ask(library, 'annotations.ofArticle', { source: `https://${host}/${name}.html` });
      expect(kept.flatMap(({ body }) => body.map(({ value }) => value))).toEqual([note]);
      await page.close();
    },
    240_000,
  );

  it('What was kept of such pages stands in the library within its width', async () => {
    await library.bringToFront();
    for (const view of ['#/articles', '#/notes', `#/search?q=${encodeURIComponent(note)}`]) {
      await goTo(library, view, view === '#/articles' ? 'ferry' : note);
      expect(await library.evaluate(callOf(tooWide, 'document', []))).toEqual([]);
    }
  });

  it.each(files)('A document that is no article is left as it is: $name', async ({ name, text }) => {
    await writeFile(join(folder, name), text);
    const page = await session.open(`http://${host}/${name}`);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const children = await page.evaluate(
      () => document.documentElement?.querySelectorAll(':scope > div').length ?? 0,
    );
    expect(children).toBeLessThanOrEqual(1);
    await page.close();
  });

  it('An element of ours that is cloned, moved or adopted shows the page nothing, and a mark opens again', async () => {
    const page = await open('movers', { more: '<iframe srcdoc="<p>Here</p>"></iframe>' });
    await openPopover(page, words, speaker);
    const seen = await page.evaluate(() => {
      const own = document.documentElement.lastElementChild as HTMLElement;
      const inner = document.querySelector('iframe')?.contentDocument ?? document;
      const copies = [own.cloneNode(true), document.importNode(own, true)] as HTMLElement[];
      document.body.append(...copies);
      const roots = [...copies, own].map(({ shadowRoot }) => shadowRoot);
      inner.body.append(own);
      return [...roots, own.shadowRoot, ...copies.map(({ childElementCount }) => childElementCount)];
    });
    expect(seen).toEqual([null, null, null, null, 0, 0]);
    await until('it to be taken away', () =>
      page.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('div') === null),
    );
    await openPopover(page, words, speaker);
    await page.keyboard.press('Escape');
    await popoverGone(page);
    await page.close();
  });

  it('A page that puts functions of its own in the place of the browser’s has none of them called', async () => {
    const page = await open('replaced', {});
    const at = await page.evaluate((said) => {
      const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) =>
        textContent.includes(said),
      );
      const { left, top } = paragraph?.getBoundingClientRect() ?? new DOMRect();
      return { left, top };
    }, words);
    await page.evaluate(`{
      window.called = 0;
      const lie = () => (window.called++, { next: () => ({ done: false }) });
      for (const [owner, names] of [[Document.prototype, ['open', 'write', 'createRange', 'createElement', 'caretPositionFromPoint', 'querySelectorAll']],
        [Range.prototype, ['toString', 'getClientRects']], [Element.prototype, ['attachShadow', 'getBoundingClientRect', 'closest']]])
        for (const name of names) owner[name] = lie;
      Object.prototype.toJSON = lie;
    }`);
    await page.mouse.click(at.left + 60, at.top + 9);
    const frame = await popoverFrame(page);
    await until('the quotation', () =>
      frame.evaluate((said) => document.body.textContent.includes(said), words),
    );
    expect(await page.evaluate('window.called')).toBe(0);
    await page.close();
  });
});
