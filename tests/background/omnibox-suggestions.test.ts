import { describe, expect, test } from 'vitest';
import { createAnnotation } from '#core/annotation-edit.ts';
import type { Annotation, ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import { bareArticle } from '#core/bare-article.ts';
import { describing, searchPlace, suggestionsFor } from '#background/omnibox-suggestions.ts';
import { parseRoute } from '#library/route.ts';

const article = (title: string): ArticleRecord => ({
  ...bareArticle('https://lantern.example/low?a=1&b=2', '2026-01-02T03:04:05.000Z', title),
  language: 'en',
});
const record: QuotationRecord = {
  kind: 'direct',
  mention: 'she',
  speaker: 'Ana Ortiz',
  detectedSpeaker: 'Ana Ortiz',
  cue: 'said',
  evidence: [],
  confidence: 0.9,
  status: 'detected',
};
const passage = (exact: string, quotation: QuotationRecord | null = null): Annotation =>
  createAnnotation({
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    now: '2026-01-02T03:04:05.000Z',
    source: 'https://lantern.example/low?a=1&b=2',
    selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    quotation,
  });

describe('describing', () => {
  test.each([
    ['Smith & Sons <b>"now"</b>', true, 'Smith &amp; Sons &lt;b&gt;&quot;now&quot;&lt;/b&gt;'],
    ["it's", true, 'it&apos;s'],
    ['Smith & Sons <b>', false, 'Smith & Sons <b>'],
    ['two\n lines\u0000\u0007', true, 'two lines'],
    ['half \ud83d of a pair', true, 'half  of a pair'],
    ['a whole \u{1f600} pair', true, 'a whole \u{1f600} pair'],
    ['\uffff', true, ''],
  ])('%j (XML: %s)', (text, isXml, expected) => expect(describing(text, isXml)).toBe(expected));
});

describe('suggestionsFor', () => {
  const people = [
    { id: 'urn:uuid:1', name: 'Ana Ortiz', about: 'mayor of <Lund>' },
    { id: 'urn:uuid:2', name: 'Ana Ortiz', about: '' },
  ];

  test('people before passages, each leading to its own place in the library', () => {
    const passages = [{ annotation: passage('We will not wait.', record), article: article('Low & dry') }];
    const [first, second, third] = suggestionsFor({ people, passages }, true);
    expect(first).toEqual({
      content: 'Ana Ortiz',
      description: 'Ana Ortiz <dim>mayor of &lt;Lund&gt;</dim>',
      place: '#/person?id=urn%3Auuid%3A1',
    });
    expect(second?.content).toBe('Ana Ortiz (2)');
    expect(second?.description).toBe('Ana Ortiz');
    expect(third?.description).toBe('Ana Ortiz: We will not wait. <dim>Low &amp; dry</dim>');
    expect(parseRoute(first?.place ?? '')).toMatchObject({ view: 'person', id: 'urn:uuid:1' });
    expect(parseRoute(third?.place ?? '')).toEqual({
      view: 'article',
      source: article('').source,
      passage: passage('').id,
    });
  });

  test('Firefox shows descriptions as they are', () => {
    const [first] = suggestionsFor({ people, passages: [] }, false);
    expect(first?.description).toBe('Ana Ortiz · mayor of <Lund>');
  });

  test('long words are cut, and never within a character', () => {
    const long = `${'a'.repeat(89)}\u{1f600}${'b'.repeat(500)}`;
    const passages = [{ annotation: passage(long), article: article('') }];
    const [only] = suggestionsFor({ people: [], passages }, true);
    expect(only?.content).toBe(`${'a'.repeat(89)}…`);
  });

  test('nothing found', () => expect(suggestionsFor({ people: [], passages: [] }, true)).toEqual([]));
});

test('what was only typed is searched for', () =>
  expect(parseRoute(searchPlace('“low & dry” #1'))).toMatchObject({
    view: 'search',
    query: '“low & dry” #1',
  }));
