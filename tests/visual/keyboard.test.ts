import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, focused, press } from './by-keys.ts';
import { chromium, openStage, type Stage } from './in-browser.ts';

describe.skipIf(chromium === null)('by keyboard alone', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await openStage()), 120_000);
  afterAll(() => stage?.close());

  test('the popover begins at Keep; K keeps, and the focus goes on to the note', async () => {
    const page = await stage.open('popover-quotation');
    expect(await focused(page)).toContain('Keep');
    await press(page, 'k');
    expect((await calls(page)).filter((call) => call.startsWith('annotations.put'))).toHaveLength(1);
    expect(await page.$eval('.keep-bar', (bar) => bar.textContent)).toContain('Kept');
    expect(await focused(page)).toBe('textarea');
    await page.close();
  });

  test('K in a field is a letter', async () => {
    const page = await stage.open('popover-quotation');
    await page.focus('textarea');
    await press(page, 'k');
    expect(await page.$eval('textarea', (field) => field.value)).toBe('k');
    await page.close();
  });

  test('Escape sends what was just typed before it closes', async () => {
    const page = await stage.open('popover-kept');
    await press(page, 'Enter', 'x', 'y', 'Escape');
    const after = (await calls(page)).filter((call) => /^(annotations\.put|popover\.close)/u.test(call));
    expect(after.map((call) => call.split(' ')[0])).toEqual(['annotations.put', 'popover.close']);
    expect(after[0]).toContain('xy');
    await page.close();
  });

  test('Escape in the choice of a speaker closes only that', async () => {
    const page = await stage.open('popover-correcting');
    await press(page, 'Escape');
    expect(await page.$('.picker')).toBeNull();
    expect((await calls(page)).some((call) => call.startsWith('popover.close'))).toBe(false);
    expect(await focused(page)).not.toBe('body');
    await page.close();
  });

  test('another speaker: type a part of the name, Enter', async () => {
    const page = await stage.open('popover-correcting');
    await press(page, 'o', 'k', 'o', 'n', 'Enter');
    const saved = (await calls(page)).find((call) => call.startsWith('annotations.put'));
    expect(saved).toContain('"speaker":"Ada Okonkwo"');
    expect(saved).toContain('"detectedSpeaker":"Marta Lindqvist"');
    expect(saved).toContain('"status":"corrected"');
    await page.close();
  });

  test('tags: a comma and Enter add, Backspace takes the last away', async () => {
    const page = await stage.open('popover-quotation');
    await page.focus('.tag-text');
    await press(page, 'a', ',', 'b', 'Enter', 'Backspace');
    const tags = await page.$$eval('.chip', (chips) => chips.map((chip) => chip.textContent));
    expect(tags).toEqual(['a']);
    await page.close();
  });

  test('delete, and the way back, never lose the focus', async () => {
    const page = await stage.open('popover-kept');
    await page.focus('.keep-bar .icon-button:last-child');
    await press(page, 'Enter');
    expect(await page.$eval('.toast', (toast) => toast.textContent)).toContain('Deleted');
    expect(await focused(page)).toBe('Undo');
    // Past Keep, the two ways to copy, and the file.
    await press(page, 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    expect(await focused(page)).toBe('Close');
    await page.close();
  });

  test('Tab goes round inside the popover, both ways', async () => {
    const page = await stage.open('popover-quotation');
    expect(await focused(page)).toContain('Keep');
    await press(page, 'Tab', 'Tab', 'Tab', 'Tab');
    expect(await focused(page)).toBe('Close');
    await page.keyboard.down('Shift');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('Save a file');
    await press(page, 'Tab', 'Tab', 'Tab');
    await page.keyboard.up('Shift');
    expect(await focused(page)).toContain('Keep');
    await page.close();
  });

  test('Tab stays inside also where nothing but the name has the focus', async () => {
    const page = await stage.open('popover-person-silent');
    await page.keyboard.down('Shift');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('Close');
    await press(page, 'Tab');
    await page.keyboard.up('Shift');
    expect(await focused(page)).toBe('textarea');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('Close');
    await page.close();
  });

  test('Escape closes when it comes up, and only when it went down here', async () => {
    const page = await stage.open('popover-kept');
    const closed = async (): Promise<boolean> =>
      (await calls(page)).some((call) => call.startsWith('popover.close'));
    await page.keyboard.up('Escape');
    expect(await closed()).toBe(false);
    await page.keyboard.down('Escape');
    expect(await closed()).toBe(false);
    await page.keyboard.up('Escape');
    expect(await closed()).toBe(true);
    await page.close();
  });

  test('a low frame: Keep stays in sight, and what has the focus is not beneath it', async () => {
    const page = await stage.open('popover-quotation');
    await page.setViewport({ width: 360, height: 260 });
    await page.evaluate(() => scrollTo(0, 0));
    const bottom = await page.$eval('.keep-bar .button', (button) => button.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(260);
    await page.focus('.tag-text');
    const [field, foot] = await page.evaluate(() => [
      document.querySelector('.tag-text')?.getBoundingClientRect().bottom ?? 0,
      document.querySelector('.card-foot')?.getBoundingClientRect().top ?? 0,
    ]);
    expect(field).toBeLessThanOrEqual(foot ?? 0);
    await page.close();
  });

  test('“Not a quotation” leads on to its way back', async () => {
    const page = await stage.open('popover-kept');
    await page.focus('.corrections-open button');
    await press(page, 'Enter', 'Tab', 'Tab', 'Tab');
    expect(await focused(page)).toContain('Not a quotation');
    await press(page, 'Enter');
    expect(await focused(page)).toBe('It is a quotation after all');
    await press(page, 'Enter');
    expect(await page.$eval('.speaker-name', (name) => name.textContent)).toBe('Marta Lindqvist');
    await page.close();
  });

  test('the popup: a refused passage with a note is taken back from the list of what is kept', async () => {
    const page = await stage.open('popup-kept-rejected');
    expect(await page.$eval('[data-tab=saved] .tab-count', (count) => count.textContent)).toBe('4');
    expect(await page.$$('.tab-panel li')).toHaveLength(4);
    await page.focus('.not-a-quotation button');
    await press(page, 'Enter');
    const saved = (await calls(page)).find((call) => call.startsWith('annotations.put'));
    expect(saved).toContain('"status":"detected"');
    expect(saved).toContain('A pun, not a voice.');
    await page.close();
  });

  test('the library: a bare refusal stands apart, with the way back', async () => {
    const page = await stage.open('library-rejected');
    expect(await page.$$('.record')).toHaveLength(2);
    await page.focus('.refused button');
    await press(page, 'Enter');
    const saved = (await calls(page)).find((call) => call.startsWith('annotations.put'));
    expect(saved).toContain('"status":"detected"');
    await page.close();
  });

  test('an export says how many records are missing from its file', async () => {
    const page = await stage.open('popup-export-skipped');
    const line = await page.waitForSelector('.dialog .skipped-line');
    expect(await line?.evaluate((element) => element.textContent)).toContain('3 records');
    await page.close();
  });

  test('the popup: arrow keys between the tabs, Enter on a row leads to its place', async () => {
    const page = await stage.open('popup-article');
    await page.focus('[data-tab=quotations]');
    await press(page, 'ArrowRight');
    expect(await focused(page)).toContain('People');
    // Past the choice of the order, which is one stop.
    await press(page, 'ArrowLeft', 'Tab', 'Tab', 'Enter');
    expect(await calls(page)).toContain('page.reveal {"type":"quotation","start":400}');
    await page.close();
  });

  test('the export opens, takes the focus, and gives it back', async () => {
    const page = await stage.open('popup-article');
    await page.focus('.export-open-place .button');
    await press(page, 'Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('.dialog') !== null)).toBe(true);
    await page.waitForSelector('.format-row');
    // Past what is exported and into how many files.
    await press(page, 'Tab', 'Tab', 'ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('notes');
    await press(page, 'Escape');
    expect(await focused(page)).toBe('Export');
    await page.close();
  });

  test('a list: the arrow goes in, x selects, Escape lets go, Delete asks for nothing and can be undone', async () => {
    const page = await stage.open('search-all');
    await press(page, 'ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))).toBe('1');
    await press(page, 'x', 'ArrowDown', 'x');
    expect(await page.$eval('.feed-count', (count) => count.textContent)).toBe('2 selected');
    await press(page, 'Escape');
    expect(await page.$eval('.feed-count', (count) => count.textContent)).toBe('4 passages');
    await press(page, 'x', 'Delete');
    const deleted = (await calls(page)).find((call) => call.startsWith('library.delete'));
    expect(deleted).toMatch(/"ids":\["urn:uuid:[^"]+"\]/u);
    await page.close();
  });

  test('Ctrl and A select all that the search finds; one can be left out', async () => {
    const page = await stage.open('picks-deleted');
    await page.evaluate(() => document.querySelector<HTMLElement>('.feed-row')?.focus());
    await page.keyboard.down('Control');
    await press(page, 'a');
    await page.keyboard.up('Control');
    expect(await page.$eval('.feed-count', (count) => count.textContent)).toBe('4 selected');
    await press(page, 'x', 'Delete');
    const deleted = (await calls(page)).findLast((call) => call.startsWith('library.delete'));
    expect(deleted).toMatch(/"search":\{"query":"","filter":\{\}\},"except":\["urn:uuid:[^"]+"\]/u);
    await page.close();
  });

  test('keys in a field are the field’s own, and a tag goes where one types', async () => {
    const page = await stage.open('picks-tags');
    await press(page, 'x', 'Delete', 'a', 'Enter');
    const tagged = (await calls(page)).find((call) => call.startsWith('library.tag '));
    expect(tagged).toContain('"add":["xa"]');
    expect((await calls(page)).some((call) => call.startsWith('library.delete'))).toBe(false);
    await page.close();
  });

  test('work that takes long shows how far it is and can be stopped', async () => {
    const page = await stage.open('picks-working');
    expect(await page.$eval('.work-line', (line) => line.textContent)).toContain('6,120 of 10,000');
    await page.focus('.work-line button');
    await press(page, 'Enter');
    expect((await calls(page)).some((call) => call.startsWith('jobs.cancel'))).toBe(true);
    await page.close();
  });

  test('? shows the keys, Escape closes them and the focus is where it was', async () => {
    const page = await stage.open('search-all');
    await press(page, 'ArrowDown', '?');
    expect(await page.$('dialog[open]')).not.toBeNull();
    await press(page, 'Escape');
    expect(await page.$('dialog[open]')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))).toBe('1');
    await page.close();
  });

  test('what cannot be undone is asked first, with the focus on the answer that changes nothing', async () => {
    const page = await stage.open('trash-asks');
    expect(await focused(page)).toBe('Cancel');
    await press(page, 'Enter');
    expect((await calls(page)).some((call) => call.startsWith('library.purge'))).toBe(false);
    await page.close();
  });

  test('a kept search is renamed', async () => {
    const page = await stage.open('search-kept-change');
    await press(page, '!', 'Enter');
    const put = (await calls(page)).find((call) => call.startsWith('settings.put'));
    expect(put).toContain('"name":"Bridge, with notes!"');
    await page.close();
  });
});
