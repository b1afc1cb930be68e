import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '#tests/cpu-ms.ts';
import { textDirective, textFragmentLink } from '#core/text-fragment.ts';
import { hostileText } from './annotation-samples.ts';

const quote = (exact: string, prefix = '', suffix = '') =>
  ({ type: 'TextQuoteSelector', exact, prefix, suffix }) as const;
const read = (directive: string): string => decodeURIComponent(directive.replace(/^text=/, ''));

describe('textDirective', () => {
  it.each([
    ['a passage, whole', quote('we will not wait'), 'we will not wait'],
    ['a long one by its ends', quote('a b c d e f g h i j k l m n'), 'a b c d e,j k l m n'],
    ['one over paragraphs by its ends', quote('a b c\n\nd e f'), 'a b c,d e f'],
    [
      'a short one with what stands around it',
      quote('so it is', 'cut he said that ', ' and left cu'),
      'he said that-,so it is,-and left',
    ],
    ['no word that may be cut', quote('so', 'cu', 'cu'), 'so'],
    ['nothing from another line', quote('so', 'other line\nhe said ', ' then\nother'), 'he said-,so,-then'],
    ['nothing beside a line of its own', quote('so', 'other line\n', '\nother'), 'so'],
    ['no words', quote(' \n '), ''],
  ])('%s', (_what, selector, expected) => {
    expect(read(textDirective(selector))).toBe(expected);
  });

  it('encodes what the directive itself is written with, and what Markdown minds', () => {
    expect(textDirective(quote('a-b, c & (d)! it’s* e f'))).toBe(
      'text=a%2Db%2C%20c%20%26%20%28d%29%21%20it%E2%80%99s%2A%20e%20f',
    );
  });

  it('never throws and never breaks out of an address', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (exact, prefix, suffix) => {
        const directive = textDirective(quote(exact, prefix, suffix));
        expect(directive).toMatch(/^(?:text=[A-Za-z0-9%._~,-]+)?$/);
        expect(() => decodeURIComponent(directive)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('takes a megabyte in its stride', () => {
    const long = 'word '.repeat(200_000);
    const taken = cpuMs(() => {
      expect(textDirective(quote(long, long, long)).length).toBeLessThan(100);
      textDirective(quote('x', 'y'.repeat(1_000_000), 'z'.repeat(1_000_000)));
    });
    expect(taken).toBeLessThan(4_000);
  });
});

describe('textFragmentLink', () => {
  it('appends to an address, with or without a fragment of its own', () => {
    expect(textFragmentLink('https://a.example/b', quote('c d'))).toBe('https://a.example/b#:~:text=c%20d');
    expect(textFragmentLink('https://a.example/#/b', quote('c d'))).toBe(
      'https://a.example/#/b:~:text=c%20d',
    );
    expect(textFragmentLink('https://a.example/b', quote(' '))).toBe('https://a.example/b');
  });
});
