import { describe as suite, expect, test } from 'vitest';
import { describe } from '#core/anchor/describe.ts';
import { match, matchAll } from '#core/anchor/match.ts';
import { parseSelector, type Selector } from '#core/anchor/selector.ts';
import { buildIndex } from '#core/anchor/text-index.ts';
import { PAGE, spanOf } from './page-text.ts';

const save = (words: string, from = 0): Selector[] => describe(PAGE, spanOf(PAGE, words, from));
const find = (selectors: readonly Selector[], text: string): { outcome: string; words: string | null } => {
  const { outcome, span } = match(selectors, buildIndex(text));
  return { outcome, words: span && text.slice(span.start, span.end) };
};

const QUOTE = '“Nobody in this room wants to tell a schoolchild to swim,”';
const SENTENCE = 'The ferry carries four hundred people a day in winter, and twice as many in July.';
const ACROSS = 'when she was asked about it afterwards.\n\nBrandvik has steered the boat';

/** What befalls a passage, its words, how the page is edited, and what is found then. */
const stillThere: [string, string, (page: string) => string, string, string][] = [
  ['on the same page', QUOTE, (page) => page, 'exact', QUOTE],
  [
    'when paragraphs are put before it',
    QUOTE,
    (page) => `Advertisement\n\nA wholly other story.\n\n${page}`,
    'exact',
    QUOTE,
  ],
  ['with straight marks', QUOTE, (page) => page.replace(/[“”]/g, '"'), 'exact', QUOTE.replace(/[“”]/g, '"')],
  [
    'with soft hyphens and other spaces',
    QUOTE,
    (page) => page.replace('schoolchild to', 'school\u00adchild\u00a0 to'),
    'exact',
    QUOTE.replace('schoolchild to', 'school\u00adchild\u00a0 to'),
  ],
  [
    'when a box stands between its two paragraphs',
    ACROSS,
    (page) => page.replace('afterwards.\n\n', 'afterwards.\n\nSign up for our letter about the sea\n\n'),
    'changed',
    ACROSS.replace('\n\n', '\n\nSign up for our letter about the sea\n\n'),
  ],
  [
    'with a typing error',
    QUOTE,
    (page) => page.replace('schoolchild', 'schoolchld'),
    'changed',
    QUOTE.replace('schoolchild', 'schoolchld'),
  ],
  [
    'with another word in it',
    SENTENCE,
    (page) => page.replace('four hundred', 'five hundred'),
    'changed',
    SENTENCE.replace('four', 'five'),
  ],
  [
    'with words put in',
    SENTENCE,
    (page) => page.replace('a day in winter', 'a day, says the harbour office, in winter'),
    'changed',
    SENTENCE.replace('a day in', 'a day, says the harbour office, in'),
  ],
  [
    'with its end cut off',
    SENTENCE,
    (page) => page.replace(', and twice as many in July', ''),
    'changed',
    'The ferry carries four hundred people a day in winter',
  ],
  [
    'with another case',
    'Petra Valdane',
    (page) => page.replace('Petra Valdane', 'PETRA VALDANE'),
    'changed',
    'PETRA VALDANE',
  ],
  ['from within a word', 'choolchild to sw', (page) => `New.\n\n${page}`, 'exact', 'choolchild to sw'],
];

suite('a passage is found again', () => {
  test.each(stillThere)('%s', (_, words, edit, outcome, expected) => {
    expect(find(save(words), edit(PAGE))).toEqual({ outcome, words: expected });
  });

  test('in its own place when the same words stand in several', () => {
    for (const from of [
      0,
      PAGE.indexOf('Mr Brandvik'),
      PAGE.indexOf('Brandvik has'),
      PAGE.indexOf('that Brandvik'),
    ]) {
      const own = spanOf(PAGE, 'Brandvik', from);
      const moved = `Breaking news from Brandvik and elsewhere.\n\n${PAGE}`;
      const { span } = match(describe(PAGE, own), buildIndex(moved));
      expect(span?.start).toBe(own.start + moved.length - PAGE.length);
    }
  });

  test('in a language without spaces', () => {
    const page =
      '東京で会議が開かれた。\n\n市長は「橋は高すぎる」と述べた。船は残ることになった。\n\n反対派は四月に県に訴える。';
    const saved = describe(page, spanOf(page, '「橋は高すぎる」'));
    expect(find(saved, `広告\n\n${page}`)).toEqual({ outcome: 'exact', words: '「橋は高すぎる」' });
  });
});

suite('a mark never lies: a passage that is gone is not found elsewhere', () => {
  const cases: [string, string, (page: string) => string][] = [
    ['deleted', QUOTE, (page) => page.replace(/^“Nobody.*$/m, '')],
    [
      'replaced by other words in the same place',
      QUOTE,
      (page) => page.replace(QUOTE, 'The evening began with a song about herring,'),
    ],
    [
      'rewritten for the most part',
      SENTENCE,
      (page) =>
        page.replace(
          SENTENCE,
          'The boat takes four pupils, two teachers a day and twice the mail in autumn.',
        ),
    ],
    [
      'a repeated name, its own sentence deleted',
      'Brandvik',
      (page) =>
        page.replace(', and its captain, Ola Brandvik, likes to say that he is older only by a little', ''),
    ],
    [
      'a short word whose sentence is gone',
      'winter',
      (page) => `${page.replace(' in winter', '')}\n\nSnow is what winter means elsewhere.`,
    ],
    ['on an empty page', QUOTE, () => ''],
    [
      'on another page',
      QUOTE,
      () =>
        'A story about bees.\n\nThe bees wanted to swim, said the keeper, but nobody in the room could tell.',
    ],
  ];
  test.each(cases)('%s', (_, words, edit) => {
    expect(find(save(words), edit(PAGE))).toEqual({ outcome: 'not-found', words: null });
  });
});

suite('copies', () => {
  const SHORT = 'The bridge was to cost ninety million.';
  const STORY = `Key points\n\n${PAGE}`;

  test('of two places with the same words and no other sign, the one in the story is taken', () => {
    const saved = describe(PAGE, spanOf(PAGE, 'Why the bridge is late again'));
    const copies = PAGE.replace('Harbour', 'Why the bridge is late again\n\nHarbour');
    const copy = spanOf(copies, 'Why the bridge is late again');
    const own = spanOf(copies, 'Why the bridge is late again', copy.end);
    expect(match(saved, buildIndex(copies, [copy])).span).toEqual(own);
  });

  test.each([0, 500])('a pull quote put %i units into the page does not draw the mark away', (at) => {
    const cut = STORY.indexOf('\n\n', at);
    const page = `${STORY.slice(0, cut)}\n\n${SHORT}${STORY.slice(cut)}`;
    const own = page.indexOf(`${SHORT} “It will`);
    expect(match(save(SHORT), buildIndex(page)).span?.start).toBe(own);
  });

  test('a sentence made after the same pattern is not taken for the one that is gone', () => {
    const like = (name: string): string =>
      `In ${name} the ferry stays until the end of next year, says the council.`;
    const page = `${PAGE}\n\n${like('Skarne')} It was cheered.\n\n${like('Holm')} Nobody came.`;
    const saved = describe(page, spanOf(page, like('Skarne')));
    expect(match(saved, buildIndex(page.replace(`${like('Skarne')} It was cheered.\n\n`, ''))).outcome).toBe(
      'not-found',
    );
  });
});

suite('selectors of other programs', () => {
  const foreign = (exact: string, prefix = '', suffix = ''): Selector[] => [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
  ];
  test.each([
    ['a unique passage without context', foreign('Nobody in this room wants'), 'Nobody in this room wants'],
    ['trimmed context', foreign('Brandvik', 'Mr', 'said. “It is'), 'Brandvik'],
    [
      'other quotation marks',
      foreign('"It is always more."', 'Brandvik said.', 'The'),
      '“It is always more.”',
    ],
  ])('%s', (_, selectors, words) => expect(find(selectors, PAGE).words).toBe(words));

  test('context picks the place', () => {
    const { span } = match(foreign('Brandvik', '“It will be more,” Mr ', ' said. “It is'), buildIndex(PAGE));
    expect(span?.start).toBe(PAGE.indexOf('Mr Brandvik') + 3);
  });

  test('a repeated name without any context is not guessed at', () => {
    expect(find(foreign('Brandvik'), PAGE).outcome).toBe('not-found');
  });

  test.each([[[]], [foreign('…')], [[{ type: 'TextPositionSelector', start: 3, end: 9 } as const]]])(
    'nothing to go by: %j',
    (selectors) => expect(find(selectors, PAGE).outcome).toBe('not-found'),
  );
});

suite('hostile input', () => {
  test.each([
    ['one word a hundred thousand times', 'word '.repeat(100_000)],
    ['one word of half a megabyte', 'x'.repeat(500_000)],
    ['lone surrogates', '\ud800 \udc00\ud83d \ude00'.repeat(2000)],
    ['combining marks only', '\u0301'.repeat(50_000)],
    ['line breaks only', '\n'.repeat(100_000)],
  ])('%s', (_, text) => {
    const index = buildIndex(text);
    const saved = describe(text, { start: 100, end: Math.min(text.length, 2000) }, index);
    expect(() => matchAll([saved, save(QUOTE)], index)).not.toThrow();
  });

  test('a passage of a megabyte is found, also with a word changed in it', { timeout: 20_000 }, () => {
    const text = Array.from({ length: 120_000 }, (_, i) => `word${(i * 7919) % 65_537}`).join(' ');
    const saved = describe(text, { start: 0, end: text.length });
    const edited = text.replace(' word7919 ', ' other ');
    expect(match(saved, buildIndex(text)).outcome).toBe('exact');
    expect(match(saved, buildIndex(edited)).outcome).toBe('changed');
  });

  test('spans outside of the text are cut to it', () => {
    expect(describe('abc', { start: -5, end: 99 })[0]).toMatchObject({ exact: 'abc' });
    expect(describe('abc', { start: 9, end: 2 })[1]).toEqual({
      type: 'TextPositionSelector',
      start: 3,
      end: 3,
    });
  });
});

test.each(['We \ud800 leave', 'We le\ud83dave', 'We \udc00\ud83d leave', 'le\ud800ave it'])(
  'half a letter, of which a message makes another, does not make %j changed words',
  (words) => {
    const text = `The minister spoke to the house about it. “${words} the union in May,” she said. ${'Nobody asked why. '.repeat(9)}`;
    const span = spanOf(text, `${words} the union in May`);
    const sent = describe(text, span).map((selector) =>
      selector.type === 'TextQuoteSelector'
        ? { ...selector, exact: selector.exact.toWellFormed() }
        : selector,
    );
    for (const page of [text, text.toWellFormed(), `Updated. ${text}`])
      expect(match(sent, buildIndex(page))).toMatchObject({ outcome: 'exact' });
  },
);

test('selectors survive storage as JSON', () => {
  for (const words of [QUOTE, SENTENCE, 'Brandvik', ACROSS]) {
    const saved = save(words);
    const stored: unknown[] = JSON.parse(JSON.stringify(saved));
    expect(stored.map(parseSelector)).toEqual(saved);
  }
});

test('a thousand passages of a long page are found in one batch', () => {
  const text = Array.from({ length: 60 }, (_, i) => PAGE.replaceAll('Skarne', `Skarne${i}`)).join('\n\n');
  const index = buildIndex(text);
  const lists = Array.from({ length: 1000 }, (_, i) =>
    describe(text, { start: i * 60, end: i * 60 + 90 }, index),
  );
  expect(matchAll(lists, index).filter(({ outcome }) => outcome === 'exact').length).toBeGreaterThan(950);
});
