import { isGone } from '#page/is-gone.ts';

/** How often the words are compared, in ms. */
const interval = 400;

/**
 * Tells when the words inside live ranges have changed: a mark that says *saved* must not stand on other words while the page is
 * never at rest long enough to be read again.
 * @returns what sets the ranges to be watched
 */
export function watchWords(
  document: Document,
  signal: AbortSignal,
  onChange: () => void,
): (ranges: readonly Range[]) => void {
  let watched: readonly { readonly range: Range; readonly words: string }[] = [];
  const timer = setInterval(() => {
    if (document.hidden || watched.length === 0) return;
    if (watched.every(({ range, words }) => wordsIn(range) === words)) return;
    watched = [];
    onChange();
  }, interval);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return (ranges) => {
    watched = ranges.map((range) => ({ range, words: range.toString() }));
  };
}

const wordsIn = (range: Range): string => (isGone(range) ? '' : range.toString());
