/** Pages with more elements than this are not read: Readability would hold the thread for seconds. */
const MOST_ELEMENTS = 60_000;
/** Holds the number of the element that was copied. An attribute, since it survives being written out and parsed again. */
const NUMBER = 'data-on-record';
/** What never holds a word of the article: left out of the copy with all that is in it. */
const LEFT_OUT = new Set(
  'script style noscript template link meta svg math select datalist textarea canvas'.split(' '),
);
/** Attributes that Readability looks at. */
const ATTRIBUTES = new Set(
  'class id role style hidden aria-hidden aria-modal itemprop rel href src dir datatable summary cellpadding colspan rowspan'.split(
    ' ',
  ),
);
/** A picture in the page's own source is no longer than this in the copy. */
const LONGEST_VALUE = 500;

/** A copy of the page's body, and the way back to the elements of the live page. */
export interface BodyCopy {
  readonly copy: Document;
  /** The live element that was copied, also for elements that were renamed or merged since; null for new ones. */
  originalOf(element: Element): Element | null;
}

/**
 * Copies the body into a document of its own, without code and without attributes that say nothing of the text. That
 * takes less than `cloneNode` saves: reading the copy costs by the element and by the letter of its markup.
 * @returns null when the page has no body, or too many elements
 */
export function copyBody(document: Document, title: string): BodyCopy | null {
  if (!document.body) return null;
  const copy = document.implementation.createHTMLDocument(title);
  const originals: Element[] = [];
  const stack: { from: Node | null; to: Element }[] = [{ from: document.body.firstChild, to: copy.body }];
  for (let level = stack.at(-1); level; level = stack.at(-1)) {
    const { from, to } = level;
    if (!from) {
      stack.pop();
      continue;
    }
    level.from = from.nextSibling;
    if (from.nodeType === Node.TEXT_NODE) to.append(copy.createTextNode((from as Text).data));
    else if (from.nodeType === Node.ELEMENT_NODE && !LEFT_OUT.has((from as Element).localName)) {
      if (originals.length >= MOST_ELEMENTS) return null;
      const element = copyElement(from as Element, copy);
      element.setAttribute(NUMBER, String(originals.length));
      originals.push(from as Element);
      to.append(element);
      if (from.firstChild) stack.push({ from: from.firstChild, to: element });
    }
  }
  return {
    copy,
    originalOf: (element) => originals[Number(element.getAttribute(NUMBER) ?? Number.NaN)] ?? null,
  };
}

function copyElement(element: Element, copy: Document): Element {
  const made = copy.createElement(nameFor(element));
  for (const { name, value } of element.attributes) {
    if (ATTRIBUTES.has(name)) made.setAttribute(name, value.slice(0, LONGEST_VALUE));
  }
  return made;
}

/** Broken markup makes elements whose names cannot be created again, such as `a"b`. */
const nameFor = ({ localName }: Element): string =>
  /^[a-z][a-z0-9-]*$/.test(localName) ? localName : 'span';
