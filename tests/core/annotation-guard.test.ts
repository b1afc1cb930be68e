import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationParser, parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import { anyAnnotation, anyArticle, detected, plainAnnotation } from './annotation-samples.ts';

const good = plainAnnotation('note', ['tag'], detected);
const quote = { type: 'TextQuoteSelector', exact: 'x', prefix: '', suffix: '' };
const target = (selector: readonly unknown[]): unknown => ({ ...good, target: { ...good.target, selector } });

/** [what, value, the field that is named] */
const bad: readonly (readonly [string, unknown, string])[] = [
  ['nothing', undefined, ''],
  ['a string', 'urn:uuid', ''],
  ['an id that is no UUID', { ...good, id: 'urn:uuid:1' }, 'id'],
  ['another type', { ...good, type: 'Note' }, 'type'],
  ['another motivation', { ...good, motivation: 'linking' }, 'motivation'],
  ['a day for a time', { ...good, created: '2026-01-05' }, 'created'],
  ['no time', { ...good, modified: null }, 'modified'],
  ['no body', { ...good, body: undefined }, 'body'],
  ['a note of over a million', plainAnnotation('x'.repeat(1_000_001)), 'body[0].value'],
  ['a tag of over a thousand', plainAnnotation('', ['x'.repeat(1_001)]), 'body[0]'],
  ['a thousand and one bodies', { ...good, body: Array.from({ length: 1_001 }, () => good.body[0]) }, 'body'],
  ['a body of another purpose', { ...good, body: [{ ...good.body[0], purpose: 'x' }] }, 'body[0].purpose'],
  [
    'an address that is a script',
    { ...good, target: { ...good.target, source: 'javascript:alert(1)' } },
    'target.source',
  ],
  [
    'an address of a file',
    { ...good, target: { ...good.target, source: 'file:///etc/passwd' } },
    'target.source',
  ],
  [
    'an endless address',
    { ...good, target: { ...good.target, source: `https://a.example/${'a'.repeat(9_000)}` } },
    'target.source',
  ],
  ['no selector', target([]), 'target'],
  ['a position without words', target([{ type: 'TextPositionSelector', start: 1, end: 2 }]), 'target'],
  ['a quote without words', target([{ ...quote, exact: '' }]), 'target.selector[0].exact'],
  ['a quote too long', target([{ ...quote, exact: 'x'.repeat(100_001) }]), 'target.selector[0].exact'],
  [
    'a position that ends before it starts',
    target([quote, { type: 'TextPositionSelector', start: 2, end: 1 }]),
    'target.selector[1]',
  ],
  ['a selector that is no object', target([quote, null]), 'target.selector[1]'],
  [
    'a monstrous selector of ours',
    target([quote, { type: 'ContextSelector', version: 1, near: 'x'.repeat(300_000) }]),
    'target.selector[1]',
  ],
  [
    'a quotation without a status',
    { ...good, quotation: { ...detected, status: undefined } },
    'quotation.status',
  ],
  ['a confidence over 1', { ...good, quotation: { ...detected, confidence: 2 } }, 'quotation.confidence'],
  ['evidence that is no list', { ...good, quotation: { ...detected, evidence: {} } }, 'quotation.evidence'],
];

describe('parseAnnotation', () => {
  it.each(bad)('refuses %s, and names the field', (_what, value, field) => {
    expect(parseAnnotation(value)).toBeNull();
    expect(annotationParser(value)).toMatchObject({ ok: false, field });
  });

  it('drops unknown keys at every level', () => {
    const value = {
      ...good,
      extra: 1,
      body: good.body.map((part) => ({ ...part, extra: 1 })),
      quotation: { ...detected, extra: 1 },
    };
    expect(parseAnnotation(value)).toStrictEqual(good);
  });

  it('drops selectors that it does not know, and keeps the record', () => {
    const selector = [
      ...good.target.selector,
      { type: 'XPathSelector', value: '/html' },
      { type: 'ContextSelector', version: 99 },
    ];
    expect(parseAnnotation(target(selector))).toStrictEqual(good);
  });

  it('keeps the mark style of any version, and needs none', () => {
    const plain = plainAnnotation('', []);
    expect(parseAnnotation(plain)?.target).not.toHaveProperty('styleClass');
    const styled = { ...plain, target: { ...plain.target, styleClass: 'of-a-later-version' } };
    expect(parseAnnotation(styled)).toEqual(styled);
    expect(parseAnnotation({ ...plain, target: { ...plain.target, styleClass: 7 } })).toBeNull();
  });

  it('brings ids and times into one form', () => {
    const value = {
      ...good,
      id: good.id.toUpperCase().replace('URN:UUID', 'urn:uuid'),
      created: '2026-01-05T09:00:00+01:00',
    };
    expect(parseAnnotation(value)).toStrictEqual(good);
  });

  it('answers any good record as it is', () => {
    fc.assert(
      fc.property(anyAnnotation, (annotation) => {
        expect(parseAnnotation(annotation)).toEqual(annotation);
      }),
      { numRuns: 200 },
    );
  });

  it('never throws, whatever it is given', () => {
    const broken = fc
      .tuple(anyAnnotation, fc.constantFrom(...Object.keys(good), 'target'), fc.anything())
      .map(([annotation, key, value]) => Object.assign({}, annotation, { [key]: value }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), broken), (value) => {
        const parsed = parseAnnotation(value);
        if (parsed !== null) expect(parseAnnotation(parsed)).toEqual(parsed);
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseArticle', () => {
  const article = { source: 'https://a.example/b', title: 't', byline: null, outlet: null, language: null, published: null,
    firstSeen: '2026-01-05T08:00:00.000Z', lastSeen: '2026-01-05T08:00:00.000Z' }; // prettier-ignore

  it('answers any good record as it is', () => {
    fc.assert(
      fc.property(anyArticle, (value) => {
        expect(parseArticle(value)).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });

  it('reads records from before sections, changes and origins were kept', () => {
    const unknown = { section: null, modified: null, origins: {} };
    expect(parseArticle(article)).toEqual({ ...article, ...unknown });
  });

  it('drops origins that it does not know, and keeps the article', () => {
    const origins = { title: 'json-ld', byline: 'a dream', weather: 'page', toString: 'page' };
    expect(parseArticle({ ...article, origins })?.origins).toEqual({ title: 'json-ld' });
    expect(parseArticle({ ...article, origins: 'page' })).toBeNull();
  });

  it('cuts what the page says to length, and forgives its dates', () => {
    const parsed = parseArticle({ ...article, title: 'x'.repeat(1_000_000), published: 'last week' });
    expect(parsed?.title).toHaveLength(10_000);
    expect(parsed?.published).toBeNull();
  });

  it.each([
    ['no address', { ...article, source: 'about:blank' }],
    ['no title', { ...article, title: null }],
    ['no time', { ...article, lastSeen: 'now' }],
    ['a list', [article]],
    ['nothing', null],
  ])('refuses %s', (_what, value) => {
    expect(parseArticle(value)).toBeNull();
  });
});
