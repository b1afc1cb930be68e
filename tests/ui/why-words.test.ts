import { beforeAll, describe, expect, test } from 'vitest';
import { surenessWords } from '#ui/sureness.ts';
import { whyWords } from '#ui/why-words.ts';
import { useLocale } from './use-locale.ts';

describe('why we think so', () => {
  beforeAll(() => useLocale('en'));

  test.each([
    ['no evidence', [], 'Nothing near these words names a speaker.'],
    ['a cue', [{ code: 'cue-after', words: ['she', 'said'] }], 'After the words comes “she … said”.'],
    [
      'two codes',
      [
        { code: 'cue-before', words: ['He said'] },
        { code: 'pronoun', words: ['He'] },
      ],
      'Before the words comes “He said”. “He” stands for this name.',
    ],
    [
      'the same twice',
      [
        { code: 'continued', words: [] },
        { code: 'continued', words: ['x'] },
      ],
      'The same speaker goes on from the quotation before.',
    ],
    ['words missing', [{ code: 'label', words: [] }], 'The sentences around it say so.'],
    ['a code of the future', [{ code: 'telepathy', words: ['hm'] }], 'Read from “hm”.'],
    [
      'a code of the future without words',
      [{ code: 'telepathy', words: [] }],
      'Nothing near these words names a speaker.',
    ],
    [
      'a code that every object has',
      [{ code: 'constructor', words: [] }],
      'Nothing near these words names a speaker.',
    ],
    ['broken space', [{ code: 'signature', words: ['  Ada \n Okonkwo '] }], 'They are signed “Ada Okonkwo”.'],
  ])('%s', (_, evidence, sentence) => expect(whyWords(evidence)).toBe(sentence));

  test('long words are shortened in their middle', () => {
    const sentence = whyWords([{ code: 'sentence-before', words: [`start ${'x'.repeat(5000)} end`] }]);
    expect(sentence.length).toBeLessThan(140);
    expect(sentence).toContain('start');
    expect(sentence).toContain('end');
  });

  test.each([
    [1, 'Almost certain.'],
    [0.9, 'Almost certain.'],
    [0.75, 'Likely.'],
    [0.5, 'Not certain.'],
    [0, 'A guess.'],
    [Number.NaN, 'A guess.'],
  ])('confidence %d', (confidence, words) => expect(surenessWords(confidence)).toBe(words));
});
