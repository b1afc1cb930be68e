import type { Page } from 'puppeteer-core';
import { type Surface, until } from '#scripts/driver/session.ts';

/** How a surface is told to undo and redo. */
export interface Ways {
  readonly key: (how: 'undo' | 'redo') => Promise<unknown>;
  /** In the line that says what was done. */
  readonly mouse: (how: 'undo' | 'redo') => Promise<unknown>;
  /** Waits until what it offered is gone, since something else was done. */
  readonly quiet: () => Promise<unknown>;
}

/** Clicks in the toast, which offers one of the two. */
const clickIn = (where: { run: Surface['run'] }, how: 'undo' | 'redo'): Promise<boolean> =>
  until(`${how} in the toast`, () =>
    where.run(
      (root, words) => {
        const buttons = [...root.querySelectorAll<HTMLElement>('.toast button')];
        const button = buttons.find(({ textContent }) => textContent.trim() === words);
        button?.click();
        return button !== undefined;
      },
      how === 'undo' ? 'Undo' : 'Redo',
    ),
  );

const untilQuiet = (where: { run: Surface['run'] }): Promise<boolean> =>
  until('no offer of something older', () => where.run((root) => root.querySelector('.toast') === null));

/** A page of ours in a tab, with real keys. */
export function inTab(own: Page): Ways {
  const run: Surface['run'] = (code, ...args) =>
    own.evaluate(
      `(${code.toString()})(${['document', ...args.map((arg) => JSON.stringify(arg))].join(', ')})`,
    ) as Promise<never>;
  return {
    async key(how) {
      await own.bringToFront();
      await own.keyboard.down('Control');
      if (how === 'redo') await own.keyboard.down('Shift');
      await own.keyboard.press(how === 'redo' ? 'Z' : 'z');
      if (how === 'redo') await own.keyboard.up('Shift');
      await own.keyboard.up('Control');
    },
    mouse: (how) => clickIn({ run }, how),
    quiet: () => untilQuiet({ run }),
  };
}

/** The popup, which no driver gives keys in Firefox: there its own page is given the event. */
export function inPopup(popup: Surface): Ways {
  return {
    key: (how) =>
      popup.run((root, isRedo) => {
        const view = root.defaultView ?? window;
        const init = {
          key: isRedo ? 'Z' : 'z',
          code: 'KeyZ',
          ctrlKey: true,
          shiftKey: isRedo,
          bubbles: true,
          cancelable: true,
        };
        (root.activeElement ?? root.body).dispatchEvent(new view.KeyboardEvent('keydown', init));
      }, how === 'redo'),
    mouse: (how) => clickIn(popup, how),
    quiet: () => untilQuiet(popup),
  };
}
