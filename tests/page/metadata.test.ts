// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readMetadata } from '#page/article-metadata.ts';
import { parsePage } from './fixture.ts';

const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

/** A headline in JSON-LD and one in Open Graph. */
const both = (headline: string, graph: string): string =>
  `${ld({ '@type': 'NewsArticle', headline })}<meta property="og:title" content="${graph}">`;

const bylines: [string, string, string | null][] = [
  ['one author', ld({ '@type': 'NewsArticle', author: { '@type': 'Person', name: 'Ada Holm' } }), 'Ada Holm'],
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
  [
    'given and family name',
    ld({ '@type': 'Article', author: [{ '@type': 'Person', givenName: 'Ada', familyName: 'Holm' }] }),
    'Ada Holm',
  ],
  [
    'without initials and offices',
    ld({ '@type': 'Article', author: ['Ada Holm (ah)', 'Bo Lind, Political Editor'] }),
    'Ada Holm, Bo Lind',
  ],
  ['pen names of people', ld({ '@type': 'Article', author: { '@type': 'Person', name: 'ado' } }), 'ado'],
  [
    'an agency that is an organisation',
    ld({ '@type': 'Article', author: { '@type': 'Organization', name: 'dpa' } }),
    'dpa',
  ],
  ['no desk', ld({ '@type': 'Article', author: { '@type': 'Person', name: 'Redaktion Wire' } }), null],
  ['no host', ld({ '@type': 'Article', author: { '@type': 'Person', name: 'wire.com' } }), null],
  ['a name in place of an address', '<meta name="article:author" content="Ada Holm">', 'Ada Holm'],
  [
    'not what begins with the outlet',
    '<meta property="og:site_name" content="Wire"><meta name="author" content="Wire, Frankfurt, Germany">',
    null,
  ],
  [
    'all of a line whose first name is stated',
    `${ld({ '@type': 'Article', author: 'Ada Holm' })}<h1>S</h1><p class="byline">By Ada Holm, Bo Lind and Cy Moe</p>`,
    'Ada Holm, Bo Lind, Cy Moe',
  ],
  [
    'not those of another story',
    `${ld({ '@type': 'Article', author: 'Ada Holm' })}<h1>S</h1><article><p class="byline">By Ada Holm, Bo Lind</p></article>`,
    'Ada Holm',
  ],
  [
    'nor of a teaser',
    '<h1>S</h1><p class="byline">By Ada Holm</p><div><div><div><div><p class="author">By Bo Lind</p></div></div></div></div>',
    'Ada Holm',
  ],
];

describe('byline', () => {
  test.each(bylines)('%s', (_, html, byline) => expect(readMetadata(parsePage(html)).byline).toBe(byline));
});

const titles: [string, string, string | null][] = [
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
  [
    'entities of letters',
    ld({ '@type': 'Article', headline: 'K&uuml;hlt&#252;rme fallen' }),
    'Kühltürme fallen',
  ],
  [
    'without the outlet that both have',
    `<meta property="og:site_name" content="The Wire">${both('Boats sink in the bay - The Wire', 'Boats sink in the bay - The Wire')}`,
    'Boats sink in the bay',
  ],
  [
    'the one that was not rewritten with the heading',
    `<title>Why boats sink: all facts</title><h1>Why boats sink: all facts</h1>${both('Why boats sink: all facts', 'The bay that eats its fleet')}`,
    'The bay that eats its fleet',
  ],
  [
    'the headline where the other is for sharing',
    `<title>You will not believe this bay</title><h1>You will not believe this bay</h1>${both('The bay that eats its fleet', 'You will not believe this bay')}`,
    'The bay that eats its fleet',
  ],
  [
    'without a kicker',
    both('Boats sink in the bay', 'Shipping | Boats sink in the bay'),
    'Boats sink in the bay',
  ],
  [
    'the whole one where only one place cuts it',
    both('Boats sink in the bay and nobody knows why', 'Boats sink in the bay'),
    'Boats sink in the bay and nobody knows why',
  ],
  [
    'what two of three say',
    `<h1>Boats sink in the bay</h1><meta name="twitter:title" content="Boats sink in the bay">${both('Boats sink in the bay', 'Fleet of fools')}`,
    'Boats sink in the bay',
  ],
];

describe('title', () => {
  test.each(titles)('%s', (_, html, title) => expect(readMetadata(parsePage(html)).title).toBe(title));
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
    ['<meta name="date" content="2026">', { published: null }],
    [
      ld({ '@type': 'Article', datePublished: '2026-01-02', dateModified: '2026-01-03T10:00Z' }),
      { published: '2026-01-02T00:00:00.000Z', modified: '2026-01-03T10:00:00.000Z' },
    ],
    [
      '<meta property="article:modified_time" content="2026-01-03T10:00Z"><meta property="article:section" content="Sport">',
      { modified: '2026-01-03T10:00:00.000Z', section: 'Sport' },
    ],
    [ld({ '@type': 'Article', datePublished: '2026-01-02', dateModified: '2025-01-01' }), { modified: null }],
    [
      ld({
        '@type': 'BreadcrumbList',
        itemListElement: [{ name: 'Home' }, { item: { name: 'Politics' } }, { name: 'Story' }],
      }),
      { section: 'Politics' },
    ],
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
