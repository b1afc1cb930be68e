import { describe, expect, test } from 'vitest';
import { countWords, type VoicedQuotation, voicesOf } from '#core/voices.ts';

const said = (
  speaker: string | null,
  words: number,
  more: Partial<VoicedQuotation> = {},
): VoicedQuotation => ({
  speaker,
  named: speaker !== null,
  kind: 'direct',
  words,
  ...more,
});

describe('voicesOf', () => {
  test('nobody speaks in an empty article', () => {
    expect(voicesOf([])).toEqual({ speakers: [], words: 0, direct: 0, named: 0 });
  });

  test('adds up speaker by speaker, the longest first', () => {
    const { speakers } = voicesOf([said('Ana Ruiz', 5), said('Ben Cole', 9), said('Ana Ruiz', 7)]);
    expect(speakers.map(({ speaker, words, quotations }) => [speaker, words, quotations])).toEqual([
      ['Ana Ruiz', 12, 2],
      ['Ben Cole', 9, 1],
    ]);
  });

  test('what nobody is told to have said comes last, however long', () => {
    const { speakers } = voicesOf([said(null, 90), said('Ana Ruiz', 1)]);
    expect(speakers.map(({ speaker }) => speaker)).toEqual(['Ana Ruiz', null]);
  });

  test('tells whole quotations from parts, and the named from the unnamed', () => {
    const voices = voicesOf([
      said('Ana Ruiz', 10),
      said('Ana Ruiz', 4, { kind: 'mixed' }),
      said('officials', 6, { named: false }),
    ]);
    expect(voices).toMatchObject({ words: 20, direct: 16, named: 14 });
  });
});

describe('countWords', () => {
  test.each([
    ['', 'en', 0],
    ['“It’s a no,” she said.', 'en', 5],
    ['three plain words', 'not a language', 3],
  ])('%j in %s has %i', (text, language, count) => expect(countWords(text, language)).toBe(count));

  test('finds words where none are written apart', () => {
    expect(countWords('東京都に住んでいる', 'ja')).toBeGreaterThan(2);
  });
});
