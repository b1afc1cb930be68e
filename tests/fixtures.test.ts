import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Gold {
  page: string;
  language: string;
  title: string;
  quotations: { exact: string; kind: string; mention: string; speaker: string | null }[];
  /** Words between marks that may be found or not: scare quotes, pull quotes. */
  either: string[];
  /** Words between marks outside the article: in boxes, lists and comments. */
  outside: string[];
  people: { name: string; role: string; aliases: string[] }[];
  outsidePeople: string[];
}

const folder = join(import.meta.dirname, 'fixtures');

/** The page's visible text: no happy-dom, so that the check does not share its reading of the page with the program. */
function visibleText(html: string): string {
  return html
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/(?:p|li|h\d|figcaption|div|header)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&');
}

/** The sample, and a page for each language that is read. */
const golds = readdirSync(join(folder, 'articles')).filter((name) => name.endsWith('.gold.json'));

describe.each(['sample/gold.json', ...golds.map((name) => `articles/${name}`)])('%s', (path) => {
  const gold = JSON.parse(readFileSync(join(folder, path), 'utf8')) as Gold;
  const html = readFileSync(join(folder, dirname(path), gold.page), 'utf8');
  const text = visibleText(html);

  test('the page has every word of it, in order', () => {
    let from = 0;
    for (const { exact, mention } of gold.quotations) {
      const at = text.indexOf(exact, from);
      expect(at, exact).toBeGreaterThanOrEqual(0);
      expect(text, mention).toContain(mention);
      from = at + exact.length;
    }
    for (const words of [...gold.either, ...gold.outside, ...gold.outsidePeople, gold.title])
      expect(text).toContain(words);
    for (const { name, aliases } of gold.people) {
      for (const form of [name, ...aliases]) expect(text).toContain(form);
    }
  });

  test('it names every pair of marks on the page', () => {
    const pairs = text.match(/“[^“”\n]*”|„[^“\n]*“|«[^»\n]*»|»[^«\n]*«|“[^“”\n]*$/gmu) ?? [];
    const known = [...gold.quotations.map(({ exact }) => exact), ...gold.either, ...gold.outside];
    const bare = (words: string) => words.replace(/[“”„«»]/gu, '').trim();
    expect(pairs.map(bare).filter((words) => !known.map(bare).includes(words))).toEqual([]);
  });

  test('every speaker is one of its people', () => {
    const names = gold.people.map(({ name }) => name);
    expect(gold.quotations.filter(({ speaker }) => speaker !== null && !names.includes(speaker))).toEqual([]);
  });
});

describe('the pages', () => {
  const articles = readdirSync(join(folder, 'articles')).filter((name) => name.endsWith('.html'));
  const pages = ['sample/article.html', ...articles.map((name) => `articles/${name}`)];

  test.each(pages)('%s loads nothing from elsewhere', (path) => {
    const html = readFileSync(join(folder, path), 'utf8');
    const loaded = [...html.matchAll(/<(?:img|script|link|iframe)\b[^>]*?\b(?:src|href)="([^"]*)"/g)]
      .filter(([tag]) => !tag.includes('rel="canonical"'))
      .map(([, address]) => address ?? '');
    expect(loaded.length).toBeGreaterThan(0);
    for (const address of loaded) {
      expect(address).not.toMatch(/^(?:[a-z]+:|\/)/);
      expect(readFileSync(join(folder, dirname(path), address)).length).toBeGreaterThan(0);
    }
  });

  test('drawings and styles name no address', () => {
    for (const file of ['courier.css', 'steps.svg', 'canal.svg', 'dam.svg', 'courier.svg']) {
      const source = readFileSync(join(folder, 'sample', file), 'utf8').replaceAll(
        'http://www.w3.org/2000/svg',
        '',
      );
      expect(source, file).not.toMatch(/https?:|@import|url\((?!#)/);
    }
  });
});
