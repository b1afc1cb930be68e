/** How much a quantity may grow with each article that is read, and why no less and no more. */
export interface Bound {
  /** Which quantities: the end of their names. */
  readonly of: string;
  readonly most: number;
  readonly because: string;
}

/** The first that fits holds. Bytes are bytes of memory after a forced collection; everything is per article. */
const bounds: readonly Bound[] = [
  { of: 'targets', most: 0.02, because: 'a tab, frame or worker that is left behind by one article in fifty is found' },
  { of: 'Documents', most: 0.05, because: 'each article brings one and its popover another: one left in twenty is found' },
  { of: 'Frames', most: 0.05, because: 'as with documents' },
  { of: 'Detached', most: 0.02, because: 'no window of a page that was left may stay' },
  { of: 'DetachedNodes', most: 0.02, because: 'a view, dialogue or popover that is left behind by one article in fifty is found' },
  { of: 'Nodes', most: 4, because: 'the smallest popover has more than 60 nodes, an article more than 20; a list may draw another row' },
  { of: 'JSEventListeners', most: 0.25, because: 'our script sets more than ten on each page, the popover as many' },
  { of: 'Functions', most: 0.5, because: 'a listener that is left is a function at least, and most hold several' },
  { of: 'AbortSignals', most: 0.1, because: 'whatever has a lifetime has one' },
  { of: 'Maps', most: 0.1, because: 'an article’s reading holds several' },
  { of: 'Promises', most: 0.25, because: 'a request that is never answered leaves one' },
  { of: 'background JSHeapUsedSize', most: 4_096, because: 'an article’s text and what was detected in it take more than 10 kB' },
  { of: 'JSHeapUsedSize', most: 6_144, because: 'what a page’s reading holds is larger than its text of 2 to 60 kB' },
]; // prettier-ignore

/** The bound of a quantity; null when there is none. */
export function boundOf(quantity: string): Bound | null {
  return bounds.find(({ of }) => quantity.endsWith(of)) ?? null;
}
