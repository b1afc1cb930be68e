import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, focused, press } from './by-keys.ts';
import { chromium, openStage, type Stage } from './in-browser.ts';

describe.skipIf(chromium === null)('a person’s page by keyboard alone', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await openStage()), 120_000);
  afterAll(() => stage?.close());

  test('Join takes the focus, Escape gives it back and does nothing', async () => {
    const page = await stage.open('person-asked');
    await page.focus('.person-actions button:nth-child(2)');
    await press(page, 'Enter');
    expect(await focused(page)).toBe('Find the other person');
    await press(page, 'Escape');
    expect(await focused(page)).toBe('Join with another');
    expect(await page.$('.person-form')).toBeNull();
    expect((await calls(page)).some((call) => call.startsWith('people.merge'))).toBe(false);
    await page.close();
  });

  test('another is found by name, chosen and joined, and the focus is not lost', async () => {
    const page = await stage.open('person-merge');
    await press(page, 'l', 'i', 'n', 'd');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await press(page, 'Tab', 'Space', 'Enter');
    const merged = (await calls(page)).filter((call) => call.startsWith('people.merge'));
    expect(merged).toEqual(['people.merge {"into":"marta","from":["marta-2"],"follow":false}']);
    expect(await page.$eval('.toast', (toast) => toast.textContent)).toContain('Joined');
    expect(await focused(page)).toBe('Join with another');
    await page.close();
  });

  test('articles are chosen with Space and split off; all of them cannot be', async () => {
    const page = await stage.open('person-split');
    await press(page, 'Tab', 'Space', 'Tab', 'Space');
    const action = '.person-form button[type=submit]';
    expect(await page.$eval(action, (button) => button.hasAttribute('disabled'))).toBe(true);
    await press(page, 'Space', 'Enter');
    const split = (await calls(page)).find((call) => call.startsWith('people.split'));
    expect(split).toContain('harbour-bridge');
    expect(split).toContain('bruecke');
    expect(split).not.toContain('profile');
    await page.close();
  });

  test('the quotations begin in the upper part of the window; the picture is unfolded with a key, for the next person, too', async () => {
    const page = await stage.open('person');
    const top = await page.$eval('.record', (record) => record.getBoundingClientRect().top);
    expect(top).toBeLessThan(540);
    expect(await page.$eval('.person-when', (fold) => fold.hasAttribute('open'))).toBe(false);
    await page.focus('.person-when summary');
    await press(page, 'Enter');
    await page.waitForSelector('.person-when[open] .occasions-dot');
    await page.evaluate(() => {
      location.hash = '#/people';
    });
    await page.waitForSelector('.people-tools');
    await page.evaluate(() => {
      location.hash = '#/person?id=marta';
    });
    await page.waitForSelector('.person-when[open] .occasions-dot');
    await page.close();
  });

  test('what is chosen stands in the address', async () => {
    const page = await stage.open('person');
    await page.select('.choice-field select', 'beispielzeitung');
    await page.focus('.person-order input:checked');
    await press(page, 'ArrowRight');
    expect(await page.evaluate(() => location.hash)).toBe(
      '#/person?id=marta&outlet=beispielzeitung&order=oldest',
    );
    const asked = (await calls(page)).findLast((call) => call.startsWith('people.quotations'));
    expect(asked).toContain('"filter":{"outlet":"beispielzeitung"},"order":"earliest"');
    await page.close();
  });
});
