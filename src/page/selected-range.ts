import { hasFalseForm } from './false-forms.ts';
import { findInnerRoots } from './inner-roots.ts';
import { frameBody } from './shown-children.ts';
import { isShadowRoot } from './is-shadow-root.ts';

/** Fields of the page: what is selected there is the reader's own writing, or none of the page's text. */
const FIELD = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';

/** The document that has the focus: the page's own, or that of a same-origin frame. */
function focusedDocument(document: Document): Document {
  let at = document;
  for (;;) {
    const inner = at.activeElement ? frameBody(at.activeElement)?.ownerDocument : undefined;
    if (!inner) return at;
    at = inner;
  }
}

function activeElement(document: Document): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Where a selection really begins and ends: it tells of shadow trees only when it is given their roots. */
function rangeOf(selection: Selection, document: Document): AbstractRange | null {
  if (selection.rangeCount === 0) return null;
  if (typeof selection.getComposedRanges !== 'function') return selection.getRangeAt(0);
  const shadowRoots = findInnerRoots(document).roots.filter(isShadowRoot);
  return selection.getComposedRanges({ shadowRoots })[0] ?? null;
}

/** Moves the ends of a range that stand between elements to the first and the last text in it. Answers whether there is any. */
function shrinkToText(range: Range): boolean {
  const { commonAncestorContainer: root, startContainer, endContainer } = range;
  if (startContainer.nodeType === Node.TEXT_NODE && endContainer.nodeType === Node.TEXT_NODE) return true;
  const walker = range.startContainer.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let first: Text | null = null;
  let last: Text | null = null;
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
    if (!range.intersectsNode(node) || (node as Text).data.trim() === '') continue;
    first ??= node as Text;
    last = node as Text;
  }
  if (!first || !last) return false;
  if (startContainer.nodeType !== Node.TEXT_NODE) range.setStart(first, 0);
  if (endContainer.nodeType !== Node.TEXT_NODE) range.setEnd(last, last.length);
  return !range.collapsed;
}

/** What a reader has selected, with which end of it is the one that was moved. */
export interface SelectedRange {
  readonly range: Range;
  readonly isBackward: boolean;
}

/**
 * The text that is selected on a page, in an open shadow root of it or in a same-origin frame; null when there is none, or while
 * the reader is in one of the page's own fields.
 */
export function selectedRange(page: Document): SelectedRange | null {
  const document = focusedDocument(page);
  const selection = document.getSelection();
  if (!selection) return null;
  const chosen = rangeOf(selection, document);
  if (!chosen || chosen.collapsed || activeElement(document)?.matches(FIELD)) return null;
  const { startContainer, startOffset, endContainer, endOffset } = chosen;
  if (hasFalseForm(startContainer.getRootNode() as Document | ShadowRoot)) return null;
  const parent = startContainer.nodeType === Node.ELEMENT_NODE ? startContainer : startContainer.parentNode;
  if (parent && 'closest' in parent && (parent as Element).closest(FIELD)) return null;
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  // A range cannot leave its tree: it has collapsed then.
  if (range.collapsed || !shrinkToText(range)) return null;
  const isBackward = selection.direction === 'backward';
  return { range, isBackward };
}
