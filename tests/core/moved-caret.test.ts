import { expect, it } from 'vitest';
import { movedCaret } from '#core/moved-caret.ts';

/** `|` is the caret. */
it.each([
  ['what another place wrote stands before it now', 'beta|', 'alpha\n\n---\n\nbeta', 'alpha\n\n---\n\nbeta|'],
  ['or after it', 'al|pha', 'alpha\n\n---\n\nbeta', 'al|pha\n\n---\n\nbeta'],
  ['a letter that stands in other words, too', 'a|', 'banana\n\n---\n\na', 'banana\n\n---\n\na|'],
  ['nothing was written yet', '|', 'alpha', 'alpha|'],
  ['something was added to the end of the same line', 'al|pha', 'alpha beta', 'al|pha beta'],
  [
    'something was added in the middle, before the caret',
    'one three| four',
    'one two three four',
    'one two three| four',
  ],
  ['something was added in the middle, after the caret', 'one| three', 'one two three', 'one| two three'],
  ['all is another text', 'something| else', 'short', 'short|'],
])('the caret stays with the words: %s', (_what, before, after, expected) => {
  const caret = before.indexOf('|');
  const at = movedCaret(before.replace('|', ''), caret, after);
  expect(`${after.slice(0, at)}|${after.slice(at)}`).toBe(expected);
});
