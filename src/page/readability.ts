import { Readability } from '@mozilla/readability';

/** Pages with more elements than this are not read: Readability would hold the thread for seconds. */
const MOST_ELEMENTS = 60_000;

/** What Readability takes to be the article: which of the page's own elements. */
export interface ReadabilityResult {
  /** Whether Readability kept this element of the live page. */
  keeps(element: Element): boolean;
}

/**
 * Runs @mozilla/readability on a copy of the page, since it takes apart what it reads. The copy's elements are
 * numbered by walking both trees side by side; the live page is only read.
 * @returns null when Readability finds no article
 */
export function runReadability(document: Document): ReadabilityResult | null {
  const copy = document.cloneNode(true) as Document;
  const live = numberElements(document, copy);
  if (!live) return null;
  let content: Element | null | undefined = null;
  try {
    content = new Readability<Element | null>(copy, {
      disableJSONLD: true,
      serializer: (node) => (node.nodeType === Node.ELEMENT_NODE ? (node as Element) : null),
    }).parse()?.content;
  } catch {
    // Readability throws on some broken documents; such a page is read without it.
    return null;
  }
  if (!content) return null;
  const kept = new Set<Element>();
  const keep = (element: Element): void => {
    for (const name of element.getAttributeNames()) {
      if (!name.startsWith(NUMBER)) continue;
      const original = live[Number(name.slice(NUMBER.length))];
      if (original) kept.add(original);
    }
  };
  keep(content);
  for (const element of content.querySelectorAll('*')) keep(element);
  return { keeps: (element) => kept.has(element) };
}

/**
 * The number is in the attribute's name, not in its value: Readability merges nested elements by copying the
 * attributes of one over the other's, and so both numbers survive.
 */
const NUMBER = 'data-on-record-';

function numberElements(document: Document, copy: Document): Element[] | null {
  const live: Element[] = [];
  const left = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  const right = copy.createTreeWalker(copy, NodeFilter.SHOW_ELEMENT);
  while (left.nextNode() && right.nextNode()) {
    if (live.length >= MOST_ELEMENTS) return null;
    (right.currentNode as Element).setAttribute(NUMBER + live.length, '');
    live.push(left.currentNode as Element);
  }
  return live;
}
