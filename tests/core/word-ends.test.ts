import { describe, expect, test } from 'vitest';
import { moveEnd, type PassageInText, snapToWords } from '#core/word-ends.ts';

const text = 'She said: “We will not wait, friends. Not now.” Then she left.';

function passage(start: number, end: number): PassageInText {
  return { exact: text.slice(start, end), start, before: text.slice(0, start), after: text.slice(end) };
}
const whole = passage(text.indexOf('We'), text.indexOf('” Then'));
const cut = (span: { start: number; end: number } | null): string | null =>
  span === null ? null : text.slice(span.start, span.end);

describe('an end moves by a word', () => {
  test.each([
    ['start', 1, 'will not wait, friends. Not now.'],
    ['start', -1, 'said: “We will not wait, friends. Not now.'],
    ['end', -1, 'We will not wait, friends. Not'],
    ['end', 1, 'We will not wait, friends. Not now.” Then'],
  ] as const)('%s by %i', (edge, by, wanted) => {
    expect(cut(moveEnd(whole, edge, by))).toBe(wanted);
  });

  test('there and back again', () => {
    const shorter = moveEnd(whole, 'end', -1);
    if (shorter === null) throw new Error('no word');
    expect(moveEnd(passage(shorter.start, shorter.end), 'end', 1)).toEqual({
      start: whole.start,
      end: whole.start + whole.exact.length,
    });
  });

  test('the last word stays', () => {
    const one = passage(text.indexOf('friends'), text.indexOf('friends') + 8);
    expect(moveEnd(one, 'start', 1)).toBeNull();
    expect(moveEnd(one, 'end', -1)).toBeNull();
  });
});

test('ends that were set by hand go to the nearest words', () => {
  expect(cut(snapToWords(passage(text.indexOf('We') + 1, text.indexOf('friends') + 6)))).toBe(
    'We will not wait, friends.',
  );
});
