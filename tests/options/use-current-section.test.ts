// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useCurrentSection } from '../../src/options/use-current-section.ts';

/** Where the heads stand, in a window of 800 px that is scrolled to the end of the page. */
const tops: Readonly<Record<string, number>> = { sites: -900, sync: 20, data: 400 };
const ids = Object.keys(tops);

function Page() {
  const { current } = useCurrentSection(ids);
  return h('main', null, ids.map((id) => h('h2', { id, key: id })), h('output', null, current)); // prettier-ignore
}

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return new DOMRect(0, tops[this.id] ?? 0, 100, 30);
  });
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockReturnValue(1_700);
  vi.stubGlobal('scrollY', 900);
});
afterEach(() => {
  render(null, document.body);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  location.hash = '';
});

test.each([
  ['#sync', 'sync'],
  ['', 'data'],
  ['#nowhere', 'data'],
])('at the end of the page, come by %j, one reads %s', async (hash, current) => {
  location.hash = hash;
  await act(() => render(h(Page, null), document.body));
  await act(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 5))));
  expect(document.querySelector('output')?.textContent).toBe(current);
});
