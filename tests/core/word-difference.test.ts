import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuMs } from '#tests/cpu-ms.ts';
import { type DifferencePiece, wordDifference } from '#core/word-difference.ts';

/** Short: [gone], {new}. */
const shown = (pieces: readonly DifferencePiece[]): string =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[${text}]` : `{${text}}`))
    .join('');

describe('the difference between two wordings', () => {
  test.each([
    ['the same', 'the same', 'the same'],
    ['one two three', 'one too three', 'one [two ]{too }three'],
    ['one three', 'one two three', 'one {two }three'],
    ['I have read', 'I have, also read', 'I have {, also }read'],
    ['“Never,” he said', '"Never," he said', '“Never,” he said'],
    ['a b c', 'x y', '[a b c]{x y}'],
    ['', 'new words', '{new words}'],
    ['old words', '', '[old words]'],
    ['今日は雨です', '今日は雪です', '今日は[雨]{雪}です'],
  ])('%j → %j', (before, after, expected) => {
    expect(shown(wordDifference(before, after))).toBe(expected);
  });

  test('nothing of either wording is lost', () => {
    const word = fc.constantFrom('a ', 'b ', 'ferry', ' ', ', ', '“', '”', 'é', '𝒳', '今', '\n');
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDifference(before, after);
        const without = (kind: string): string =>
          pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('');
        expect(without('new')).toBe(before);
        expect(without('gone').replace(/[\s“”"]/g, '')).toBe(after.replace(/[\s“”"]/g, ''));
      }),
    );
  });

  test('two long wordings without a word in common take no long time', () => {
    const taken = cpuMs(() => {
      wordDifference('alpha '.repeat(20_000), 'beta '.repeat(20_000));
    });
    expect(taken).toBeLessThan(1000);
  });
});
