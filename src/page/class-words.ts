const cache = new WeakMap<Element, { source: string; words: string }>();

/**
 * What an element's class, id, role and the like say about it, as lower-case words between spaces:
 * "articleBody__related-links" becomes " article body related links ".
 */
export function classWords(element: Element): string {
  const source = [
    'class',
    'id',
    'role',
    'itemprop',
    'data-testid',
    'data-component',
    'data-module',
    'aria-label',
  ]
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ');
  const known = cache.get(element);
  if (known?.source === source) return known.words;
  const words = ` ${source
    .slice(0, 600)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  cache.set(element, { source, words });
  return words;
}
