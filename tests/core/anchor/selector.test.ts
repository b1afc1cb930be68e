import { expect, test } from 'vitest';
import { parseSelector } from '#core/anchor/selector.ts';

test.each<[unknown, unknown]>([
  [null, null],
  [7, null],
  [[], null],
  [{}, null],
  [{ type: 'CssSelector', value: 'p' }, null],
  [{ type: 'TextQuoteSelector' }, null],
  [{ type: 'TextQuoteSelector', exact: '' }, null],
  [
    { type: 'TextQuoteSelector', exact: 'a', other: 1 },
    { type: 'TextQuoteSelector', exact: 'a', prefix: '', suffix: '' },
  ],
  [{ type: 'TextPositionSelector', start: 3, end: 2 }, null],
  [{ type: 'TextPositionSelector', start: -1, end: 2 }, null],
  [{ type: 'TextPositionSelector', start: 1.5, end: 2 }, null],
  [
    { type: 'TextPositionSelector', start: 1, end: 2 },
    { type: 'TextPositionSelector', start: 1, end: 2 },
  ],
  [{ type: 'ContextSelector', version: 2 }, null],
  [
    { type: 'ContextSelector', version: 1, position: 9, occurrences: 0, rivals: [null, { before: 'x' }] },
    {
      type: 'ContextSelector',
      version: 1,
      before: '',
      after: '',
      near: '',
      startsBlock: false,
      endsBlock: false,
      aside: false,
      position: 0,
      occurrences: 1,
      rivals: [{ before: 'x', after: '', wording: '' }],
    },
  ],
])('%j is read as %j', (value, expected) => expect(parseSelector(value)).toEqual(expected));
