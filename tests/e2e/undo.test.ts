import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { annotation, article, saidBy, source } from '../storage/records.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { beforeSecondAttemptWith, closeAll, loadOwnAnew } from './second-attempt.ts';
import { deeds, other, personIn, record } from './undo-deeds.ts';
import { inPopup, inTab, type Ways } from './undo-ways.ts';

/** Whatever was done, on whichever surface: taken back and made again from the library, the panel and the popup, by key and by mouse. */

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('undo and redo in $name', ({ start }) => {
  let site: SampleSite;
  let session: Session;
  let library: Page;

  beforeAll(async () => {
    site = await openSampleSite(start);
    ({ session, library } = site);
    for (const [number, where] of [[1, source], [2, source], [3, other]] as const)
      await ask(library, 'annotations.put', {
        annotation: annotation({ number, source: where, quotation: saidBy('Ana Ortiz') }),
        article: article({ source: where }),
        base: null,
      }); // prettier-ignore
  });
  afterAll(() => site.close());

  beforeSecondAttemptWith(
    () => library,
    async () => {
      await session.closePopup().catch(() => null);
      for (const place of [publisher, '/panel.html']) await closeAll(session, place);
      await loadOwnAnew(library);
    },
  );

  /** All that was done, taken back and made again by key, and then by mouse; the last stays done. */
  async function goThrough({ key, mouse, quiet }: Ways): Promise<void> {
    for (const deed of deeds) {
      await deed.act(library);
      await quiet();
      for (const [how, way] of [['key', key], ['mouse', mouse]] as const) {
        expect(await deed.stands(library), `${deed.what} was done`).toBe(true);
        await way('undo');
        await until(`${deed.what} to be undone by ${how}`, async () => !(await deed.stands(library)));
        await way('redo');
        await until(`${deed.what} to be done again by ${how}`, () => deed.stands(library));
      } // prettier-ignore
    }
  }

  /** Takes everything back that was gone through. */
  async function takeAllBack(): Promise<void> {
    for (const _ of deeds) await ask(library, 'history.undo', { expected: null });
  }

  it('in the library, by key and by mouse', async () => {
    await goThrough(inTab(library));
    await takeAllBack();
  });

  it('in the panel, by key and by mouse', async () => {
    const panel = await session.openOwn('src/panel/panel.html');
    await goThrough(inTab(panel));
    await takeAllBack();
    await panel.close();
  });

  it('in the popup, by key and by mouse; what was refused is a quotation again, which the popup says with its way back', async () => {
    const there = await session.open(`http://${publisher}/sample/article.html`);
    await untilPainted(there, 20);
    const popup = await session.popup(there);
    await until('the article', () => popup.run((root) => root.querySelector('.row') !== null));
    await goThrough(inPopup(popup));
    await takeAllBack();
    const where = `https://${publisher}/sample/article.html`;
    const refused = {
      ...annotation({ number: 4, source: where, note: 'a motto' }),
      quotation: saidBy(null, 'rejected'),
    };
    await ask(library, 'annotations.put', {
      annotation: refused,
      article: article({ source: where }),
      base: null,
    });
    const status = async () => (await record(library, 4)).quotation?.status;
    const click = (selector: string, words: string): Promise<boolean> =>
      until(words, () =>
        popup.run(
          (root, wanted, part) => {
            const all = [...root.querySelectorAll<HTMLElement>(wanted)];
            const found = all.find(({ textContent }) => textContent.includes(part));
            found?.click();
            return found !== undefined;
          },
          selector,
          words,
        ),
      );
    await click('[role=tab]', 'Kept');
    await click('button', 'It is a quotation after all');
    await until('a quotation', async () => (await status()) === 'detected');
    await until('the words for it', () =>
      popup.run((root) => root.querySelector('.toast')?.textContent.includes('a quotation again') === true),
    );
    await inPopup(popup).mouse('undo');
    await until('no quotation', async () => (await status()) === 'rejected');
    await session.closePopup().catch(() => null);
    await there.close();
  });

  it('a note on a person is told when it is written, and taken back by mouse', async () => {
    const person = await personIn(library, source);
    await library.bringToFront();
    await library.evaluate(
      (to) => {
        location.hash = to;
      },
      `#/person?id=${encodeURIComponent(person.id)}`,
    );
    await until('the note', async () => (await library.$('.person-note textarea')) !== null);
    await library.focus('.person-note textarea');
    await library.keyboard.type('speaks for the north');
    await library.keyboard.press('Tab');
    await until('the toast', () =>
      library.evaluate(
        () => document.querySelector('.toast')?.textContent.includes('Note changed.') === true,
      ),
    );
    const note = async (): Promise<string> => (await personIn(library, source)).note;
    expect(await note()).toBe('speaks for the north');
    const { mouse } = inTab(library);
    await mouse('undo');
    await until('no note', async () => (await note()) === '');
    await mouse('redo');
    await until('the note again', async () => (await note()) === 'speaks for the north');
  });
});
