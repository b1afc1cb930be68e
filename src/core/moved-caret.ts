/**
 * Where the caret belongs when another place has added to a text while one writes in it: still behind the same words, wherever they
 * stand now.
 * @param before the text that is being written, with the caret at `caret` (UTF-16 units)
 * @param after the text that takes its place
 * @returns the caret in `after`
 */
export function movedCaret(before: string, caret: number, after: string): number {
  if (before === '') return after.length;
  const at = wholeLines(before, after) ?? after.indexOf(before);
  if (at >= 0) return at + caret;
  const [left, right] = [before.slice(0, caret), before.slice(caret)];
  if (after.startsWith(left)) return caret;
  if (right !== '' && after.endsWith(right)) return after.length - right.length;
  return Math.min(caret, after.length);
}

/** Where one text stands in another as lines of their own: a single letter stands in many words. */
function wholeLines(text: string, within: string): number | null {
  const at = `\n${within}\n`.indexOf(`\n${text}\n`);
  return at < 0 ? null : at;
}
