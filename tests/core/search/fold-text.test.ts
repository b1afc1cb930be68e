import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '#tests/cpu-ms.ts';
import { foldText } from '#core/search/fold-text.ts';
import { hostileText } from '#tests/core/annotation-samples.ts';

describe('foldText', () => {
  it.each([
    ['capitals', 'The BRIDGE', 'the bridge'],
    ['accents', 'Ça été où? Zoë, Dvořák', 'ca ete ou? zoe, dvorak'],
    ['accents put together or apart', 'e\u0301 é', 'e e'],
    ['German', 'Straße ÄÖÜ', 'strasse aou'],
    ['Scandinavian', 'Ørsted Æble Þór', 'orsted aeble thor'],
    ['Polish', 'Łódź', 'lodz'],
    ['Turkish', 'İstanbul ışık', 'istanbul isik'],
    ['Greek, with its final letter', 'ΟΔΥΣΣΕΎΣ Οδυσσεύς', 'οδυσσευσ οδυσσευσ'],
    ['Russian', 'Ёлка', 'елка'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['Arabic vowels', 'مُحَمَّد', 'محمد'],
    ['Hindi keeps its vowels', 'किताब', 'किताब'],
    ['Korean stays in one piece', '한국', '한국'],
    ['wide letters', 'ＡＢＣ', 'abc'],
    ['a ligature', 'oﬀice', 'office'],
    ['curly marks', '“It’s”', '"it\'s"'],
    ['a soft hyphen', 'bud\u00adget', 'budget'],
  ])('%s', (_what, text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it('is settled after one time, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary' })), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it('folds a long text in little time', () => {
    const long = 'Ça été “où”? '.repeat(80_000);
    const taken = cpuMs(() => {
      foldText(long);
    });
    expect(taken).toBeLessThan(5_000);
  });
});
