import { setOwnElement } from './hide-from-page.ts';
import css from './host-element.css?inline';

/** The one element that we add to a page, and the closed shadow root in which everything of ours stands. */
export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/**
 * Adds our element at the end of the document, outside `body`, so that pages that count or replace the body's children do not meet it.
 * Whoever makes it takes it away. The sheet is adopted: Firefox applies a page's own policy to `style` elements and attributes.
 */
export function createHost(document: Document): Host {
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  setOwnElement(element, root);
  document.documentElement.append(element);
  return { element, root };
}
