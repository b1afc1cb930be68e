import { createHost } from '#content/host-element.ts';
import { createSelectionBar } from '#content/selection-bar.ts';
import { MARK_STYLES, type MarkStyle } from '#page/highlight-styles.ts';
import { createPainter, type PaintedMark } from '#page/highlights.ts';

/**
 * A page that is not ours with what we put on it: a line in each style of mark, on light and on dark ground or on those of reading
 * modes, and the toolbar for selected text. Our root is open here, so that tests can measure what stands in it.
 */
const closed = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow')?.value as (
  this: Element,
  init: ShadowRootInit,
) => ShadowRoot;
Element.prototype.attachShadow = function open(init) {
  return closed.call(this, { ...init, mode: 'open' });
};

const life = new AbortController();
const marks: PaintedMark[] = [];

/** One sentence with its mark, said the way that an article says it. */
function line(style: MarkStyle, ground: string): HTMLElement {
  const paragraph = document.createElement('p');
  const marked = document.createTextNode(`${style}: gauges that jump at every joint`);
  paragraph.append('He said ', marked, ' twice.');
  const range = document.createRange();
  range.selectNodeContents(marked);
  marks.push({ id: `${ground} ${style}`, style, range });
  return paragraph;
}

const query = new URLSearchParams(location.search);
const grounds = query.get('scene') === 'page-tinted' ? ['sepia', 'grey', 'dusk'] : ['day', 'night'];
const root = document.querySelector('#root');
for (const ground of grounds) {
  const section = document.createElement('section');
  section.className = ground;
  section.append(...MARK_STYLES.map((style) => line(style, ground)));
  root?.append(section);
}
createPainter(document, life.signal).paint(marks);

const host = createHost(document);
const bar = createSelectionBar(
  host,
  () => undefined,
  () => undefined,
  life.signal,
);
bar.show(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
bar.element.style.transform = 'translate(32px, 8px)';
document.documentElement.dir = query.get('dir') ?? 'ltr';
