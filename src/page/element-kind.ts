/** Elements whose text is not the page's: it is code, controls, or a picture's. */
const SKIPPED = new Set(
  'script style noscript template textarea svg iframe object embed canvas audio video math select option datalist button input head title meta link'.split(
    ' ',
  ),
);

const BLOCKS = new Set(
  (
    'address article aside blockquote body center details dialog dd div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section summary table tbody ' +
    'td tfoot th thead tr ul'
  ).split(' '),
);

/** Class names that sites give to text meant for screen readers only. */
const UNSEEN_CLASS =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|a11y-hidden|u-hiddenvisually)(?:$|[\s_-])/i;

const ASIDES = new Set(['aside', 'nav', 'footer', 'figcaption', 'form']);
/** Class names of boxes that repeat or promote: pull quotes, key points, teasers. */
const ASIDE_CLASS =
  /pull-?_?quote|blockquote--|key-?_?(?:points|facts|takeaways)|takeaways|related|teaser|promo|newsletter|caption|sidebar|summary-?box|recirc|comment/i;
/** A box is small; an element that holds the whole page may be of any class. */
const LONGEST_ASIDE = 2500;

/**
 * Whether a block stands beside the story rather than in it, by its name and class. A quotation set apart counts: it
 * is as often a repetition as it is the passage itself.
 */
export function isAside(element: Element): boolean {
  if (ASIDES.has(element.localName) || element.localName === 'blockquote') return true;
  const name = element.getAttribute('class');
  return name !== null && ASIDE_CLASS.test(name) && (element.textContent ?? '').length <= LONGEST_ASIDE;
}

/** Whether the element's text is never part of the text that a reader reads. Looks at its name only. */
export const isSkipped = (element: Element): boolean => SKIPPED.has(element.localName);

/**
 * Whether the element starts and ends a block of text. By its name; elements of unknown names (custom elements) by
 * their style, since they are inline until a sheet says otherwise.
 */
export function isBlock(element: Element): boolean {
  const name = element.localName;
  if (BLOCKS.has(name)) return true;
  if (!name.includes('-')) return false;
  const display = styleOf(element)?.display ?? '';
  return display !== '' && !display.startsWith('inline') && display !== 'contents' && display !== 'none';
}

/**
 * Whether the element shows nothing: marked hidden, styled away, or for screen readers only. Text in a closed
 * `<details>` counts as shown, since it is one click away.
 */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  const name = element.getAttribute('class');
  if (name && UNSEEN_CLASS.test(name)) return true;
  // Asked only where a sheet commonly hides text: an inline word is hidden with its block.
  if (!BLOCKS.has(element.localName) && name === null && !element.hasAttribute('style')) return false;
  if (typeof element.checkVisibility !== 'function' || element.checkVisibility()) return false;
  // An element without a box of its own may still show its children. Asked first: what is asked below looks at all above.
  if (styleOf(element)?.display === 'contents') return false;
  return element.closest('details:not([open])') === null;
}

const styleOf = (element: Element): CSSStyleDeclaration | null =>
  element.ownerDocument.defaultView?.getComputedStyle(element) ?? null;
