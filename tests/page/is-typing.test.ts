// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { isTyping } from '#page/is-typing.ts';

beforeEach(() => {
  document.body.innerHTML = '';
});

const focus = (html: string): void => {
  document.body.innerHTML = html;
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
  expect(document.activeElement?.hasAttribute('data-focus')).toBe(true);
};

describe('isTyping', () => {
  test.each([
    ['<input data-focus>'],
    ['<input type="search" data-focus>'],
    ['<input type="password" data-focus>'],
    ['<textarea data-focus></textarea>'],
    ['<select data-focus><option>a</option></select>'],
    ['<div role="textbox" tabindex="0" data-focus></div>'],
  ])('typed into: %s', (html) => {
    focus(html);
    expect(isTyping(document)).toBe(true);
  });

  test.each([
    ['<button data-focus>Go</button>'],
    ['<a href="#" data-focus>Go</a>'],
    ['<input type="checkbox" data-focus>'],
    ['<input type="range" data-focus>'],
    ['<div tabindex="0" data-focus></div>'],
  ])('not typed into: %s', (html) => {
    focus(html);
    expect(isTyping(document)).toBe(false);
  });

  test('nothing has the focus', () => expect(isTyping(document)).toBe(false));

  test('a field inside an open shadow root, inside another', () => {
    const outer = document.body.appendChild(document.createElement('x-form'));
    const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('x-field'));
    const root = inner.attachShadow({ mode: 'open' });
    const field = root.appendChild(document.createElement('input'));
    Object.defineProperty(root, 'activeElement', { value: field });
    Object.defineProperty(outer.shadowRoot, 'activeElement', { value: inner });
    Object.defineProperty(document, 'activeElement', { value: outer, configurable: true });
    expect(isTyping(document)).toBe(true);
    const button = root.appendChild(document.createElement('button'));
    const other = document.body.appendChild(document.createElement('x-other'));
    Object.defineProperty(other.attachShadow({ mode: 'open' }), 'activeElement', { value: button });
    Object.defineProperty(document, 'activeElement', { value: other, configurable: true });
    expect(isTyping(document)).toBe(false);
    Reflect.deleteProperty(document, 'activeElement');
  });

  test('what cannot be seen into may be typed into: a closed shadow root', () => {
    const host = document.body.appendChild(document.createElement('x-closed'));
    host.attachShadow({ mode: 'closed' });
    Object.defineProperty(document, 'activeElement', { value: host, configurable: true });
    expect(isTyping(document)).toBe(true);
    Reflect.deleteProperty(document, 'activeElement');
  });

  test('our own element, beside the body, is no field of the page', () => {
    const own = document.documentElement.appendChild(document.createElement('x-own'));
    Object.defineProperty(document, 'activeElement', { value: own, configurable: true });
    expect(isTyping(document)).toBe(false);
    Reflect.deleteProperty(document, 'activeElement');
    own.remove();
  });
});
