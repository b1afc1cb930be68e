import { beforeAll, describe, expect, test } from 'vitest';
import { factWords } from '#popover/fact-words.ts';
import { useLocale } from '../ui/use-locale.ts';

const facts = { speaker: 'Ana Falk', mention: 'she', cue: 'said', evidence: [] };

describe('factWords', () => {
  beforeAll(() => useLocale('en'));

  test.each([
    ['both', facts, 'In the article: “she” · Cue: “said”'],
    [
      'a cue that the reason shows',
      { ...facts, evidence: [{ code: 'cue-after', words: ['she said'] }] },
      'In the article: “she”',
    ],
    [
      'a cue that it does not show',
      { ...facts, evidence: [{ code: 'pronoun', words: ['she'] }] },
      'In the article: “she” · Cue: “said”',
    ],
    ['words that are the name', { ...facts, mention: 'Ana Falk' }, 'Cue: “said”'],
    ['nothing', { ...facts, mention: null, cue: null }, ''],
  ])('%s', (_, quotation, words) => expect(factWords(quotation)).toBe(words));
});
