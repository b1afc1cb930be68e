import { describe, expect, it } from 'vitest';
import { openPopover, writeNote } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { canary } from '#tests/trust/message-samples.ts';
import { speaker, words } from './hostile-article.ts';
import { browsers, note, useHostileDesk } from './hostile-desk.ts';

/** Pages that cover our frame, embed our pages, or have frames of their own ask for what is ours. */

/** What a page does to have something else seen where our frame is, and its end. */
const disguises = [
  {
    dress: `(() => {
      const cover = document.createElement('div');
      cover.id = 'cover';
      cover.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;background:#fff;pointer-events:none';
      cover.popover = 'manual';
      document.body.append(cover);
      cover.showPopover();
    })()`,
    undress: `document.querySelector('#cover').remove()`,
  },
  {
    dress: `void (document.documentElement.style.opacity = '.02')`,
    undress: `void (document.documentElement.style.opacity = '')`,
  },
  {
    dress: `void (document.documentElement.style.filter = 'blur(9px)')`,
    undress: `void (document.documentElement.style.filter = '')`,
  },
];

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(browsers)('a hostile page with frames in $name', ({ name: browserName, start }) => {
  const desk = useHostileDesk(start);
  const { open, close, keptOf, notesOf } = desk;

  it('Nothing is destroyed: a popover that is covered, see-through or blurred throws nothing away where the browser can tell; else one passage of its own page, which comes back; a frame cannot empty the trash', async () => {
    const page = await open('cover');
    const frame = await openPopover(page, words, speaker);
    await writeNote(page, frame, note);
    const own = (name: string, input: unknown): Promise<unknown> =>
      frame.evaluate(
        `chrome.runtime.sendMessage(${JSON.stringify({ name, input })}).then(({ ok, error }) => ok || error)`,
      );
    for (const [name, input] of [
      ['library.purge', { ids: 'all' }],
      ['library.delete', { selection: { search: { query: '', filter: {} }, except: [] } }],
      ['ledger.wipe', null],
      ['backups.restore', { id: 1, mode: 'replace' }],
      ['import.begin', null],
    ] as const)
      expect({ name, answer: await own(name, input) }).toEqual({ name, answer: 'not-allowed' });
    const [kept] = await keptOf('cover');
    const throwAway = (): Promise<void> =>
      frame.evaluate(() =>
        document.querySelector<HTMLButtonElement>('.keep-tools button:last-child')?.click(),
      );
    if (browserName === 'Chromium') {
      for (const { dress, undress } of disguises) {
        await page.evaluate(dress);
        await rest(500);
        await throwAway();
        await until(`the refusal under ${dress}`, () =>
          frame.evaluate(() => document.querySelector('.trouble') !== null),
        );
        expect(await notesOf('cover')).toEqual([note]);
        await page.evaluate(undress);
        await until('the frame to be seen', () =>
          frame.evaluate(() => document.querySelector('.trouble') === null),
        );
      }
    }
    await throwAway();
    await until('the trash', async () => (await keptOf('cover')).length === 0);
    await ask(desk.library, 'annotations.restore', { id: kept?.id ?? '' });
    expect(await notesOf('cover')).toEqual([note]);
    await close(page);
  });

  it('Our pages cannot be fetched or embedded, and our files do not tell that we are here', async () => {
    const page = await open('guesser');
    const files = [
      'manifest.json',
      'icons/icon-16.png',
      'src/library/library.html',
      'src/options/options.html',
      'src/popup/popup.html',
      'src/panel/panel.html',
      'src/welcome/welcome.html',
      'NOTICE',
    ];
    // Firefox gives each installation an origin of its own that no page can guess; with it, only the popover's page is to be had.
    if (browserName === 'Chromium') files.push('src/popover/popover.html');
    const had = await page.evaluate(
      async (origin, paths) => {
        const got: string[] = [];
        const load = (tag: 'img' | 'script' | 'link', address: string): Promise<boolean> =>
          new Promise((resolve) => {
            const element = document.createElement(tag);
            element.addEventListener('load', () => resolve(true));
            element.addEventListener('error', () => resolve(false));
            setTimeout(() => resolve(false), 1_500);
            if (element instanceof HTMLLinkElement)
              Object.assign(element, { rel: 'stylesheet', href: address });
            else element.src = address;
            document.head.append(element);
          });
        for (const path of paths) {
          const address = origin + path;
          const isFetched = await fetch(address).then(
            () => true,
            () => false,
          );
          if (isFetched) got.push(`fetch ${path}`);
          for (const tag of ['img', 'script', 'link'] as const)
            if (await load(tag, address)) got.push(`${tag} ${path}`);
        }
        return got;
      },
      desk.session.ownOrigin,
      files,
    );
    expect(had).toEqual([]);
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `${desk.session.ownOrigin}src/library/library.html`);
    await rest(1_000);
    for (const frame of page.frames()) {
      const text = await frame.evaluate(() => document.body?.textContent ?? '').catch(() => '');
      expect(text).not.toContain(canary);
    }
    await close(page);
  });

  it('Frames that are sandboxed or blank get nothing of ours', async () => {
    const inner = '“Come aboard,” said Mira Kolb.';
    const page = await open('frames', {
      more: `<iframe sandbox="allow-scripts" srcdoc="<p>${inner}</p>"></iframe><iframe src="about:blank" id="blank"></iframe>`,
      after: `document.querySelector('#blank').contentDocument.body.innerHTML = '<p>${inner}</p>'`,
    });
    await openPopover(page, words, speaker);
    for (const frame of page.frames()) {
      const found = await frame
        .evaluate(
          () =>
            [
              location.protocol,
              document.documentElement.children.length,
              document.querySelectorAll('iframe').length,
            ] as const,
        )
        .catch(() => null);
      if (found !== null && found[0] === 'about:') expect(found.slice(1)).toEqual([2, 0]);
    }
    await close(page);
  });
});
