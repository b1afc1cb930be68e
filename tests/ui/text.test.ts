import { beforeEach, describe, expect, test } from 'vitest';
import { connectText, currentLocale, t, tAgo, tCount, tDate, tDay, tFacts, tList, tNamed } from '#ui/text.ts';
import { useLocale } from './use-locale.ts';

describe('sentences', () => {
  beforeEach(() => useLocale('en'));

  test('a key without a sentence is seen', () => expect(tNamed('noSuchKey')).toBe('noSuchKey'));
  test('what is filled in is not read again', () => expect(t('inQuotes', '$1 and $2')).toBe('“$1 and $2”'));

  test.each([
    ['en', 1, 'Named once'],
    ['en', 1200, 'Named 1,200 times'],
    ['de', 1200, '1.200-mal genannt'],
    ['fr', 0, 'Nommé une fois'],
    ['pl', 2, 'Wymieniono 2 razy'],
    ['pl', 25, 'Wymieniono 25 razy'],
    ['ja', 1, '1 回登場'],
    ['ar', 2, 'ذُكر مرتين'],
    ['ar', 11, 'ذُكر 11 مرة'],
  ])('%s counts %d', (locale, count, words) => {
    useLocale(locale);
    expect(tCount('namedTimes', count)).toBe(words);
  });

  test.each([
    ['ar', 'personMergeTitle', 'Ana Meyer', 'من يكون \u2068Ana Meyer\u2069 أيضًا؟'],
    ['ar', 'personMergeTitle', 'فاطمة', 'من يكون فاطمة أيضًا؟'],
    ['ar', 'publishedOn', '4.3.2026', 'نُشر في 4.3.2026'],
    ['en', 'personMergeTitle', 'فاطمة', 'Who else is \u2068فاطمة\u2069?'],
    ['en', 'personMergeTitle', 'Łukasz', 'Who else is Łukasz?'],
    ['ja', 'personMergeTitle', 'Ana', 'Ana は誰と同じ人ですか？'],
  ] as const)('%s keeps what runs the other way apart: %s with %s', (locale, key, name, words) => {
    useLocale(locale);
    expect(t(key, name)).toBe(words);
  });

  test('facts on one line run each its own way, and the empty ones are left out', () => {
    useLocale('ar');
    expect(tFacts(['The Example', '', '4.3.2026'])).toBe('\u2068The Example\u2069 · 4.3.2026');
  });

  test.each([
    ['a turn that is not closed', 'ab\u2067cd', '\u2068ab\u2067cd\u2069\u2069'],
    ['two of them', '\u2066a\u2067b', '\u2068\u2066a\u2067b\u2069\u2069\u2069'],
    ['one that closes what stands around it', 'ab\u2069cd', 'abcd'],
    ['one that is closed', '\u2067ab\u2069cd', '\u2068\u2067ab\u2069cd\u2069'],
    ['an override, which ends with what it stands in', '\u202Eab', '\u2068\u202Eab\u2069'],
  ])('a name turns nothing but itself: %s', (_, name, words) => {
    useLocale('en');
    expect(tFacts([name, '1 kept'])).toBe(`${words} · 1 kept`);
    expect(t('inQuotes', name)).toBe(`“${words}”`);
    expect(tList([name, 'Ben'])).toBe(`${words} and Ben`);
  });

  test('lists and dates follow the locale', () => {
    useLocale('de');
    expect(tList(['Ana', 'Ben', 'Cleo'])).toBe('Ana, Ben und Cleo');
    expect(tDate('2026-03-04T12:00:00Z')).toBe('04.03.2026');
    expect(tDate('yesterday')).toBe('');
  });

  test.each([
    ['pt_BR', 'pt-BR'],
    ['no such tag!', 'en'],
    ['', 'en'],
  ])('the browser’s language %j becomes %s', (language, locale) => {
    connectText(() => '', language);
    expect(currentLocale()).toBe(locale);
  });

  test.each([
    ['en-GB', 'en', 'en-GB'],
    ['sv', 'en', 'en'],
    ['de_AT', 'de', 'de-AT'],
  ])(
    'with the browser in %s and sentences in %s, numbers and dates are in %s',
    (language, spoken, locale) => {
      connectText((key) => (key === 'localeTag' ? spoken : ''), language);
      expect(currentLocale()).toBe(locale);
    },
  );
});

describe('times', () => {
  const now = Date.parse('2026-03-04T12:00:00Z');
  test.each([
    ['en', 0, 'now'],
    ['en', 19, 'now'],
    ['en', -45, '45 seconds ago'],
    ['en', -59.6, '1 minute ago'],
    ['en', 8 * 60, 'in 8 minutes'],
    ['en', -3 * 3600, '3 hours ago'],
    ['en', -26 * 3600, 'yesterday'],
    ['en', -40 * 86_400, 'last month'],
    ['en', -800 * 86_400, '2 years ago'],
    ['de', -120, 'vor 2 Minuten'],
    ['ja', -7200, '2 時間前'],
  ])('in %s, %d seconds from now', (locale, seconds, words) => {
    useLocale(locale);
    expect(tAgo(new Date(now + seconds * 1000).toISOString(), now)).toBe(words);
  });

  test('what is no time has no words', () => expect(tAgo('soon', now)).toBe(''));

  test('a day is that day wherever one is', () => {
    useLocale('en');
    expect(tDay('2026-03-04')).toBe('Mar 4, 2026');
    expect(tDay('someday')).toBe('');
  });
});
