import { describe as suite, expect, test } from 'vitest';
import { describe } from '#core/anchor/describe.ts';
import { match } from '#core/anchor/match.ts';
import { possiblePlace } from '#core/anchor/possible-place.ts';
import { buildIndex } from '#core/anchor/text-index.ts';
import { PAGE, spanOf } from './page-text.ts';

const SENTENCE = 'The ferry carries four hundred people a day in winter, and twice as many in July.';
const PARAGRAPH = PAGE.split('\n\n').find((block) => block.startsWith('The bridge was to cost')) ?? '';

suite('a possible place of a passage that is not found', () => {
  const saved = describe(PAGE, spanOf(PAGE, SENTENCE));
  const place = (text: string, selectors = saved): { words: string; by: string; sureness: number } | null => {
    const index = buildIndex(text);
    expect(match(selectors, index).outcome).toBe('not-found');
    const found = possiblePlace(selectors, index);
    return found && { ...found, words: text.slice(found.span.start, found.span.end) };
  };

  test('rewritten words: the words that stand there now', () => {
    const now = 'On a winter day it takes some four hundred people, in July more than double.';
    const found = place(PAGE.replace(SENTENCE, now));
    expect(found?.words.length).toBeGreaterThan(10);
    expect(now).toContain(found?.words.replace(/[.,]$/, ''));
  });

  test('other words in its place: what stands between the words around it', () => {
    const now = 'Nothing of that sort has been heard lately from anybody around here.';
    const found = place(PAGE.replace(SENTENCE, now));
    expect(found?.by).toBe('surroundings');
    expect(now).toContain(found?.words);
  });

  test('deleted: the words that have closed over it', () => {
    const found = place(PAGE.replace(`${SENTENCE} `, ''));
    expect(found?.by).toBe('surroundings');
    expect(found?.words).toMatch(/gallery|Its engine/);
    expect(found?.sureness).toBeLessThan(0.6);
  });

  test('a whole paragraph gone: between its neighbours', () => {
    const gone = describe(PAGE, spanOf(PAGE, PARAGRAPH));
    const found = place(PAGE.replace(`${PARAGRAPH}\n\n`, ''), gone);
    expect(found?.words).toMatch(/by a little|Brandvik has/);
  });

  test.each(['', 'A page about another thing, in which no word of it stands.', '…\n\n—'])(
    'nothing that reminds of it: %j',
    (text) => expect(place(text)).toBeNull(),
  );

  test('selectors of other programs, and broken ones', () => {
    const foreign = {
      type: 'TextQuoteSelector',
      exact: SENTENCE,
      prefix: 'gallery. ',
      suffix: ' Its engine is',
    };
    const text = PAGE.replace(SENTENCE, 'Nothing at all is known of who is carried to where.');
    expect(possiblePlace([{ ...foreign, type: 'TextQuoteSelector' }], buildIndex(text))).not.toBeUndefined();
    expect(possiblePlace([], buildIndex(PAGE))).toBeNull();
    expect(possiblePlace([{ type: 'TextPositionSelector', start: 3, end: 9 }], buildIndex(PAGE))).toBeNull();
  });
});
