// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readArticle } from '#page/article.ts';
import { isArticle } from '#page/is-article.ts';
import { loadPage, parsePage } from './fixture.ts';

const ADDRESS = 'https://courier.example/news/2026/03/04/harbour-town-votes-to-keep-its-last-ferry';

describe('a page with boxes, captions and a repeated text in a script', () => {
  const page = loadPage('article');
  const before = page.documentElement.outerHTML;
  const article = readArticle(page);
  const words = (role: string): string[] =>
    (article?.blocks ?? [])
      .filter((block) => block.role === role)
      .map(({ start, end }) => article?.text.slice(start, end) ?? '');

  test('The page is not changed', () => expect(page.documentElement.outerHTML).toBe(before));

  test('metadata', () => {
    expect(article).toMatchObject({
      title: 'Harbour town votes to keep its last ferry',
      byline: 'Ines Okafor, Tomas Lindqvist',
      outlet: 'The Eastshore Courier',
      language: 'en-GB',
      published: '2026-03-04T05:30:00.000Z',
    });
    expect(article?.canonical).toMatch(/\/news\/2026\/03\/04\/harbour-town-votes-to-keep-its-last-ferry$/);
  });

  test('each fact with where it was read', () =>
    expect(article?.origins).toEqual({
      title: 'json-ld',
      byline: 'json-ld',
      outlet: 'open-graph',
      section: null,
      language: 'page',
      published: 'json-ld',
      modified: null,
      canonical: 'page',
    }));

  test('roles', () => {
    expect(words('title')).toEqual(['Harbour town votes to keep its last ferry']);
    expect(words('byline')).toEqual(['By Ines Okafor and Tomas Lindqvist']);
    expect(words('caption')).toEqual([
      'Mayor Petra Valdane steps off the ferry on Tuesday evening. Photo: Ruben Aalto',
    ]);
    expect(words('heading')).toEqual(['A bridge too dear']);
    expect(words('list')).toHaveLength(2);
    expect(words('pullquote')).toEqual(['It is always more.']);
    expect(words('body').map((text) => text.slice(0, 12))).toEqual([
      'After three ',
      '“Nobody in t',
      'The ferry ca',
      'The bridge w',
      'Opponents of',
    ]);
  });

  test.each([
    'Sign up for',
    'Why the bridge is late',
    'Read more',
    'writes about towns',
    'A reader writes',
    'var story',
    'All rights',
  ])('without "%s"', (unwanted) => expect(article?.text).not.toContain(unwanted));

  test('blocks are spans of the text with blank lines between them, each with its element', () => {
    expect(article?.blocks.map(({ start, end }) => article.text.slice(start, end)).join('\n\n')).toBe(
      article?.text,
    );
    article?.blocks.forEach(({ start, end }, i) => {
      expect(article.elements[i]?.textContent?.replace(/\s+/g, ' ')).toContain(
        article.text.slice(start, end),
      );
    });
  });
});

test.each([
  ['empty', ''],
  ['no body text', '<html><body><script>1</script></body></html>'],
  ['a frameset', '<frameset><frame src="a"></frameset>'],
  ['broken JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle",</script><p>x</p>'],
])('%s: no article, and no error', (_, html) => expect(readArticle(parsePage(html))).toBeNull());

const paragraphs = `<p>${'The ferry goes at seven, at nine and at eleven. '.repeat(6)}</p>`.repeat(4);

/** A page of teasers whose JSON-LD has six things of a type. */
const listing = (type: string): Document =>
  parsePage(`<meta property="og:type" content="website">
    <script type="application/ld+json">${JSON.stringify(Array.from({ length: 6 }, () => ({ '@type': type })))}</script>
    <h1>Politics</h1>${paragraphs}`);

describe('a byline among the paragraphs', () => {
  const body =
    '<p>The council of Skarne decided to keep the last ferry across the sound, at least for now.</p>'.repeat(
      8,
    );
  const bylineOf = (html: string): string | null =>
    readArticle(
      parsePage(`<title>Ferry stays for now</title><article><h1>Ferry stays for now</h1>${html}</article>`),
    )?.byline ?? null;
  test.each([
    [
      'two names in bold first',
      `<p><strong>Ines Okafor/Ruben Aalto</strong></p>${body}`,
      'Ines Okafor, Ruben Aalto',
    ],
    ['a name at the right last', `${body}<p style="text-align: right">Ines Okafor</p>`, 'Ines Okafor'],
    [
      'a name in bold that begins a paragraph',
      `<p><b>Ines Okafor</b> opened the meeting of the council at seven.</p>${body}`,
      null,
    ],
    ['parts of the story in bold', `<p><b>Key Points</b></p>${body}<p><b>What Next</b></p>`, null],
    ['plain words', `<p>The Ferry</p>${body}`, null],
  ])('%s', (_, html, byline) => expect(bylineOf(html)).toBe(byline));
});

const teaser = '<p>The town wants to keep its ferry, whatever the bridge may cost in the years to come.</p>';
const cards = `<div class="card"><h3><a href="/a">A story</a></h3>${teaser}</div>`.repeat(14);
const posts =
  `<div class="post"><b>ina</b>${`<p>${'I was there and saw it myself, you see. '.repeat(6)}</p>`.repeat(2)}</div>`.repeat(
    9,
  );
const lines = `${'The ferry goes at seven, at nine and at eleven. '.repeat(4)}<br><br>`.repeat(9);

/** [what it is, its markup, its address] */
const refused: readonly (readonly [string, string, string])[] = [
  ['a home page of long teasers', cards, 'https://courier.example/'],
  ['a section of long teasers', `<h1>Sport</h1>${cards}`, 'https://courier.example/sport'],
  ['a section that says what it is', `<meta property="og:type" content="website"><h1>Sport</h1>${cards}`, 'https://courier.example/sport/football-and-all-other-games'],
  ['a thread of a forum', `<h1>The ferry</h1>${posts}`, 'https://courier.example/forum/12345-what-of-the-ferry'],
  ['a thread on a host for them', `<h1>The ferry</h1>${posts}`, 'https://forum.courier.example/t/what-of-the-ferry/12345'],
  ['a thread that says so', `<script type="application/ld+json">{"@type":"DiscussionForumPosting"}</script><h1>The ferry</h1>${posts}`, 'https://courier.example/t/what-of-the-ferry/12345'],
  ['a page of one video', `<meta property="og:type" content="video.other"><h1>The ferry sails</h1>${paragraphs}`, 'https://courier.example/video/the-ferry-sails-again-12345'],
  ['a gallery', `<script type="application/ld+json">{"@type":"ImageGallery"}</script><h1>The ferry</h1>${paragraphs}`, 'https://courier.example/pictures/the-ferry-in-the-snow-12345'],
  ['a profile', `<meta property="og:type" content="profile"><h1>Ines Okafor</h1>${cards}`, 'https://courier.example/people/ines-okafor-12345'],
  ['a basket', `<h1>Your basket</h1>${paragraphs}`, 'https://courier.example/cart/12345'],
]; // prettier-ignore
const taken: readonly (readonly [string, string, string])[] = [
  ['a live ticker', `<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script><h1>The vote, live</h1>${posts}`, 'https://courier.example/live/the-vote-on-the-ferry-live'],
  ['a story with cards below it', `<meta property="og:type" content="website"><main>${paragraphs.repeat(3)}</main>${'<article><a href="/a">More</a></article>'.repeat(40)}`, 'https://courier.example/culture/2026/04/an-old-hotel-opens-again.html'],
  ['a story between line breaks', `<h1>Paper</h1><h1>Ferry</h1><td>${lines}</td>`, 'https://courier.example/news/view.html?idx=8576&page=1'],
  ['a brief in its own element', `<meta property="og:type" content="Article"><article><a href="/a">Other</a></article><h1>Ferry late</h1><div itemprop="articleBody">${'The ferry is late today. '.repeat(16)}</div>`, 'https://courier.example/breaking/ferry-is-late-today-608399'],
]; // prettier-ignore

describe('is it an article', () => {
  const story = loadPage('article');
  const front = loadPage('section-front');
  test.each([
    ['a story', story, ADDRESS, true],
    ['a section', front, 'https://courier.example/news', false],
    ['a section with a dated address', front, 'https://courier.example/archive/2026', false],
    ['the home page', front, 'https://courier.example/', false],
    ['an empty page', parsePage(''), ADDRESS, false],
    ['a mail', parsePage('<h1>Inbox</h1><p>Hi</p>'), 'https://mail.example/inbox/1234567', false],
    ['no address at all', story, 'about:blank', true],
    ['a front that names its stories', listing('NewsArticle'), 'https://courier.example/politics', false],
    ['a page of results', listing('SearchResultsPage'), 'https://courier.example/find/ferry-2026', false],
    [
      'a long mail',
      parsePage(`<h1>Re: the ferry</h1>${paragraphs}`),
      'https://mail.courier.example/u/0/1234567',
      false,
    ],
    [
      'a mail by its path',
      parsePage(`<h1>Re: the ferry</h1>${paragraphs}`),
      'https://courier.example/inbox/1234567',
      false,
    ],
    [
      'goods with a long description',
      parsePage(`<meta property="og:type" content="product"><h1>A can</h1>${paragraphs}`),
      'https://courier.example/garden/a-watering-can-9-liters',
      false,
    ],
    [
      'goods that JSON-LD calls so',
      parsePage(`<script type="application/ld+json">{"@type":"Product"}</script><h1>A can</h1>${paragraphs}`),
      'https://courier.example/garden/a-watering-can-9-liters',
      false,
    ],
    ['the same words as a story', parsePage(`<h1>A can</h1>${paragraphs}`), ADDRESS, true],
    [
      'a story about a shop',
      parsePage(`<meta property="og:type" content="article"><h1>A shop</h1>${paragraphs}`),
      'https://courier.example/shop/a-shop-on-the-shore-closes',
      true,
    ],
  ])('%s', (_, page, url, expected) => expect(isArticle(page, url)).toBe(expected));

  test.each(refused)('%s is none', (_, html, url) => expect(isArticle(parsePage(html), url)).toBe(false));
  test.each(taken)('%s is one', (_, html, url) => expect(isArticle(parsePage(html), url)).toBe(true));
});
