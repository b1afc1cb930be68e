import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, focused, press } from './by-keys.ts';
import { chromium, openStage, type Stage } from './in-browser.ts';
import type { Page } from 'puppeteer-core';

const lastPut = async (page: Page): Promise<string> =>
  (await calls(page)).findLast((call) => call.startsWith('annotations.put')) ?? '';
const toast = (page: Page): Promise<string> =>
  page.$eval('.card-foot .toast-place', ({ textContent }) => textContent ?? '');

describe.skipIf(chromium === null)('what one does with a passage', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await openStage()), 120_000);
  afterAll(() => stage?.close());

  test('tags in use by keyboard: the arrow goes in, Enter takes one, Escape closes only the list', async () => {
    const page = await stage.open('popover-tags');
    await page.waitForSelector('.offered-tag');
    expect(await page.$eval('.tag-text', (field) => field.getAttribute('aria-expanded'))).toBe('true');
    await press(page, 'ArrowDown', 'ArrowDown');
    const active = await page.$eval('.tag-text', (field) => field.getAttribute('aria-activedescendant'));
    expect(await page.$eval(`[id="${active}"]`, ({ textContent }) => textContent)).toBe(
      'Haushaltsbegleitgesetz',
    );
    await press(page, 'Enter');
    expect(await lastPut(page)).toContain('"value":"Haushaltsbegleitgesetz"');
    expect(await toast(page)).toContain('Tags changed.');
    await page.keyboard.type('h');
    await page.waitForSelector('.offered-tag');
    await press(page, 'Escape');
    expect(await page.$('.offered-tag')).toBeNull();
    expect((await calls(page)).some((call) => call.startsWith('popover.close'))).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('tag-text');
    await page.close();
  });

  test('tags in use by mouse: a click takes one, and not what was typed so far', async () => {
    const page = await stage.open('popover-tags');
    await (await page.waitForSelector('.offered-tag'))?.click();
    const put = await lastPut(page);
    expect(put).toContain('"value":"harbour"');
    expect(put).not.toContain('"value":"ha"');
    await page.close();
  });

  test('what is typed is added as it is when nothing was chosen', async () => {
    const page = await stage.open('popover-tags');
    await page.waitForSelector('.offered-tag');
    await press(page, 'Enter');
    expect(await lastPut(page)).toContain('"value":"ha"');
    await page.close();
  });

  test('a mark style by key and by mouse; the same again and Undo take it away', async () => {
    const page = await stage.open('popover-quotation');
    await press(page, '2');
    expect(await lastPut(page)).toContain('"styleClass":"rose"');
    expect(await toast(page)).toContain('Marked as Doubtful.');
    expect(await page.$eval('[aria-pressed=true]', (button) => button.getAttribute('aria-label'))).toBe(
      'Doubtful',
    );
    await page.click('.style-button[aria-keyshortcuts="1"]');
    expect(await lastPut(page)).toContain('"styleClass":"green"');
    await page.click('.toast button');
    expect(await lastPut(page)).toContain('"styleClass":"rose"');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await press(page, '2');
    expect(await lastPut(page)).not.toContain('styleClass');
    expect(await toast(page)).toContain('Mark taken away.');
    await page.close();
  });

  test('what a mark style means stands beside them: of the one pointed at, else of the one that has the focus, else of the chosen', async () => {
    const page = await stage.open('popover-styled');
    const told = (): Promise<string> =>
      page.$eval('.style-row', (row) => row.querySelector('.style-name')?.textContent ?? '');
    expect(await told()).toBe('Doubtful');
    await page.focus('.style-button[aria-keyshortcuts="4"]');
    expect(await told()).toBe('To use');
    await page.hover('.style-button[aria-keyshortcuts="3"]');
    expect(await told()).toBe('To check');
    await page.hover('blockquote');
    expect(await told()).toBe('To use');
    await page.focus('.tag-text');
    expect(await told()).toBe('Doubtful');
    await page.close();
  });

  test('a passage of long German words leaves the note in sight', async () => {
    const page = await stage.open('popover-german', { lang: 'de' });
    const bottoms = (): Promise<readonly number[]> =>
      page.evaluate(() =>
        ['textarea', '.card-foot'].map((one) => {
          const box = document.querySelector(one)?.getBoundingClientRect();
          return (one === 'textarea' ? box?.bottom : box?.top) ?? Number.NaN;
        }),
      );
    const [note, foot] = await bottoms();
    expect(note).toBeLessThanOrEqual(foot ?? 0);
    await page.close();
  });

  test('why we think so is one line; the rest of it is shown when it is asked for', async () => {
    const page = await stage.open('popover-german', { lang: 'de' });
    const height = (): Promise<number> =>
      page.$eval('.why-words', (line) => line.getBoundingClientRect().height);
    const folded = await height();
    await page.focus('.why-more button');
    await press(page, 'Enter');
    expect(await height()).toBeGreaterThan(folded * 1.9);
    await press(page, 'Enter');
    expect(await height()).toBe(folded);
    await page.close();
  });

  test('a digit in a field is a digit', async () => {
    const page = await stage.open('popover-quotation');
    await page.focus('textarea');
    await press(page, '1', 'c', 'l');
    expect(await page.$eval('textarea', ({ value }) => value)).toBe('1cl');
    expect(await page.$('[aria-pressed=true]')).toBeNull();
    await page.close();
  });

  test('C copies the citation, L the link; the way back to what was done before is there again after', async () => {
    const page = await stage.open('popover-quotation');
    await press(page, '1', 'c');
    await page.waitForFunction(() => document.querySelector('.toast')?.textContent === 'Citation copied.');
    await page.focus('textarea');
    await page.keyboard.down('Control');
    await press(page, 'v');
    await page.keyboard.up('Control');
    expect(await page.$eval('textarea', ({ value }) => value)).toMatch(
      /^“We can repair it .* falls down\.” — Marta Lindqvist, The Example, 4 March 2026, https:\/\/www\.example-news\.com\S*#:~:text=\S+$/u,
    );
    await page.focus('.keep-tools button');
    expect(await focused(page)).toBe('Copy as citation');
    await page.close();
  });
});
