import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteOf } from '#core/annotation-edit.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { clickWords, openPopover, paintedPlaces, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import {
  acknowledged,
  allText,
  beginNote,
  elements,
  noteIn,
  plainWords,
  saysSaved,
  speaker,
  typeOn,
  words,
} from './note-in-writing.ts';
import { openSampleSite, publisher, type SampleSite } from '#tests/e2e/sample-site.ts';

/** A new version is installed while pages are open, and the reader is writing on one of them. */

const address = `http://${publisher}/sample/article.html`;
const typedOn = ', and typed on';
const sentence = 'On Record was updated or restarted. Reload the page to go on.';

async function writeVersion(folder: string, version: string): Promise<void> {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...manifest, version }));
}

/** Installs what lies in the folder over what is installed. */
async function install(session: Session, folder: string): Promise<void> {
  if (session.name === 'firefox') {
    await session.browser.installExtension(folder);
    return;
  }
  const protocol = await session.browser.target().createCDPSession();
  await protocol.send('Extensions.loadUnpacked', { path: folder });
  await protocol.detach();
}

describe.each([
  { name: 'Chromium', start: startChromium, built: 'dist/chrome' },
  { name: 'Firefox', start: startFirefox, built: 'dist/firefox' },
])('updated under open tabs, in $name', ({ name, start, built }) => {
  let folder = '';
  let site: SampleSite;
  let writing: Page;
  let reading: Page;
  let frame: Frame;
  let namesBefore: string[];

  const markNames = (page: Page): Promise<string[]> => page.evaluate(() => [...CSS.highlights.keys()]);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-update-'));
    await cp(built, folder, { recursive: true });
    site = await openSampleSite((options) => start({ ...options, extension: folder }));
    reading = await site.session.open(address);
    await untilPainted(reading, 20);
    writing = await site.session.open(address);
    await untilPainted(writing, 20);
    frame = await beginNote(writing);
    namesBefore = await markNames(reading);
    await writeVersion(folder, '9.9.9');
    await install(site.session, folder);
    // Until the new background is there, and in Firefox its script on the pages.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  });
  afterAll(async () => {
    await site?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('what the reader types on stays where it is written, and is saved', async () => {
    await typeOn(writing, frame, typedOn);
    // In both browsers the old frame is left behind for good: what is written in it waits for the next one, and it says so.
    await until('a word on what has become of it', () =>
      frame.evaluate(
        () =>
          document.querySelector('.save-line')?.textContent.includes('what you wrote will be saved') === true,
      ),
    );
    expect(await saysSaved(frame)).toBe(false);
    // It tries by itself: a button that cannot help would take the note's room.
    expect(await frame.evaluate(() => document.querySelectorAll('.save-line button').length)).toBe(0);
    const waiting = await frame.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(waiting).toContain(acknowledged + typedOn);
    expect(await noteIn(frame)).toBe(acknowledged + typedOn);
  });

  it('the popover can be closed, and the next one holds all that was written', async () => {
    if (name === 'Chromium') await writing.keyboard.press('Escape');
    else await clickWords(writing, plainWords);
    await until(
      'the old frame to go',
      async () => frame.detached || !(await frame.evaluate(() => location.href)).includes('popover'),
    );
    await writing.reload({ waitUntil: 'load' });
    await untilPainted(writing, 20);
    await writing.bringToFront();
    const next = await openPopover(writing, words, speaker);
    await until('the whole note', () =>
      next.evaluate((text) => document.body.innerText.includes(text), acknowledged + typedOn),
    );
    expect(await next.evaluate(() => document.body.innerText.match(/acknowledged/gu)?.length)).toBe(1);
    const left = await next.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':')));
    expect(left).toEqual([]);
    await writing.keyboard.press('Escape');
    // Firefox closes our own pages with an update, also the one through which its driver opens others.
    if (name === 'Firefox') return;
    const own = await site.session.openOwn('src/library/library.html');
    const hits = await ask(own, 'annotations.search', { query: acknowledged, limit: 9 });
    await own.close();
    expect(hits.map(({ annotation }) => noteOf(annotation))).toEqual([acknowledged + typedOn]);
  });

  it('a page that was only read says one plain sentence, or goes on with the new script, and no mark is left behind', async () => {
    await reading.bringToFront();
    if (name === 'Firefox') {
      // The new script runs there by itself: the old one's marks and element are gone.
      await untilPainted(reading, 20);
      const now = await markNames(reading);
      expect(now.filter((one) => namesBefore.includes(one))).toEqual([]);
      await openPopover(reading, words, speaker);
      expect(await elements(reading)).toBe(3);
      return;
    }
    await clickWords(reading, words);
    await until('the marks to go', async () => (await paintedPlaces(reading)) === 0);
    await until('the sentence', async () => (await allText(reading)).includes(sentence));
    // The next press takes it away.
    await clickWords(reading, plainWords);
    await until('the sentence to go', async () => !(await allText(reading)).includes(sentence));
    expect(await elements(reading)).toBe(2);
    await reading.reload({ waitUntil: 'load' });
    await untilPainted(reading, 20);
  });
});
