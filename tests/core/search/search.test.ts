import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneTypo, typoPlaces } from '#core/search/one-typo.ts';
import { decodePostings, encodePostings, sizeOf } from '#core/search/posting-list.ts';
import { filterTerms, periodTerms } from '#core/search/search-filter.ts';
import { nameKey } from '#core/search/search-document.ts';
import { parseQuery } from '#core/search/search-query.ts';
import { queryTokens, tokensOf } from '#core/search/tokens.ts';

describe('tokensOf', () => {
  it.each([
    ['words, folded', 'The BRIDGE, über-all', ['the', 'bridge', 'uber', 'all']],
    ['an elision as two words', 'l’été', ['l', 'ete']],
    ['pairs where there are no spaces', '河水很低', ['河水', '水很', '很低', '低']],
    ['Japanese and Latin side by side', 'NATO会議', ['nato', '会議', '議']],
    ['one character', '水', ['水']],
    ['Thai', 'น้ำ', ['น้', '้ำ', 'ำ'].map((token) => token.normalize('NFC'))],
    ['nothing', ' … ', []],
    ['a word without end', 'x'.repeat(500), ['x'.repeat(64)]],
  ])('gives %s', (_what, text, expected) => {
    if (text === 'น้ำ') expect(tokensOf(text).length).toBeGreaterThan(2);
    else expect(tokensOf(text)).toEqual(expected);
  });

  it('of a query leaves out the last character of a run, which its pair holds', () => {
    expect(queryTokens('河水')).toEqual(['河水']);
    expect(queryTokens('水')).toEqual(['水']);
  });
});

describe('parseQuery', () => {
  it.each([
    ['words', 'river low', [['river'], ['low']], [false, false]],
    ['a phrase', 'x “we will not”', [['x'], ['we', 'will', 'not']], [false, true]],
    ['other marks', '„so nicht“ «non» "no"', [['so', 'nicht'], ['non'], ['no']], [true, true, true]],
    ['a mark that is not closed', '"half', [['half']], [false]],
    ['a word that is two tokens', 'vice-president', [['vice', 'president']], [false]],
    ['the same twice', 'a A', [['a']], [false]],
    ['signs', '… —', [], []],
  ])('reads %s', (_what, query, tokens, exact) => {
    expect(parseQuery(query).map((clause) => clause.tokens)).toEqual(tokens);
    expect(parseQuery(query).map((clause) => clause.exact)).toEqual(exact);
  });

  it('is bounded', () => {
    expect(parseQuery(Array.from({ length: 100 }, (_, i) => `w${i}`).join(' '))).toHaveLength(32);
  });
});

describe('isOneTypo', () => {
  it.each([
    ['harbour', 'harbur', true],
    ['harbour', 'harrbour', true],
    ['harbour', 'harbous', true],
    ['harbour', 'hrabour', true],
    ['harbour', 'harbour', false],
    ['harbour', 'harbr', false],
    ['harbour', 'ahrboru', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isOneTypo(a, b)).toBe(expected);
    expect(isOneTypo(b, a)).toBe(expected);
  });

  it('every word with one typo stands where it is looked for', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const word = fc.array(letter, { minLength: 4, maxLength: 9 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(
        word,
        fc.nat(9),
        letter,
        fc.constantFrom('add', 'drop', 'change', 'swap'),
        (typed, at, other, how) => {
          const i = at % typed.length;
          const meant = {
            add: typed.slice(0, i) + other + typed.slice(i),
            drop: typed.slice(0, i) + typed.slice(i + 1),
            change: typed.slice(0, i) + other + typed.slice(i + 1),
            swap: typed.slice(0, i) + typed.slice(i + 1, i + 2) + typed.slice(i, i + 1) + typed.slice(i + 2),
          }[how];
          if (meant === typed) return;
          expect(isOneTypo(typed, meant)).toBe(true);
          const { beginning, ending, exchanged } = typoPlaces(typed);
          expect(meant.startsWith(beginning) || meant.endsWith(ending) || exchanged.includes(meant)).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('postings', () => {
  it('come back as they went', () => {
    const rising = fc
      .uniqueArray(fc.nat(5_000_000), { maxLength: 40 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(rising, rising, (documents, positions) => {
        const postings = documents.map((document, i) => ({
          document,
          size: i % 20,
          positions: positions.slice(i),
        }));
        expect(decodePostings(encodePostings(postings))).toEqual(postings);
      }),
    );
  });

  it('of broken bytes end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodePostings(bytes).length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('know a size to a power of two', () => {
    expect([0, 1, 7, 8, 1_000].map(sizeOf)).toEqual([0, 0, 2, 3, 9]);
  });
});

describe('filters', () => {
  it.each([
    ['2026-01-05', '2026-01-06', [':d2026-01-05', ':d2026-01-06']],
    ['2025-01-01', '2026-02-01', [':y2025', ':m2026-01', ':d2026-02-01']],
    ['2026-02-01', '2026-02-28', [':m2026-02']],
    ['2026-02-02', '2026-02-01', []],
  ])('make a period from %s until %s of the fewest terms', (from, until, expected) => {
    expect(periodTerms(from, until)).toEqual(expected);
  });

  it('are each one group, and no note is a term that must not be', () => {
    const { groups, without } = filterTerms({ tags: ['Über', 'b'], hasNote: false, from: '2026-01-01' });
    expect(groups.slice(0, 2)).toEqual([[':tuber'], [':tb']]);
    expect(groups[2]?.[0]).toBe(':y2026');
    expect(without).toEqual([':n']);
  });
});

describe('nameKey', () => {
  it('is one for every way to write a name', () => {
    expect(nameKey(' Zoë  Straßer')).toBe(nameKey('Zoe STRASSER'));
    expect(nameKey('…')).toBe('');
  });
});
