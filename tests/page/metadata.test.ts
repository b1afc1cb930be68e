// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readMetadata } from '#page/article-metadata.ts';
import { parsePage } from './fixture.ts';

const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('byline', () => {
  test.each([
    [
      'one author',
      ld({ '@type': 'NewsArticle', author: { '@type': 'Person', name: 'Ada Holm' } }),
      'Ada Holm',
    ],
    ['names as text', ld({ '@type': 'Article', author: 'By Ada Holm and Bo Lind' }), 'Ada Holm, Bo Lind'],
    [
      'no organisations',
      ld({ '@type': 'NewsArticle', author: { '@type': 'Organization', name: 'The Wire' } }),
      null,
    ],
    [
      'not the outlet',
      `<meta property="og:site_name" content="The Wire"><meta name="author" content="The Wire">`,
      null,
    ],
    ['meta', '<meta name="author" content="Ada Holm, Bo Lind">', 'Ada Holm, Bo Lind'],
    [
      'no addresses',
      '<meta property="article:author" content="https://facebook.example/ada"><p class="byline">Von Ada Holm</p>',
      'Ada Holm',
    ],
    ['the page', '<span class="byline">By <a rel="author" href="/x">Ada Holm</a></span>', 'Ada Holm'],
    ['no time of day', '<p class="byline">Updated 10:45</p>', null],
    ['nobody', '<p>Story</p>', null],
  ])('%s', (_, html, byline) => expect(readMetadata(parsePage(html)).byline).toBe(byline));
});

describe('title', () => {
  test.each([
    [
      'the headline as shown',
      '<title>Boats sink | Wire</title><h1>Wire</h1><h1>Boats  sink</h1>',
      'Boats sink',
    ],
    [
      'not another headline',
      '<meta property="og:title" content="Boats sink in the bay"><h1>Most read stories</h1>',
      'Boats sink in the bay',
    ],
    ['without the outlet', '<title>Boats sink in the deep bay | Wire</title>', 'Boats sink in the deep bay'],
    ['entities', '<meta property="og:title" content="Boats &amp;amp; bays">', 'Boats & bays'],
    ['none', '', ''],
  ])('%s', (_, html, title) => expect(readMetadata(parsePage(html)).title).toBe(title));
});

describe('language and time', () => {
  test.each([
    ['<html lang="de-AT">', { language: 'de-AT' }],
    ['<html lang="en_GB">', { language: 'en-GB' }],
    ['<html lang="not a language!"><meta property="og:locale" content="fr_FR">', { language: 'fr-FR' }],
    [
      '<meta property="article:published_time" content="2026-01-02T03:04:05+02:00">',
      { published: '2026-01-02T01:04:05.000Z' },
    ],
    ['<meta name="date" content="yesterday">', { published: null }],
    [`<link rel="canonical" href="https://a.example/b?c=1">`, { canonical: 'https://a.example/b?c=1' }],
    [`<link rel="canonical" href="http://[">`, { canonical: null }],
  ])('%s', (html, expected) => expect(readMetadata(parsePage(html))).toMatchObject(expected));
});

test.each([
  'null',
  '[]',
  '"x"',
  '{"@graph":{"@graph":[{"@type":"NewsArticle","headline":"Deep"}]}}',
  '{bad',
  '<!-- {} -->',
])('JSON-LD %s does no harm', (json) =>
  expect(() => readMetadata(parsePage(`<script type="application/ld+json">${json}</script>`))).not.toThrow(),
);
