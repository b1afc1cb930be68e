import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A saved page, and what tells its story. */
export interface GoldPage {
  readonly url: string;
  readonly html: string;
  /** The story's text, or a CSS selector of the elements that hold it. */
  readonly gold: { readonly text: string } | { readonly selector: string };
}

/** Pages of one kind, read one by one: together they are some hundred MB. */
export interface Corpus {
  readonly name: string;
  readonly size: number;
  pages(): Generator<GoldPage>;
}

const SAVED = '../shared/pages';

const OWN: readonly (readonly [file: string, selector: string])[] = [
  ['pages/article.html', '.story-body > :is(p, h2):not(:has(> a:only-child)), .story-body > ul > li'],
  ['articles/de.html', '.standfirst, .body > p'],
  ['articles/fr.html', '.standfirst, .body > p'],
];

/** The saved pages beside the project when they are there, else our own fixtures. */
export function corpora(most: number): Corpus[] {
  const saved = ['scrapinghub', 'fundus'].filter((name) => existsSync(join(SAVED, name)));
  if (saved.length === 0) return [{ name: 'own fixtures', size: OWN.length, pages: ownPages }];
  return saved.map((name) => {
    const folders = readdirSync(join(SAVED, name));
    // Spread over the whole list, which is in order of countries.
    const step = Math.max(1, folders.length / most);
    const some = folders.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
    return {
      name,
      size: some.length,
      pages: () => savedPages(some.map((folder) => join(SAVED, name, folder))),
    };
  });
}

function* ownPages(): Generator<GoldPage> {
  for (const [file, selector] of OWN) {
    yield {
      url: `https://courier.example/${file}`,
      html: readFileSync(join('tests/fixtures', file), 'utf8'),
      gold: { selector },
    };
  }
}

function* savedPages(folders: readonly string[]): Generator<GoldPage> {
  for (const folder of folders) {
    const meta = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as Record<string, unknown>;
    const [url, text] = [meta['url'], meta['goldBody']];
    if (typeof text !== 'string' || text === '') continue;
    yield {
      url: typeof url === 'string' && /^https?:/.test(url) ? url : 'https://courier.example/story',
      html: readFileSync(join(folder, 'source.html'), 'utf8'),
      gold: { text },
    };
  }
}
