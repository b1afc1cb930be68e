// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { hasFalseForm } from '#page/false-forms.ts';
import { findInnerRoots } from '#page/inner-roots.ts';

/** A form with a field of such a name, as browsers answer for it; a tree that holds it. */
function treeWith(name: string): Document {
  const form = new Proxy(document.createElement('form'), {
    get: (target, key) => (key === name ? document.createElement('input') : Reflect.get(target, key)),
  });
  return { querySelectorAll: () => [form] } as unknown as Document;
}

it.each(['parentElement', 'localName', 'closest', 'shadowRoot'])(
  'knows a form whose field stands for its %s',
  (name) => expect(hasFalseForm(treeWith(name))).toBe(true),
);

it.each(['title', 'id', 'children', 'name'])('takes no offence at a field that is called %s', (name) => {
  document.body.innerHTML = `<form><input name="${name}"></form>`;
  expect([hasFalseForm(document), hasFalseForm(treeWith(name))]).toEqual([false, false]);
});

it('does not follow a shadow root with such a form, nor wait for it', () => {
  document.body.innerHTML = '<x-open></x-open><x-false></x-false><x-none></x-none>';
  const [open, hidden] = document.body.children;
  open?.attachShadow({ mode: 'open' });
  Object.assign(hidden?.attachShadow({ mode: 'open' }) ?? {}, treeWith('localName'));
  const { roots, waiting } = findInnerRoots(document);
  expect(roots).toEqual([open?.shadowRoot]);
  expect(waiting.map(({ localName }) => localName)).toEqual(['x-none']);
});

it('follows no more than 500 shadow roots, however they lie', () => {
  document.body.innerHTML = '<b></b>'.repeat(600);
  for (const host of document.body.children) host.attachShadow({ mode: 'open' });
  expect(findInnerRoots(document).roots).toHaveLength(500);
});
