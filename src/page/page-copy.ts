/** Pages with more elements than this are not read: Readability would hold the thread for seconds. */
const MOST_ELEMENTS = 60_000;
/** Holds the number of the element that was copied. An attribute, since it survives being written out and parsed again. */
const NUMBER = 'data-on-record';
/** What never holds a word of the article: taken out of the copy with all that is in it. */
const LEFT_OUT =
  'script, style, noscript, template, link, meta, svg, math, select, datalist, textarea, canvas';

/** A copy of the page's body, and the way back to the elements of the live page. */
export interface BodyCopy {
  readonly copy: Document;
  /** The live element that was copied, also for one that was renamed since; null for new ones. */
  originalOf(element: Element): Element | null;
}

/**
 * Copies the body into a document of its own, without code: reading the copy costs by the element and by the letter of
 * its markup, which Readability writes out several times.
 * @returns null when the page has no body, or too many elements
 */
export function copyBody(document: Document, title: string): BodyCopy | null {
  if (!document.body) return null;
  const originals = document.body.querySelectorAll('*');
  if (originals.length > MOST_ELEMENTS) return null;
  const copy = document.implementation.createHTMLDocument(title);
  const body = copy.importNode(document.body, true);
  body.querySelectorAll('*').forEach((element, i) => element.setAttribute(NUMBER, String(i)));
  for (const element of body.querySelectorAll(LEFT_OUT)) element.remove();
  // What the body says of itself is about the page; some hide it until their scripts have run.
  for (const name of body.getAttributeNames()) body.removeAttribute(name);
  copy.body.replaceWith(body);
  return {
    copy,
    originalOf: (element) => originals[Number(element.getAttribute(NUMBER) ?? Number.NaN)] ?? null,
  };
}
