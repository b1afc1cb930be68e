// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readMetadata } from '#page/article-metadata.ts';
import { cpuMs } from '#tests/cpu-ms.ts';
import { parsePage } from './fixture.ts';

/** What a page says of itself, said so as to hold up or throw whoever reads it. Each case has held up or thrown us. */

const many = 100_000;
const spaces = ' '.repeat(many);
const ld = (source: string): string => `<script type="application/ld+json">${source}</script>`;
const good = ld('{"@type":"NewsArticle","headline":"The ferry waits","author":{"name":"Ada Holm"}}');

it.each([
  ['an end of a comment, spaces, and more', ld(`{"@type":"NewsArticle"} --> ${spaces} x`)],
  ['an end of CDATA, spaces, and more', ld(`{"@type":"NewsArticle"} ]]> ${spaces} x`)],
  ['slashes and spaces before no end of CDATA', ld(`{} //${spaces}//${spaces}//`)],
  ['a time of spaces', `<article><time datetime="${spaces}x">Monday</time></article>`],
  ['a language of many parts', `<meta name="language" content="en${'-ab'.repeat(many)}!">`],
  [
    'lists of lists of lists',
    ld(`[${Array.from({ length: 400 }, () => `[${'[],'.repeat(400)}[]]`).join(',')}]`),
  ],
])('what is stated is read in no time: %s', (_what, head) => {
  const page = parsePage(`<head>${head}${good}</head><body><h1>The ferry waits</h1></body>`);
  let title = '';
  expect(cpuMs(() => (title = readMetadata(page).title))).toBeLessThan(1_000);
  expect(title).toBe('The ferry waits');
});

it.each([
  ['an author in a list of lists', `"author":${'['.repeat(many)}"Eva Roth"${']'.repeat(many)}`],
  ['a publisher’s name in names', `"publisher":${'{"name":'.repeat(many)}"X"${'}'.repeat(many)}`],
  [
    'a trail',
    `"mainEntity":{"@type":"BreadcrumbList","itemListElement":[{"item":${'{"name":'.repeat(many)}"X"${'}'.repeat(many)}}]}`,
  ],
])('what is nested as deep as nobody nests it does not throw: %s', (_what, fields) => {
  const page = parsePage(
    `<head>${ld(`{"@type":"NewsArticle","headline":"The ferry waits",${fields}}`)}</head>`,
  );
  expect(readMetadata(page)).toMatchObject({ title: 'The ferry waits', byline: null });
});

it('authors in authors in authors are looked at some times only', () => {
  const page = parsePage(`<head>${good.replace(',"author":{"name":"Ada Holm"}', '')}</head><body></body>`);
  let at: Element = page.body;
  for (let i = 0; i < 1_500; i++) {
    const inner = page.createElement('b');
    inner.className = 'author';
    inner.textContent = 'Tess & Arnold, who wrote it. ';
    at.append(inner);
    at = inner;
  }
  let looked = 0;
  page.querySelectorAll = (selector: string) => {
    const found = [...Document.prototype.querySelectorAll.call(page, selector)];
    for (const element of found)
      Object.defineProperty(element, 'textContent', { configurable: true, get: () => (looked++, '') });
    return found as unknown as NodeListOf<Element>;
  };
  expect(readMetadata(page).byline).toBe(null);
  expect(looked).toBeGreaterThan(0);
  expect(looked).toBeLessThan(2_000);
});
