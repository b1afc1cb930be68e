import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJson } from '#core/export/read-json.ts';
import { exporters } from '#core/export/registry.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { press } from '#tests/trust/browsers/surface-steps.ts';
import { beforeSecondAttemptWith, loadOwnAnew } from './second-attempt.ts';

/** What the reader takes out of the library: real files, saved by both browsers. */

const article = {
  source: 'https://lantern.example/ferry',
  title: 'The night ferry: “late”?',
  byline: 'Ann Teller',
  section: null,
  modified: null,
  origins: {},
  outlet: 'The Lantern',
  language: 'en',
  published: '2026-02-03T10:00:00.000Z',
  firstSeen: '2026-02-03T10:00:00.000Z',
  lastSeen: '2026-02-03T10:00:00.000Z',
};

const words = [
  'The ferry will run all night.',
  'Nobody counted the boats. 漢字 🛥',
  '=We counted them twice.',
];

const annotations = words.map((exact, index) => ({
  id: `urn:uuid:00000000-0000-4000-8000-00000000000${index}`,
  type: 'Annotation' as const,
  motivation: 'highlighting' as const,
  created: '2026-02-03T10:00:00.000Z',
  modified: '2026-02-03T10:00:00.000Z',
  body: [],
  target: {
    type: 'SpecificResource' as const,
    source: article.source,
    selector: [{ type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' }],
  },
  quotation: null,
}));

/** What opens the dialogue: for all that is kept, and for one passage. */
const everything = '.export-open-place .button';
const onePassage = '.record .icon-button[aria-label="Export"]';

const choose = (page: Page, layout: string): Promise<void> =>
  page.evaluate((value) => {
    const fields = [...document.querySelectorAll<HTMLSelectElement>('.dialog select')];
    const field = fields.find(({ options }) => [...options].some((option) => option.value === value));
    if (field === undefined) throw new Error('no choice of files');
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, layout);

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('exports in $name', ({ start }) => {
  let downloads = '';
  let session: Session;
  let library: Page;

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'on-record-downloads-'));
    session = await start({ downloads });
    library = await session.openOwn('src/library/library.html');
    for (const annotation of annotations)
      await ask(library, 'annotations.put', { annotation, article, base: null });
    await press(library, everything);
  });

  afterAll(async () => {
    await session.close();
    await rm(downloads, { recursive: true, force: true });
  });

  beforeSecondAttemptWith(
    () => library,
    async () => {
      for (const name of await readdir(downloads)) await rm(join(downloads, name), { force: true });
      await loadOwnAnew(library);
      const isOfOne = await library.evaluate(() => location.hash.startsWith('#/search'));
      await press(library, isOfOne ? onePassage : everything);
    },
  );

  /** Saves a file of a format in the open dialogue and reads it from the disk. */
  async function saved(format: string, layout = 'one'): Promise<{ name: string; bytes: Uint8Array }> {
    const before = new Set(await readdir(downloads));
    await choose(library, layout);
    await press(library, `.format-row input[value="${format}"]`);
    await press(library, '.dialog .button-primary:not([disabled])');
    return until(`the file of ${format}`, async () => {
      const name = (await readdir(downloads)).find(
        (name) => !before.has(name) && !/\.(?:crdownload|part)$/.test(name),
      );
      if (name === undefined) return null;
      const bytes = await readFile(join(downloads, name));
      return bytes.length > 0 ? { name, bytes } : null;
    });
  }
  const text = async (format: string): Promise<string> => strFromU8((await saved(format)).bytes);

  it('offers every format', async () => {
    await until('the formats', () =>
      library.evaluate(
        (count) => document.querySelectorAll('.format-row').length === count,
        exporters.length,
      ),
    );
  });

  it('saves JSON that can be read back whole', async () => {
    const read = readJson(await text('json'));
    expect(read.problems).toEqual([]);
    expect(read.annotations.map(({ id }) => id)).toEqual(annotations.map(({ id }) => id));
    expect(read.articles).toEqual([article]);
  });

  it('has the worker read the library: the background is not asked for a record', async () => {
    await library.evaluate(() => {
      const told: string[] = [];
      const post: unknown = Reflect.get(Worker.prototype, 'postMessage');
      if (typeof post !== 'function') throw new Error('no workers');
      Worker.prototype.postMessage = function noting(this: Worker, message: { readonly type: string }) {
        told.push(message.type);
        Reflect.apply(post, this, [message]);
      };
      Object.assign(globalThis, { told });
    });
    expect(await text('ris')).toMatch(/^TY {2}- NEWS\r\n/);
    expect(await library.evaluate(() => Reflect.get(globalThis, 'told') as unknown)).toEqual(['read']);
  });

  it('saves CSV that a reader of CSV gives back, with formulas made harmless', async () => {
    const { data } = Papa.parse(await text('csv'), { newline: '\r\n', delimiter: ',' });
    expect(data.slice(1, 4).map(([quotation]) => quotation)).toEqual([words[0], words[1], `'${words[2]}`]);
  });

  it('saves a citation, BibTeX and a page of HTML', async () => {
    expect(await text('cite-apa')).toMatch(/^Teller, A\. \(2026, February 3\)\./);
    expect(await text('bibtex')).toMatch(/^@article\{teller2026night-/);
    const page = await text('html');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('漢字 🛥');
  });

  it('saves a Zip archive with a file an article', async () => {
    const { name, bytes } = await saved('notes', 'articles');
    expect(name).toMatch(/^On Record \d{4}-\d\d-\d\d\.zip$/);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['2026-02-03 The night ferry “late”.md']);
    expect(strFromU8(Object.values(files)[0] ?? new Uint8Array())).toContain(
      '^q-00000000-0000-4000-8000-000000000000',
    );
  });

  it('saves a Zip archive with a file a person', async () => {
    // The archive before has the same name, and would be written over.
    for (const name of await readdir(downloads)) if (name.endsWith('.zip')) await rm(join(downloads, name));
    const { bytes } = await saved('markdown', 'people');
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['Nobody named.md']);
    const read = strFromU8(Object.values(files)[0] ?? new Uint8Array());
    for (const exact of ['The ferry will run all night', 'Nobody counted the boats', 'We counted them twice'])
      expect(read).toContain(exact);
  });

  it('writes notes by the reader’s own template, which is there the next time', async () => {
    const template = '{{#quotations}}\n{{quote}} ({{status}})\n{{/quotations}}';
    await press(library, '.format-row input[value="notes"]');
    await press(library, '.template summary');
    await library.evaluate((text) => {
      const field = document.querySelector<HTMLTextAreaElement>('.template-text');
      if (field === null) throw new Error('no template');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, template);
    expect(await text('notes')).toMatch(/^> The ferry will run all night\. \(chosen by the reader\)\n/);
    await until('the template in the settings', async () => {
      const settings = await ask(library, 'settings.all', null);
      return settings['export.template'] === template;
    });
  });

  it('exports one passage from its card', async () => {
    await library.evaluate(() => {
      document.querySelector<HTMLElement>('.dialog-actions .button')?.click();
      location.hash = '#/search?q=counted';
    });
    await press(library, onePassage);
    await press(library, '.dialog .format-row input[value="csv"]');
    // A format that was not saved before: a second file of the same name would take the first one's place.
    const file = JSON.parse(await text('json-ld')) as { readonly items: readonly unknown[] };
    expect(file.items).toHaveLength(1);
  });

  it('gives a drag the words, formatted and plain, and the link to them', async () => {
    const given = await until('a passage to drag', () =>
      library.evaluate(() => {
        const handle = document.querySelector('.record .drag-handle');
        if (handle === null) return null;
        const dataTransfer = new DataTransfer();
        handle.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer }));
        return Object.fromEntries(dataTransfer.types.map((type) => [type, dataTransfer.getData(type)]));
      }),
    );
    expect(given['text/plain']).toMatch(/^“.*ounted.*” — The Lantern, 3 February 2026, https:\/\/lantern/);
    expect(given['text/html']).toMatch(/^<blockquote cite="https:\/\/lantern\.example\/ferry" dir="auto">“/);
    expect(given['text/uri-list']).toMatch(/^https:\/\/lantern\.example\/ferry#:~:text=/);
  });

  it('copies a passage with its form', async () => {
    const copied = await library.evaluate(async () => {
      const written: string[][] = [];
      const put = async (items: readonly ClipboardItem[]): Promise<void> => {
        for (const item of items)
          for (const type of item.types) written.push([type, await (await item.getType(type)).text()]);
      };
      Object.defineProperty(navigator.clipboard, 'write', { value: put });
      document.querySelector<HTMLElement>('.copy-row button')?.click();
      for (let i = 0; i < 100 && written.length < 2; i++)
        await new Promise((resolve) => {
          setTimeout(resolve, 50);
        });
      return Object.fromEntries(written) as Record<string, string>;
    });
    expect(copied['text/plain']).toMatch(/^“.*ounted/);
    expect(copied['text/html']).toMatch(/^<blockquote [^>]*>“/);
  });
});
