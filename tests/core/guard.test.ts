import { describe, expect, it } from 'vitest';
import {
  arrayOf,
  clipped,
  nullable,
  number,
  object,
  offset,
  oneOf,
  string,
  where,
  type Parser,
} from '#core/guard.ts';
import { plainJson } from '#core/guard-json.ts';
import { instant, pageDate } from '#core/guard-time.ts';

const person = object<{ readonly name: string; readonly tags: readonly string[] }>({
  name: string(5),
  tags: arrayOf(string(3), 2),
});

class Strange {
  readonly own = 1;
}

const circle: Record<string, unknown> = {};
circle['self'] = circle;

/** [what, parser, value, what comes out] */
const accepted: readonly (readonly [string, Parser<unknown>, unknown, unknown])[] = [
  ['a string of full length', string(3), 'abc', 'abc'],
  ['half a character', string(3), '\ud83d', '\ud83d'],
  ['a long string, cut', clipped(3), 'abcdef', 'abc'],
  ['a cut that would halve a character', clipped(3), 'ab\u{1f600}', 'ab'],
  ['a number', number(0, 1), 0.5, 0.5],
  ['minus zero', number(0, 1), -0, 0],
  ['an offset', offset, 7, 7],
  ['one of', oneOf('a', 'b'), 'b', 'b'],
  ['null', nullable(string(1)), null, null],
  [
    'an object without its unknown keys',
    person,
    { name: 'Ann', tags: ['x'], extra: 1 },
    { name: 'Ann', tags: ['x'] },
  ],
  ['what a condition affirms', where(string(9), (text) => text !== ''), 'a', 'a'],
  ['plain JSON', plainJson(3, 100), { a: [1, 'b', null, { c: true }] }, { a: [1, 'b', null, { c: true }] }],
  [
    'an object without a prototype',
    plainJson(3, 100),
    Object.assign(Object.create(null), { a: 1 }),
    { a: 1 },
  ],
  ['an instant', instant, '2026-01-05T08:00:00.000Z', '2026-01-05T08:00:00.000Z'],
  ['an instant without seconds', instant, '2026-01-05T08:00Z', '2026-01-05T08:00:00.000Z'],
  ['an instant elsewhere', instant, '2026-01-05T08:00:00+01:00', '2026-01-05T07:00:00.000Z'],
  ['a day of a page', pageDate, '2026-01-05', '2026-01-05'],
  ['a page’s slip', pageDate, 'Yesterday', null],
  ['a page’s impossible day', pageDate, '2026-13-45', null],
];

/** [what, parser, value, field, problem] */
const refused: readonly (readonly [string, Parser<unknown>, unknown, string, string])[] = [
  ['a string too long', string(3), 'abcd', '', 'too-long'],
  ['no string', string(3), 3, '', 'not-a-string'],
  ['a String object', string(3), Object('a'), '', 'not-a-string'],
  ['no number', number(0, 1), '1', '', 'not-a-number'],
  ['NaN', number(0, 1), Number.NaN, '', 'not-allowed'],
  ['infinity', number(0, Infinity), -Infinity, '', 'not-allowed'],
  ['a number too large', number(0, 1), 1.1, '', 'not-allowed'],
  ['half an offset', offset, 1.5, '', 'not-allowed'],
  ['an offset below nothing', offset, -1, '', 'not-allowed'],
  ['an offset too large to be exact', offset, 2 ** 53, '', 'not-allowed'],
  ['none of', oneOf('a', 'b'), 'toString', '', 'not-allowed'],
  ['undefined for null', nullable(string(1)), undefined, '', 'not-a-string'],
  ['no list', arrayOf(string(1), 1), { length: 1, 0: 'a' }, '', 'not-a-list'],
  ['a list too long', arrayOf(string(1), 1), ['a', 'b'], '', 'too-long'],
  ['an item of a list', arrayOf(string(1), 3), ['a', 'bb'], '[1]', 'too-long'],
  ['an item within an object', person, { name: 'Ann', tags: ['a', 7] }, 'tags[1]', 'not-a-string'],
  ['a field that is missing', person, { tags: [] }, 'name', 'not-a-string'],
  [
    'a field that is only inherited',
    person,
    Object.create({ name: 'Ann', tags: [] }),
    'name',
    'not-a-string',
  ],
  ['a list for an object', person, [], '', 'not-an-object'],
  ['null for an object', person, null, '', 'not-an-object'],
  ['JSON too deep', plainJson(2, 100), [[[1]]], '', 'too-deep'],
  ['JSON too large', plainJson(9, 10), ['aaaaaaaaaaa'], '', 'too-long'],
  ['JSON with long keys', plainJson(9, 10), { aaaaaaaaaaaaa: 1 }, '', 'too-long'],
  ['a circle', plainJson(9, 1_000), circle, '', 'too-deep'],
  ['a function', plainJson(9, 100), { a: () => 1 }, '', 'not-allowed'],
  ['undefined', plainJson(9, 100), { a: undefined }, '', 'not-allowed'],
  ['NaN in JSON', plainJson(9, 100), [Number.NaN], '', 'not-allowed'],
  ['a bigint', plainJson(9, 100), [1n], '', 'not-allowed'],
  ['an instance of a class', plainJson(9, 100), new Strange(), '', 'not-allowed'],
  ['a day for an instant', instant, '2026-01-05', '', 'not-allowed'],
  ['an instant of no zone', instant, '2026-01-05T08:00:00', '', 'not-allowed'],
  ['an impossible instant', instant, '2026-13-05T08:00:00Z', '', 'not-allowed'],
  ['an instant beyond four digits', instant, '9999-12-31T23:59:59-10:00', '', 'not-allowed'],
];

describe('the parsers', () => {
  it.each(accepted)('accept %s', (_what, parser, value, expected) => {
    expect(parser(value)).toStrictEqual({ ok: true, value: expected });
  });

  it.each(refused)('refuse %s', (_what, parser, value, field, problem) => {
    expect(parser(value)).toStrictEqual({ ok: false, field, problem });
  });

  it('leave a key called __proto__ a key, and the prototype alone', () => {
    const value: unknown = JSON.parse('{"__proto__": {"polluted": true}}');
    const parsed = plainJson(3, 100)(value);
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe('{"__proto__":{"polluted":true}}');
    expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted');
  });
});
