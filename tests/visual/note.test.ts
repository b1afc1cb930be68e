import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, focused, press } from './by-keys.ts';
import { chromium, openStage, type Stage } from './in-browser.ts';

describe.skipIf(chromium === null)('the note', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await openStage()), 120_000);
  afterAll(() => stage?.close());

  test('is drawn as it is meant: no image, no HTML, no address but those one may follow', async () => {
    const page = await stage.open('popover-note');
    const drawn = await page.$eval('.note-words', (note) => ({
      pieces: ['p strong', 'em', 'ul li', 'ul ol[start="1"] li', 'blockquote', 'pre code', 'hr'].filter(
        (selector) => note.querySelector(selector) === null,
      ),
      foreign: note.querySelectorAll('img, script, [onerror], [style]').length,
      links: [...note.querySelectorAll('a')].map(({ href, target, rel }) => `${href} ${target} ${rel}`),
      words: note.textContent,
    }));
    expect(drawn.pieces).toEqual([]);
    expect(drawn.foreign).toBe(0);
    const away = '_blank noopener noreferrer';
    expect(drawn.links).toEqual([
      `https://www.example-news.com/2025/bridge-survey ${away}`,
      `https://www.example.org/report.pdf ${away}`,
      `https://www.example.org/bridge.jpg ${away}`,
    ]);
    expect(drawn.words).toContain('<img src=x onerror=alert(1)>');
    expect(drawn.words).toContain('do not');
    await page.close();
  });

  test('by keyboard: Enter leads from the note to its field, with the words as they were typed', async () => {
    const page = await stage.open('popover-note');
    expect(await focused(page)).toBe('Edit note');
    await press(page, 'Enter', 'x');
    expect(await page.$eval('textarea', ({ value }) => value)).toMatch(/^# Who paid[^]*\(1\)\)x$/u);
    await press(page, 'Tab');
    expect(await page.$eval('.note-words', (note) => note.textContent)).toContain('do notx');
    expect(await page.$('textarea')).toBeNull();
    expect((await calls(page)).find((call) => call.startsWith('annotations.put'))).toContain('(1))x');
    await page.close();
  });

  test('by mouse: a click on the words opens the field, a click elsewhere draws them again', async () => {
    const page = await stage.open('popover-note');
    await page.click('.note-words em');
    await page.waitForSelector('textarea:focus');
    await page.keyboard.type(' more');
    // The note grows small under the pointer: what is pressed must be what gets the click.
    await page.click('.tag-text');
    await page.waitForSelector('.note-words');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('tag-text');
    await page.close();
  });

  test('a button below the field that is left gets its click, though the field goes away', async () => {
    const page = await stage.open('popover-note');
    await page.click('.note-words em');
    await page.waitForSelector('textarea:focus');
    await page.click('.corrections-open button');
    await page.click('.corrections button:nth-child(1)');
    await page.waitForSelector('.note-words');
    expect(await page.$('.picker')).not.toBeNull();
    await page.close();
  });

  test('huge ones are shown as they were typed', async () => {
    const page = await stage.open('popover-note-long');
    const [length, wide] = await page.$eval('.note-verbatim', (note) => [
      note.textContent.length,
      note.scrollWidth > note.clientWidth,
    ]);
    expect(length).toBeGreaterThan(100_000);
    expect(wide).toBe(false);
    await page.close();
  });
});
