import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteOf, tagsOf, withNote, withSpeaker, withTags } from '#core/annotation-edit.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, type Surface, until } from '#scripts/driver/session.ts';
import { annotation, article, at, id, saidBy, source } from '../storage/records.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { beforeSecondAttemptWith, closeAll, loadOwnAnew } from './second-attempt.ts';

/** Whatever was done, on whichever surface: taken back and made again from the library, the panel and the popup, by key and by mouse. */

const page = { offset: 0, limit: 9 };
const other = `${source}-2`;

interface Deed {
  readonly what: string;
  readonly act: (own: Page) => Promise<unknown>;
  /** Whether it stands. */
  readonly stands: (own: Page) => Promise<boolean>;
}

const record = async (own: Page, number: number) => {
  const found = await ask(own, 'annotations.get', { id: id(number) });
  if (found === null) throw new Error('not there');
  return found;
};
const change = async (own: Page, number: number, edit: (now: string) => ReturnType<typeof annotation>) => {
  const before = await record(own, number);
  const next = edit(new Date().toISOString());
  return ask(own, 'annotations.put', {
    annotation: next,
    article: article({ source: next.target.source }),
    base: before.modified,
  });
};
const personIn = async (own: Page, where: string) => {
  const found = await ask(own, 'people.find', { source: where, name: 'Ana Ortiz' });
  if (found === null) throw new Error('nobody');
  return found.person;
};
const isOne = async (own: Page): Promise<boolean> =>
  (await personIn(own, source)).id === (await personIn(own, other)).id;

const deeds: readonly Deed[] = [
  {
    what: 'a deletion',
    act: (own) => ask(own, 'annotations.delete', { id: id(1) }),
    stands: async (own) => (await ask(own, 'library.trash', page)).total === 1,
  },
  {
    what: 'bringing it back from the trash',
    act: (own) => ask(own, 'library.restore', { ids: [id(1)] }),
    stands: async (own) => (await ask(own, 'library.trash', page)).total === 0,
  },
  {
    what: 'a note',
    act: async (own) => {
      const now = await record(own, 1);
      return change(own, 1, (time) => withNote(now, 'to be undone', time));
    },
    stands: async (own) => noteOf(await record(own, 1)) === 'to be undone',
  },
  {
    what: 'a tag',
    act: async (own) => {
      const now = await record(own, 2);
      return change(own, 2, (time) => withTags(now, ['river'], time));
    },
    stands: async (own) => tagsOf(await record(own, 2)).includes('river'),
  },
  {
    what: 'a tag for many',
    act: (own) =>
      ask(own, 'library.tag', { selection: { ids: [1, 2, 3].map(id) }, add: ['many'], remove: [] }),
    stands: async (own) => (await ask(own, 'library.tags', { limit: 9 })).some(({ tag }) => tag === 'many'),
  },
  {
    what: 'a correction',
    act: async (own) => {
      const now = await record(own, 3);
      return change(own, 3, (time) => withSpeaker(now, 'Ben Reed', time));
    },
    stands: async (own) => (await record(own, 3)).quotation?.speaker === 'Ben Reed',
  },
  {
    what: 'a decision on a name',
    act: (own) =>
      ask(own, 'decisions.put', {
        decision: { source: other, kind: 'not-a-person', about: 'Cleo Marsh', value: null, at: at(9) },
        takeBack: false,
      }),
    stands: async (own) => (await ask(own, 'decisions.ofArticle', { source: other })).length === 1,
  },
  {
    what: 'two people joined',
    act: async (own) => {
      const [into, from] = [await personIn(own, source), await personIn(own, other)];
      return ask(own, 'people.merge', { into: into.id, from: [from.id], follow: false });
    },
    stands: isOne,
  },
  {
    what: 'one person split',
    act: async (own) => {
      const { id: person } = await personIn(own, source);
      return ask(own, 'people.split', { id: person, sources: [other], name: null });
    },
    stands: async (own) => !(await isOne(own)),
  },
  {
    what: 'another name',
    act: async (own) =>
      ask(own, 'people.rename', { id: (await personIn(own, source)).id, name: 'The Mayor' }),
    stands: async (own) => (await personIn(own, source)).name === 'The Mayor',
  },
  {
    what: 'a note on a person',
    act: async (own) => {
      const { id: person, modified: base } = await personIn(own, source);
      return ask(own, 'people.note', { id: person, note: 'of the north', base });
    },
    stands: async (own) => (await personIn(own, source)).note === 'of the north',
  },
];

/** How a surface is told to undo and redo. */
interface Ways {
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
function inTab(own: Page): Ways {
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
function inPopup(popup: Surface): Ways {
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
