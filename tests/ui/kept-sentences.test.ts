import { expect, test } from 'vitest';
import { keepSentences } from '#ui/kept-sentences.ts';

test('a surface that the browser gives no sentences any more says those that it has said, and that nothing was saved', () => {
  let isDead = false;
  const say = keepSentences((key, values = []) => {
    if (isDead) throw new TypeError("can't access dead object");
    return [key, ...values].join(' ');
  });
  expect([say('noteLabel'), say('updatedText', ['2'])]).toEqual(['noteLabel', 'updatedText 2']);
  isDead = true;
  const words = ['noteLabel', 'saveFailed', 'failureKept', 'tryAgain'];
  expect(words.map((key) => say(key))).toEqual(words);
  expect(say('keep')).toBe('');
});
