import { describe, expect, test } from 'vitest';
import { matchSpans } from '#core/search/match-spans.ts';

const marked = (text: string, query: string): readonly string[] =>
  matchSpans(text, query).map(({ start, end }) => text.slice(start, end));

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['We can repair the bridge.', 'bridge', ['bridge']],
  ['Bridges and a bridge', 'bridge', ['Bridges', 'bridge']],
  ['Bridges and a bridge', '“bridge”', ['bridge']],
  ['Zwölf Fragen an die Präsidentin', 'prasidentin zwolf', ['Zwölf', 'Präsidentin']],
  ['repair it once, properly', '"it once"', ['it once']],
  ['it was once', '"it once"', []],
  ['the harbour bridge', 'harbuor', ['harbour']],
  ['the harbour and a harbuor', 'harbuor', ['harbuor']],
  ['well-known', 'well-known', ['well-known']],
  ['the so\u00adft hyphen', 'soft', ['so\u00adft']],
  ['我们可以修桥。修桥很贵。', '修桥', ['修桥', '修桥']],
  ['東京都知事が述べた', '知事', ['知事']],
  ['รัฐบาลไทย', 'ไทย', ['ไทย']],
  ['nothing here', 'bridge', []],
  ['nothing here', '  ', []],
  ['', 'bridge', []],
  ['Straße', 'strasse', ['Straße']],
  ['ﬁne', 'fine', ['ﬁne']],
];

describe('where a text holds what was searched for', () => {
  test.each(cases)('%j for %j', (text, query, expected) => expect(marked(text, query)).toEqual(expected));

  test('places are in order and do not touch', () => {
    const spans = matchSpans('a bridge bridge bridgework', 'bridge "bridge bridge" bridgew');
    for (const [index, { start }] of spans.entries())
      expect(start).toBeGreaterThan(spans[index - 1]?.end ?? -1);
    expect(spans.length).toBeGreaterThan(0);
  });

  test('a text of a million signs is looked at in part, and at once', () => {
    expect(matchSpans('bridge '.repeat(150_000), 'bridge').length).toBeLessThanOrEqual(1_000);
    expect(matchSpans('“'.repeat(500_000), '“a').length).toBe(0);
  });
});
