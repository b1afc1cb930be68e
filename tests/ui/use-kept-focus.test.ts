// @vitest-environment happy-dom
import { h, render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { useKeptFocus } from '#ui/use-kept-focus.ts';

const homes = ['button'];
function Card() {
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root, homes);
  return h('div', { ref: root }, h('button', null, 'home'), h('textarea', null));
}

afterEach(() => vi.restoreAllMocks());

test.each([
  ['goes home when its field is taken away', true, 'BUTTON'],
  ['is not taken back by a frame that has been left', false, 'BODY'],
])('the focus %s', async (_, hasFocus, expected) => {
  const place = document.createElement('main');
  document.body.replaceChildren(place);
  await act(() => render(h(Card, null), place));
  const field = document.querySelector('textarea');
  field?.focus();
  expect(document.activeElement?.nodeName).toBe('TEXTAREA');
  vi.spyOn(document, 'hasFocus').mockReturnValue(hasFocus);
  field?.blur();
  field?.remove();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(document.activeElement?.nodeName).toBe(expected);
});
