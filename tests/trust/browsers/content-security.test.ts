import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { html } from '#core/export/html.ts';
import { hostileAnnotation, hostileArticle } from '#tests/core/export/hostile-record.ts';
import { written } from '#tests/core/export/written.ts';
import { articleAt } from '#tests/trust/message-samples.ts';
import { words, writeArticle } from './hostile-article.ts';

/** What can run, load or phone on our own pages and in what we export: tried in real browsers, with a server that hears every request. */

const host = 'www.hindustantimes.com';
const spy = 'http://spy.example';

/** Notes that would run, load or phone if a note were HTML, or its Markdown were all that Markdown can be. */
const notes = [
  `<script>window.ran = 1</script> <script src="${spy}/a.js"></script>`,
  `<img src="${spy}/a.png" onerror="window.ran = 1"> <svg onload="window.ran = 1"><use href="${spy}/a.svg#a"/></svg>`,
  `<iframe src="${spy}/a.html"></iframe> <iframe srcdoc="<script>parent.ran = 1</script>"></iframe>`,
  `<style>@import '${spy}/a.css'; body { background: url(${spy}/b.png) }</style>`,
  `<link rel="prefetch" href="${spy}/c.html"> <meta http-equiv="refresh" content="0;url=${spy}/d.html">`,
  `![a picture](${spy}/e.png) ![][pixel]\n\n[pixel]: ${spy}/f.png "a title"`,
  `[![nested](${spy}/g.png)](javascript:window.ran=1) [a](JaVaScRiPt:window.ran=1) [b](data:text/html,<script>opener.ran=1</script>)`,
  '[c](java\tscript:window.ran=1) [d](&#106;avascript:window.ran=1) <javascript:window.ran=1> [e](vbscript:x) [f](file:///etc/passwd)',
  `[g](${spy}/" onmouseover="window.ran=1) <a href="${spy}" ping="${spy}/ping">h</a> <form action="${spy}"><button autofocus>i</button></form>`,
  `[the landing](${spy}/landing.html) and [mail](mailto:a@b.example) and ${spy}/bare.html`,
];

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('in $name', ({ start }) => {
  const source = `https://${host}/kept.html`;
  let folder = '';
  let site: Served;
  let session: Session;
  let library: Page;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-trust-'));
    const strict = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    site = await serve(folder, { headers: { '/strict.html': { 'Content-Security-Policy': strict } } });
    const hosts = { [host]: site.port, 'spy.example': site.port, 'files.example': site.port };
    session = await start({ hosts });
    library = await session.openOwn('src/library/library.html');
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const phoned = (): readonly string[] =>
    site.requests.filter((request) => request.host.startsWith('spy.example')).map(({ path }) => path);
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

  /** Keeps the first quotation of the page with this note. */
  async function keep(note: string, number: number): Promise<void> {
    const sample = hostileAnnotation('words', source);
    const [, tag] = sample.body;
    if (!tag) throw new Error('the sample has no tag');
    const id = `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const comment = {
      type: 'TextualBody',
      purpose: 'commenting',
      value: note,
      format: 'text/markdown',
    } as const;
    const exact = number === 0 ? words : `words ${number} that stand nowhere`;
    const target = {
      ...sample.target,
      selector: [{ type: 'TextQuoteSelector', exact, prefix: '“', suffix: '' }] as const,
    };
    const annotation = { ...sample, id, body: [comment, tag], target };
    await ask(library, 'annotations.put', { annotation, article: articleAt(source), base: null });
  }

  /** What is in the notes that a surface draws. */
  const drawnNotes = (view: Page | Frame) =>
    view.evaluate(() => {
      const inNotes = [...document.querySelectorAll('.note-words, .note-words *')];
      const links = inNotes.filter((element) => element instanceof HTMLAnchorElement);
      return {
        elements: [...new Set(inNotes.map(({ localName }) => localName))].toSorted(),
        attributes: [
          ...new Set(inNotes.flatMap(({ attributes }) => [...attributes].map(({ name }) => name))),
        ].toSorted(),
        leads: [
          ...new Set(links.map(({ protocol, target, rel }) => `${protocol} ${target} ${rel}`)),
        ].toSorted(),
        elsewhere: performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((address) => !address.startsWith(location.origin)),
        ran: 'ran' in window,
      };
    });
  const harmless = {
    attributes: ['class', 'dir', 'href', 'rel', 'target'],
    leads: ['http: _blank noopener noreferrer', 'mailto: _blank noopener noreferrer'],
    elsewhere: [],
    ran: false,
  };

  it('A note runs nothing, loads nothing and phones nobody, in the library and in the popover', async () => {
    await writeArticle(folder, 'kept');
    await keep(notes.join('\n\n'), 0);
    for (const [index, note] of notes.entries()) await keep(note, index + 1);
    await library.evaluate(
      (place) => {
        location.hash = place;
      },
      `#/article?source=${encodeURIComponent(source)}`,
    );
    await until('the notes in the library', () =>
      library.evaluate((count) => document.querySelectorAll('.note-words').length >= count, 4),
    );
    const page = await session.open(`http://${host}/kept.html`);
    await untilPainted(page, 3);
    const frame = await openPopover(page, words, 'the landing');
    await rest();
    for (const view of [library, frame]) {
      const { elements, ...drawn } = await drawnNotes(view);
      expect(drawn).toMatchObject(harmless);
      expect(
        elements.filter(
          (name) => !'a br code div em li mark ol p pre span strong ul'.split(' ').includes(name),
        ),
      ).toEqual([]);
    }
    expect(phoned()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.close();
  });

  it('a link of a note is followed when the reader follows it only, and tells the other page nothing', async () => {
    // The page says itself what it was told: Firefox gives its driver no page that another one opened.
    const script = 'fetch(`/told: ${window.opener}, ${JSON.stringify(document.referrer)}`)';
    await writeFile(
      join(folder, 'landing.html'),
      `<!doctype html><title>landed</title><script>${script}</script>`,
    );
    await library.bringToFront();
    // By a real key: Firefox opens no window for what a script does.
    await until('the link', () =>
      library.evaluate(() => {
        const link = document.querySelector<HTMLAnchorElement>('.note-words a[href$="/landing.html"]');
        link?.focus();
        return link !== null && document.activeElement === link;
      }),
    );
    await library.keyboard.press('Enter');
    const told = await until(
      'the page that it leads to',
      async () => phoned().find((path) => path.startsWith('/told')) ?? null,
    );
    expect(told).toBe('/told: null, ""');
    expect(phoned().filter((path) => path !== '/favicon.ico')).toEqual(['/landing.html', told]);
  });

  it('Nothing but our own files runs, is shown or is asked for on a page of ours', async () => {
    await library.bringToFront();
    const heard = phoned().length;
    const done = await library.evaluate(async (away) => {
      const went: string[] = [];
      const attempt = async (what: string, work: () => unknown): Promise<void> => {
        try {
          if ((await work()) !== false) went.push(what);
        } catch {
          // Refused.
        }
      };
      const loads = (element: HTMLElement): Promise<boolean> =>
        new Promise((resolve) => {
          element.addEventListener('load', () => resolve(true));
          element.addEventListener('error', () => resolve(false));
          setTimeout(() => resolve(false), 500);
          document.body.append(element);
        });
      const make = (tag: string, values: object): HTMLElement =>
        Object.assign(document.createElement(tag), values);
      // A driver's own code may use eval until it has returned.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const later = (work: () => unknown): Promise<unknown> =>
        new Promise((resolve, reject) => setTimeout(() => {
          try { resolve(work()); } catch (error) { reject(error); }
        }, 0));
      await attempt('eval', () => later(() => (Reflect.get(globalThis, 'eval') as (code: string) => unknown)('1')));
      await attempt('a function of text', () => later(() => Reflect.construct(Reflect.get(globalThis, 'Function'), ['return 1'])));
      await attempt('markup', () => { document.createElement('p').innerHTML = '<b>b</b>'; });
      await attempt('another policy', () => {
        const { trustedTypes } = globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } };
        trustedTypes.createPolicy('mine', { createHTML: (text: string) => text });
      });
      await attempt('a script in a page', async () => {
        await loads(make('script', { textContent: 'window.ran = 1' }));
        return 'ran' in window;
      });
      await attempt('a script', () => loads(make('script', { src: `${away}/a.js` })));
      await attempt('a sheet', () => loads(make('link', { rel: 'stylesheet', href: `${away}/a.css` })));
      await attempt('a picture', () => loads(make('img', { src: `${away}/a.png` })));
      await attempt('a request', () => fetch(`${away}/a.json`));
      await attempt('a worker', () => new Worker(`${away}/a.js`));
      await attempt('a worker of text', () => new Worker(URL.createObjectURL(new Blob(['1']))));
      const frame = make('iframe', { src: `${away}/a.html` });
      await loads(frame);
      document.querySelectorAll('body > :not(#root)').forEach((element) => element.remove());
      return { went, hasTrustedTypes: 'trustedTypes' in globalThis };
    }, spy); // prettier-ignore
    expect(done).toEqual({ went: [], hasTrustedTypes: true });
    await rest();
    expect(phoned().slice(heard)).toEqual([]);
  });

  it('An exported page runs nothing, loads nothing and phones nobody', async () => {
    const heard = phoned().length;
    const records = notes.map((note, index) => ({
      ...hostileAnnotation(note),
      id: `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    }));
    const title = notes[0] ?? '';
    const file = written(
      html,
      { articles: [hostileArticle(notes[1] ?? '')], annotations: records },
      { title },
    );
    await writeFile(join(folder, 'export.html'), file);
    const page = await session.open('http://files.example/export.html');
    await rest();
    const seen = await page.evaluate(() => ({
      active: document.querySelectorAll('script, img, iframe, svg, link, form, base, [onerror], [onload]')
        .length,
      passages: document.querySelectorAll('figure').length,
      ran: 'ran' in window,
    }));
    expect(seen).toEqual({ active: 0, passages: notes.length, ran: false });
    expect(phoned().slice(heard)).toEqual([]);
    await page.close();
  });

  it('a newspaper that has Trusted Types itself is read as any other', async () => {
    await writeArticle(folder, 'strict');
    const page = await session.open(`http://${host}/strict.html`);
    await page.bringToFront();
    await untilPainted(page, 3);
    await openPopover(page, words, 'Mira Kolb');
    await page.keyboard.press('Escape');
    await page.close();
  });
});
