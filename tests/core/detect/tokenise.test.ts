import { describe, expect, it } from 'vitest';
import { en } from '#core/detect/languages/en.ts';
import { tokenise } from '#core/detect/tokenise.ts';

const words = (text: string) => tokenise(text, en).tokens.word;
const sentences = (text: string) => tokenise(text, en).sentences.map((s) => text.slice(s.start, s.end));

describe('tokens', () => {
  it.each([
    ['Sen. Ana Ruiz (R-Fla.) said', ['Sen.', 'Ana', 'Ruiz', '(', 'R-Fla', '.', ')', 'said']],
    ['doesn’t', ['does', 'n’t']],
    ["I can't", ['I', 'ca', "n't"]],
    ['the Smiths’ dog', ['the', 'Smiths', '’', 'dog']],
    ['Rubio’s and O’Malley', ['Rubio', '’s', 'and', 'O’Malley']],
    ['J. K. Long of the U.S. Senate', ['J.', 'K.', 'Long', 'of', 'the', 'U.S.', 'Senate']],
    ['$1,200.50 at 9:30', ['$', '1,200.50', 'at', '9:30']],
    ['a 59-year-old man—so', ['a', '59-year-old', 'man', '—', 'so']],
    ['wait... “no”', ['wait', '...', '“', 'no', '”']],
    ['', []],
    ['  \n\n\t ', []],
    ['😀 \ud800 x', ['😀', '\ud800', 'x']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('sentences', () => {
  it.each([
    ['He left. She stayed.', ['He left.', 'She stayed.']],
    ['Dr. Ode met Gov. Lin. Both smiled.', ['Dr. Ode met Gov. Lin.', 'Both smiled.']],
    ['It left the U.S. The rest stayed.', ['It left the U.S.', 'The rest stayed.']],
    ['The U.S. Senate met.', ['The U.S. Senate met.']],
    ['“Stop! Now.” He ran.', ['“Stop!', 'Now.”', 'He ran.']],
    ['“Why?” he asked.', ['“Why?” he asked.']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('paragraphs', () => {
  it('takes each line for one', () => {
    expect(tokenise('One.\nTwo.\n\nThree.', en).paragraphs).toHaveLength(3);
  });

  it('joins lines that were wrapped by hand', () => {
    const line = 'the council had met again in the old town hall beside the river and';
    const text = `${line}\n${line}\n${line}\n${line}\nleft.\n\nThen it rained.`;
    expect(tokenise(text, en).paragraphs).toHaveLength(2);
  });

  it('guesses title, byline, caption and credit', () => {
    const text =
      'Bridge reopens\nBy Ana Ruiz\nThe bridge opened on Monday.\nCars cross the bridge.\nLee Park/Reuters\nEnd.';
    const roles = tokenise(text, en).paragraphs.map((p) => p.role);
    expect(roles).toEqual(['title', 'byline', 'body', 'caption', 'credit', 'body']);
  });

  it('believes the page where it names blocks', () => {
    const text = 'Bridge reopens\n\nBy Ana Ruiz\n\nCars.';
    const blocks = [{ start: 0, end: 14, role: 'heading' as const }];
    expect(tokenise(text, en, blocks).paragraphs.map((p) => p.role)).toEqual(['heading', 'body', 'body']);
  });
});

describe('indices', () => {
  it('agree with each other on any text', () => {
    const text = '“A b?” c. D’e\n\nF. G! “H\n’90s \u202e x\u0000y';
    const { tokens, sentences: all, paragraphs } = tokenise(text, en);
    all.forEach((s, i) => {
      for (let t = s.from; t < s.to; t++) expect(tokens.sentence[t]).toBe(i);
    });
    expect(paragraphs.at(-1)?.to).toBe(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      expect(text.slice(tokens.start[i], tokens.end[i])).toBe(tokens.word[i]);
    }
  });
});
