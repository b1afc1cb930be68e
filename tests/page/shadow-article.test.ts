// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readArticle } from '#page/article.ts';
import { isArticle } from '#page/is-article.ts';
import { withBody } from './fixture.ts';

const ADDRESS = 'https://courier.example/news/the-ferry-stays-for-one-more-winter';
const STORY = `<h1>The ferry stays</h1>${`<p>The council of Skarne decided on Monday to keep the last ferry across the sound, said Ida Quent.</p>`.repeat(8)}`;

/** A page whose body holds one custom element, and everything in its open shadow root, or in a root within that one. */
function shadowPage(html: string, depth = 1): Document {
  let host: Element = withBody('<story-page></story-page>').firstElementChild ?? document.body;
  for (let i = 1; i < depth; i++) {
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<story-part></story-part>';
    host = root.firstElementChild ?? host;
  }
  host.attachShadow({ mode: 'open' }).innerHTML = html;
  return document;
}

describe('a page that is wholly in open shadow roots', () => {
  test.each([1, 3])('is an article, at depth %i, and is read', (depth) => {
    const page = shadowPage(`<article>${STORY}</article>`, depth);
    expect(isArticle(page, ADDRESS)).toBe(true);
    expect(readArticle(page)?.text).toContain('keep the last ferry');
  });

  test.each([
    ['nothing but navigation', '<nav><a href="/">Home</a></nav>', ADDRESS],
    ['a front', `<article>${STORY}</article>`, 'https://courier.example/'],
  ])('is no article when it holds %s', (_, html, url) =>
    expect(isArticle(shadowPage(html), url)).toBe(false),
  );

  test('is not looked into where the document has its own text', () => {
    const body = withBody(`<article>${STORY}</article><story-page></story-page>`);
    const root = body.lastElementChild?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<h1>Another</h1>'.repeat(30);
    expect(isArticle(document, ADDRESS)).toBe(true);
  });
});
