import { readFileSync } from 'node:fs';

/** A page of tests/fixtures/pages as a document of its own, with the address that it would have. */
export function loadPage(name: string): Document {
  const html = readFileSync(`tests/fixtures/pages/${name}.html`, 'utf8');
  return parsePage(html);
}

/** HTML as a document. */
export const parsePage = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** The current document with this body. */
export function withBody(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}
