// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { readArticle } from '#page/article.ts';
import { copyBody } from '#page/page-copy.ts';
import { themeAt } from '#page/page-theme.ts';
import { parsePage } from './fixture.ts';

const words = 'The gate is shut, said the keeper, and the road that leads to it lies empty until Monday.';

/** A page whose elements lie so deep in one another, a paragraph in each. */
function deepPage(depth: number, name = 'div'): Document {
  const page = parsePage('<!doctype html><title>The gate</title><body></body>');
  const top = page.createElement(name);
  let at: Element = top;
  for (let i = 0; i < depth; i++) {
    const inner = page.createElement(name);
    inner.textContent = `${words} ${i}`;
    at.append(inner);
    at = inner;
  }
  page.body.append(top);
  return page;
}

afterEach(() => vi.restoreAllMocks());

it('looks at what is above a paragraph once, not once for each paragraph', () => {
  const page = deepPage(90);
  const asked = vi.spyOn(Element.prototype, 'getAttribute');
  expect(readArticle(page)?.blocks.length).toBeGreaterThan(60);
  expect(asked.mock.calls.length).toBeLessThan(20_000);
});

it('gives Readability no page that it would climb up and down for seconds', () => {
  expect(copyBody(deepPage(150), '')).not.toBe(null);
  expect(copyBody(deepPage(250), '')).toBe(null);
});

it('looks at each element above once to tell light from dark, however many marks lie below', () => {
  const page = deepPage(90);
  const { defaultView } = page;
  if (!defaultView) throw new Error('no window');
  const asked = vi.spyOn(defaultView, 'getComputedStyle');
  const grounds = new Map();
  page.body.style.backgroundColor = 'rgb(10, 10, 10)';
  const elements = [...page.body.querySelectorAll('div')];
  for (const element of elements) expect(themeAt(element, grounds)).toBe('dark');
  expect(asked.mock.calls.length).toBeLessThan(2 * elements.length);
});
