import { describe, expect, it } from 'vitest';
import { clickWords, openPopover, popoverGone, untilPainted, writeNote } from '#scripts/driver/main-job.ts';
import { ask, pageStates } from '#scripts/driver/own-page.ts';
import { popoverFrame, until } from '#scripts/driver/session.ts';
import { canary, elsewhere, ids } from '#tests/trust/message-samples.ts';
import { untilBar, untilNoBar } from '#tests/e2e/selection-steps.ts';
import { speaker, words } from './hostile-article.ts';
import { browsers, note, useHostileDesk } from './hostile-desk.ts';
import { thievingScript } from './thieving-script.ts';

/** Promise by promise what a page can do that is against us. Attacks that once worked stand in tests/e2e/hostile-pages.test.ts. */

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(browsers)('a hostile page in $name', ({ start }) => {
  const desk = useHostileDesk(start);
  const { open, close, keptOf, notesOf } = desk;

  it('Nothing is read: patched prototypes, listeners in capture and observers get no word of a note, no element of ours and no change but one', async () => {
    const page = await open('thief', { script: thievingScript });
    // The toolbar for selected text, with everything that a pointer and a key may do on it.
    // Firefox gives a page's patched functions the driver's own lists: only words are exchanged here.
    const place = await page.evaluate(`(() => {
      const { left, top } = document.querySelector('p:nth-of-type(3)').getBoundingClientRect();
      return left + ' ' + top;
    })()`);
    const [left = 0, top = 0] = String(place).split(' ').map(Number);
    await page.mouse.move(left + 5, top + 8);
    await page.mouse.down();
    await page.mouse.move(left + 250, top + 8, { steps: 5 });
    await page.mouse.up();
    const bar = await untilBar(page);
    await page.mouse.move(bar.x + 20, bar.y + bar.height / 2, { steps: 4 });
    await page.mouse.wheel({ deltaY: 9 });
    await page.mouse.move(5, 400, { steps: 4 });
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await untilNoBar(page);
    const frame = await openPopover(page, words, speaker);
    await writeNote(page, frame, note);
    const loot = (await page.evaluate('window.loot()')) as {
      words: string;
      keys: string[];
      roots: string[];
      changes: string[];
    };
    for (const word of note.split(' ')) expect(loot.words).not.toContain(word);
    expect(loot.words).not.toContain(canary);
    expect(loot.keys).toEqual([]);
    expect(loot.roots).toEqual([]);
    expect(loot.changes.filter((change) => change !== 'added DIV to HTML')).toEqual([]);
    expect(await notesOf('thief')).toEqual([note]);
    await close(page);
  });

  it('Nothing is written: calls into our element, events made by script and forged messages open nothing and save nothing', async () => {
    const page = await open('caller');
    const before = await ask(desk.library, 'storage.kept', null);
    const found = await page.evaluate(async (quoted) => {
      const own = [...document.documentElement.children].at(-1) as HTMLElement;
      const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) =>
        textContent.includes(quoted),
      );
      const tried: string[] = [];
      const attempt = (name: string, work: () => unknown): void => {
        try {
          work();
        } catch {
          tried.push(name);
        }
      };
      const box = paragraph?.getBoundingClientRect();
      const at = {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: (box?.x ?? 0) + 80,
        clientY: (box?.y ?? 0) + 8,
      };
      for (const target of [own, paragraph ?? own, document, window]) {
        for (const kind of [
          'pointerdown',
          'mousedown',
          'pointerup',
          'mouseup',
          'click',
          'dblclick',
          'contextmenu',
        ])
          target.dispatchEvent(new PointerEvent(kind, at));
        for (const key of ['Enter', 'k', 'Escape', 'Delete'])
          target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        target.dispatchEvent(
          new MessageEvent('message', { data: { name: 'annotations.delete', input: {} } }),
        );
      }
      own.click();
      own.focus();
      attempt('attachShadow', () => own.attachShadow({ mode: 'open' }));
      const messages = [
        { name: 'page.openSelection', input: { intent: 'keep' } },
        { name: 'annotations.search', input: { query: '', limit: 9 } },
        { popover: { tabId: 1, id: 'x' } },
      ];
      for (const message of messages) {
        postMessage(message, '*');
        for (let i = 0; i < window.length; i++) window[i]?.postMessage(message, '*');
      }
      const { chrome } = window as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } };
      await new Promise((resolve) => setTimeout(resolve, 800));
      return {
        root: own.shadowRoot,
        frames: window.length,
        tried,
        canSend: typeof chrome?.runtime?.sendMessage,
      };
    }, words);
    expect(found).toEqual({ root: null, frames: 0, tried: ['attachShadow'], canSend: 'undefined' });
    expect(await ask(desk.library, 'storage.kept', null)).toBe(before);
    await close(page);
  });

  it('The marks tell nothing: their names say nothing of us or of anybody, and a page that clears them hinders no click', async () => {
    const page = await open('highlights');
    const marks = (await page
      .evaluate(
        '[...CSS.highlights.entries()].map(([name, ranges]) => name + [...ranges].map(String).join(" "))',
      )
      .catch(() => page.evaluate('[...CSS.highlights.keys()]'))) as string[];
    expect(marks.join(' ')).not.toMatch(/record|quot|note|kept/i);
    expect(marks.join(' ')).not.toContain(canary);
    await page.evaluate('CSS.highlights.clear()');
    await openPopover(page, words, speaker);
    await close(page);
  });

  it('The browser stays responsive on a page of a million nodes', async () => {
    const page = await open('million', {
      after: `addEventListener('load', () => setTimeout(() => {
        const box = document.createElement('div');
        box.style.contentVisibility = 'auto';
        box.style.height = '0';
        box.style.overflow = 'hidden';
        for (let i = 0; i < 1000; i++) { const row = document.createElement('div'); for (let j = 0; j < 999; j++) row.append(document.createElement('i')); box.append(row); }
        document.body.append(box);
        window.isGrown = true;
      }, 500))`,
    });
    await until('the million', () => page.evaluate('window.isGrown === true') as Promise<boolean>, 60_000);
    // The page's own work is over; what we do with it must leave room for a key and a click.
    const slowest = (await page.evaluate(`new Promise((resolve) => {
      let slowest = 0, last = performance.now();
      const tick = () => { const now = performance.now(); slowest = Math.max(slowest, now - last); last = now; count++ < 200 ? setTimeout(tick, 10) : resolve(slowest); };
      let count = 0; tick();
    })`)) as number;
    expect(slowest).toBeLessThan(8_000);
    await openPopover(page, words, speaker);
    await close(page);
  }, 180_000);

  it('The browser stays responsive on a page of 10,000 quotations', async () => {
    const more = Array.from(
      { length: 10_000 },
      (_, i) => `<p>“The gate of number ${i} is shut,” said Bo Lind.</p>`,
    ).join('');
    const page = await open('many', { more });
    await openPopover(page, words, speaker);
    const answer = await Promise.race([page.evaluate('"alive"'), rest(20_000)]);
    expect(answer).toBe('alive');
    await close(page);
  }, 180_000);

  it('No script runs: markup in titles, names, bylines and quotations stays text in every surface', async () => {
    const mark = '&lt;img src=x onerror=window.ran=1&gt;&lt;script&gt;window.ran=1&lt;/script&gt;';
    const said = 'The buoys are gone';
    const page = await open('markup', {
      title: `A ${mark} title`,
      head: `<meta name="author" content='"&gt;${mark}'><meta property="og:site_name" content="${mark}">`,
      more: `<p>“${said}, ${mark}” said Lars ${mark} Holt.</p><p>“It is so, [a](javascript:window.ran=1),” said Lars Holt.</p>`,
    });
    await clickWords(page, said);
    const frame = await popoverFrame(page);
    await until('the quotation', () =>
      frame.evaluate((text) => document.body.textContent.includes(text), said),
    );
    await writeNote(page, frame, '<img src=x onerror=window.ran=1> [a](javascript:window.ran=1)');
    await desk.library.bringToFront();
    await until('it in the library', () =>
      desk.library.evaluate(() => document.body.textContent.includes('onerror')),
    );
    for (const view of [frame, desk.library.mainFrame()]) {
      const active = await view.evaluate(
        () => document.querySelectorAll('img[src="x"], a[href^="javascript"], body script, [onerror]').length,
      );
      expect(active).toBe(0);
      expect(await view.evaluate('typeof window.ran')).toBe('undefined');
    }
    await page.bringToFront();
    await close(page);
  });

  it('A page that lies about its address and language gets nothing of another site, and its notes stay its own', async () => {
    const page = await open('liar', {
      language: `en-${'x'.repeat(3_000)}`,
      head: `<link rel="canonical" href="${elsewhere}"><meta property="og:url" content="${elsewhere}"><base href="https://bank.example/">`,
    });
    const frame = await openPopover(page, words, speaker);
    await writeNote(page, frame, note);
    expect(await notesOf('liar')).toEqual([note]);
    expect(
      (await ask(desk.library, 'annotations.ofArticle', { source: elsewhere })).map(({ id }) => id),
    ).toEqual([ids.elsewhere]);
    // What our script in the page's process knows of any tab.
    expect(JSON.stringify(await pageStates(desk.library))).not.toContain(canary);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(canary);
    await close(page);
  });

  it('A page that leaves while a note is being saved loses no note and takes none along', async () => {
    const page = await open('leaving');
    await desk.write('arrived');
    const frame = await openPopover(page, words, speaker);
    await writeNote(page, frame, note);
    await page.keyboard.type(' and more');
    await page.evaluate(() => location.assign('/arrived.html'));
    await until('the next page', async () => page.url().includes('arrived'));
    await untilPainted(page, 3);
    const [kept = ''] = await notesOf('leaving');
    expect(kept.startsWith(note)).toBe(true);
    expect(await keptOf('arrived')).toEqual([]);
    await popoverGone(page);
    await page.close();
  });
});
