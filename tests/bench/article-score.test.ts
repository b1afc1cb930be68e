import { describe, expect, test } from 'vitest';
import { scorePage, scorePages } from '../../bench/article/score.ts';

describe('the score of an article’s text', () => {
  test.each([
    ['the same', 'a b c d e', 'a b c d e', { right: 1, wrong: 0, missed: 0 }],
    ['nothing', '', 'a b c d e', { right: 0, wrong: 0, missed: 1 }],
    [
      'case, marks and spaces do not count',
      'A, b. C\n d “e”',
      'a b c d e',
      { right: 1, wrong: 0, missed: 0 },
    ],
    ['half too much', 'a b c d e', 'a b c d', { right: 0.5, wrong: 0.5, missed: 0 }],
    ['said twice, wanted once', 'a b c d x a b c d', 'a b c d', { right: 1 / 6, wrong: 5 / 6, missed: 0 }],
    ['both empty', '', '', { right: 0, wrong: 0, missed: 0 }],
  ])('%s', (_, text, gold, expected) => expect(scorePage(text, gold)).toEqual(expected));

  test('each page weighs the same', () => {
    const good = scorePage('a b c d e f g h i j k', 'a b c d e f g h i j k');
    const bad = scorePage('z z z z', 'a b c d');
    expect(scorePages([good, bad])).toMatchObject({ precision: 1 / 1.5, recall: 1 / 1.5 });
    expect(scorePages([])).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});
