import { Readability } from '@mozilla/readability';
import { type BodyCopy, copyBody } from './page-copy.ts';

/** What Readability takes to be the article: which of the page's own elements. */
export interface ReadabilityResult {
  /** Whether Readability kept this element of the live page. */
  keeps(element: Element): boolean;
}

/** Readability reads again, ever less strictly, until it has this many characters. */
const ENOUGH = 500;
/** Its own three flags (unlikely boxes go, class names weigh, doubtful boxes go), taken back one by one. */
const STRICTNESS = [0b111, 0b110, 0b100, 0];
const BYLINE = /byline|author|dateline|writtenby|p-author/i;

/**
 * Readability without what is for showing the article elsewhere (absolute links, images, styles, metadata: a third of its
 * time), and with two questions that it asks of every element put so that the cheap part of the answer comes first.
 * What is replaced here is left out of the package: `scripts/lean-readability.ts`.
 */
class ReadabilityOfElements extends Readability<Element | null> {
  readonly #copied: BodyCopy;

  /** @param byline what an earlier reading took for it; its element then stays */
  constructor(copied: BodyCopy, strictness: number, byline: string | null) {
    super(copied.copy, {
      disableJSONLD: true,
      // Always content with the first reading: the next one would be of markup that knows nothing of the live elements.
      // (0 would be taken for no answer.)
      charThreshold: -1,
      serializer: (node) => (node.nodeType === Node.ELEMENT_NODE ? (node as Element) : null),
    });
    this.#copied = copied;
    // Of the base class, which does not declare them.
    Object.assign(this, { _flags: strictness, _articleByline: byline });
  }

  _unwrapNoscriptImages(): void {}
  _removeScripts(): void {}
  _fixLazyImages(): void {}
  _cleanStyles(): void {}
  _postProcessContent(): void {}

  _getJSONLD(): object {
    return {};
  }

  _getArticleMetadata(): { readonly title: string } {
    return { title: this.#copied.copy.title };
  }

  _isValidByline(element: Element, classAndId: string): boolean {
    const isMarked =
      element.getAttribute('rel') === 'author' ||
      element.getAttribute('itemprop')?.includes('author') === true ||
      BYLINE.test(classAndId);
    if (!isMarked) return false;
    const { length } = element.textContent.trim();
    return length > 0 && length < 100;
  }

  _isProbablyVisible(element: Element): boolean {
    if (element.hasAttribute('hidden')) return false;
    if (element.getAttribute('aria-hidden') === 'true' && !element.classList.contains('fallback-image'))
      return false;
    if (!element.hasAttribute('style')) return true;
    const { display, visibility } = (element as HTMLElement).style;
    return display !== 'none' && visibility !== 'hidden';
  }

  /** An element under another name is still that of the live page. */
  _setNodeTag(element: Element, name: string): Element {
    const renamed = element.ownerDocument.createElement(name);
    renamed.append(...element.childNodes);
    for (const attribute of element.attributes) renamed.setAttributeNode(attribute.cloneNode() as Attr);
    const { originals } = this.#copied;
    const original = originals.get(element);
    if (original) originals.set(renamed, original);
    if ('readability' in element) Object.assign(renamed, { readability: element.readability });
    element.replaceWith(renamed);
    return renamed;
  }
}

/**
 * Runs @mozilla/readability on a copy of the page, since it takes apart what it reads; the live page is only read.
 * @param title the article's title: Readability removes the heading that repeats it
 * @returns null when Readability finds no article
 */
export function runReadability(document: Document, title: string): ReadabilityResult | null {
  let best: { readonly length: number; readonly kept: ReadonlySet<Element> } | null = null;
  let byline: string | null = null;
  for (const strictness of STRICTNESS) {
    const copied = copyBody(document, title);
    if (!copied) return null;
    const result = parse(new ReadabilityOfElements(copied, strictness, byline));
    const content = result?.content ?? null;
    const length = content?.textContent.trim().replace(/\s{2,}/g, ' ').length ?? 0;
    if (content && length > (best?.length ?? 0)) best = { length, kept: originalsIn(content, copied) };
    if (length >= ENOUGH) break;
    byline = result?.byline ?? byline;
  }
  if (!best) return null;
  const { kept } = best;
  return { keeps: (element) => kept.has(element) };
}

function parse(reader: ReadabilityOfElements): ReturnType<ReadabilityOfElements['parse']> {
  try {
    return reader.parse();
  } catch {
    // Readability throws on some broken documents; such a page is read without it.
    return null;
  }
}

function originalsIn(content: Element, { originals }: BodyCopy): Set<Element> {
  const kept = new Set<Element>();
  for (const element of [content, ...content.querySelectorAll('*')]) {
    const original = originals.get(element);
    if (original) kept.add(original);
  }
  return kept;
}
