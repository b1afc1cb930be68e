/** Pages with more elements than this are not read: Readability would hold the thread for seconds. */
const MOST_ELEMENTS = 60_000;
/** Nor are those that nest deeper, or are deep all over: it climbs from most elements to the root. By parsing no page nests deeper than 512. */
const DEEPEST = 200;
const MOST_STEPS_UP = 2_000_000;
/** What never holds a word of the article: taken out of the copy with all that is in it. */
const LEFT_OUT =
  'script, style, noscript, template, link, meta, svg, math, select, datalist, textarea, canvas';

/** A copy of the page's body, and the way back to the elements of the live page. */
export interface BodyCopy {
  readonly copy: Document;
  /** The live element of each that was copied. */
  readonly originals: Map<Element, Element>;
}

/**
 * Copies the body into a document of its own, without code: reading the copy costs by the element and by the letter of
 * its markup, which Readability writes out.
 * @returns null when the page has no body, or too many elements, or they nest too deep
 */
export function copyBody(document: Document, title: string): BodyCopy | null {
  if (!document.body) return null;
  const live = document.body.querySelectorAll('*');
  if (live.length > MOST_ELEMENTS || isTooDeep(live, document.body)) return null;
  const copy = document.implementation.createHTMLDocument(title);
  const body = copy.importNode(document.body, true);
  const originals = new Map<Element, Element>();
  // Both are in document order; a list of all copies costs a tenth of an attribute on each.
  body.querySelectorAll('*').forEach((element, i) => {
    const original = live[i];
    if (original) originals.set(element, original);
  });
  for (const element of body.querySelectorAll(LEFT_OUT)) element.remove();
  // What the body says of itself is about the page; some hide it until their scripts have run.
  for (const name of body.getAttributeNames()) body.removeAttribute(name);
  copy.body.replaceWith(body);
  return { copy, originals };
}

/** @param elements all below `root`, in document order */
function isTooDeep(elements: Iterable<Element>, root: Element): boolean {
  let depth = 0;
  let sum = 0;
  let last: Element | null = root;
  for (const element of elements) {
    for (; last && last !== element.parentElement; last = last.parentElement) depth--;
    last = element;
    sum += ++depth;
    if (depth > DEEPEST || sum > MOST_STEPS_UP) return true;
  }
  return false;
}
