import { describe, expect, it } from 'vitest';
import { openPopover, popoverGone } from '#scripts/driver/main-job.ts';
import { until } from '#scripts/driver/session.ts';
import { speaker, words } from './hostile-article.ts';
import { browsers, useHostileDesk } from './hostile-desk.ts';

/** Pages that take the focus while the reader writes. */

/** Tells what of the reader's keys reaches the page or a frame of it. */
const hearing = `window.heard = [];
  for (const kind of ['keydown', 'message']) addEventListener(kind, (event) => {
    const key = kind === 'keydown' ? event.key : event.data && event.data.key;
    if (key) heard.push(key);
  }, true);`;
const telling = '<input><script>onkeydown = ({ key }) => parent.postMessage({ key }, "*")</script>';
const quiet = `for (const kind of ['focus', 'focusin', 'blur', 'focusout'])
  addEventListener(kind, (event) => event.stopImmediatePropagation(), true);`;
const field = '<input id="thief" style="position:fixed;bottom:0;left:0">';
const frameOf = (attributes: string): string =>
  `<iframe id="thief" ${attributes} style="position:fixed;bottom:0;left:0;height:60px"></iframe>`;
/** Ways to take the focus, and how many keys are lost to the page until it is back: none where an event of the page's own tells us. */
const thefts: readonly {
  readonly what: string;
  readonly name: string;
  readonly script?: string;
  readonly more?: string;
  readonly theft: string;
  readonly most: number;
}[] = [
  { what: 'by a field, and no listener after its own hears of it', name: 'quiet', script: quiet, more: field, theft: 'document.querySelector("#thief").focus()', most: 0 },
  { what: 'from our element, for nobody', name: 'blur', theft: 'document.activeElement.blur()', most: 1 },
  { what: 'by its window', name: 'window', theft: 'window.focus()', most: 1 },
  {
    what: 'by a frame of its own',
    name: 'frame',
    more: frameOf(`srcdoc='${telling}'`),
    theft: 'document.querySelector("#thief").contentDocument.querySelector("input").focus()',
    most: 4,
  },
  {
    what: 'by an advertisement’s frame',
    name: 'advertisement',
    more: frameOf(
      `sandbox="allow-scripts" srcdoc='${telling}<script>onmessage = () => document.querySelector("input").focus()</script>'`,
    ),
    theft: 'document.querySelector("#thief").contentWindow.postMessage(null, "*")',
    most: 4,
  },
]; // prettier-ignore

describe.each(browsers)('a page that snatches the focus in $name', ({ start }) => {
  const desk = useHostileDesk(start);
  const { open, close } = desk;

  it.each(thefts)(
    'A page that snatches the focus does not get what the reader goes on typing: $what',
    async ({ name, script = '', more = '', theft, most }) => {
      const page = await open(`theft-${name}`, { script: `${hearing}${script}`, more });
      const frame = await openPopover(page, words, speaker);
      await frame.evaluate(() => document.querySelector('textarea')?.focus());
      await page.keyboard.type('abc', { delay: 20 });
      await page.evaluate(`setTimeout(() => { ${theft} }, 30)`);
      const typed = 'defghijklmnopqrstuvwxyz';
      await page.keyboard.type(typed, { delay: 30 });
      const heard = (await page.evaluate('window.heard.join("")')) as string;
      expect(heard.length, heard).toBeLessThanOrEqual(most);
      const written = await until('the end of the note', () =>
        frame.evaluate(() => {
          const value = document.querySelector('textarea')?.value ?? '';
          return value.endsWith('z') && value;
        }),
      );
      // A key that is pressed while the focus changes hands may reach nobody.
      expect(written.length).toBeGreaterThan(20);
      await close(page);
    },
  );

  it('A page that snatches the focus for a window of its own has the popover close: what is typed is seen to go elsewhere', async () => {
    const page = await open('theft-modal', { more: '<dialog><input></dialog>' });
    await openPopover(page, words, speaker);
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await popoverGone(page);
    await page.close();
  });
});
