// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { themeAt } from '#page/page-theme.ts';
import { withBody } from './fixture.ts';

test.each([
  ['background-color: rgb(255, 255, 255)', 'light'],
  ['background-color: rgb(20, 20, 20)', 'dark'],
  ['background-color: rgba(0, 0, 0, 0.1); color: rgb(0, 0, 0)', 'light'],
  ['background-image: url("x.png"); color: rgb(240, 240, 240)', 'dark'],
])('theme of %s is %s', (style, theme) => {
  const body = withBody(`<div style='${style}'><p>text</p></div>`);
  expect(themeAt(body.querySelector('p')?.firstChild ?? body)).toBe(theme);
});
