import { describe, expect, it } from 'vitest';
import { articleAddress } from '#core/url.ts';

const site = 'https://www.example-news.com';
const story = `${site}/politics/minister-answers-her-critics-4711223`;
const numbered = `${site}/article.php?id=7001`;

/** Two addresses of one article, without help from the page. */
const one: readonly (readonly [string, string, string])[] = [
  ['tracking in any order', `${story}?utm_source=a&fbclid=b`, `${story}?fbclid=c&utm_medium=d`],
  ['a click id beside a fragment', `${story}?gclid=a#comments`, story],
  ['a text fragment after a route-like path', `${story}#:~:text=she%20said`, story],
  ['a mail’s recipient', `${story}?mc_eid=1f2e3d`, `${story}?mc_eid=9a8b7c`],
  ['TikTok, X and LinkedIn clicks', `${story}?ttclid=a&twclid=b&li_fat_id=c`, story],
  [
    'an AMP viewer of the AMP page',
    'https://www.google.com/amp/s/amp.example-news.com/politics/minister-answers-her-critics-4711223/amp',
    story,
  ],
  [
    'the AMP page of the mobile host',
    'https://m.example-news.com/politics/minister-answers-her-critics-4711223.amp',
    story,
  ],
  [
    'AMP before the path, on http',
    'http://www.example-news.com/amp/politics/minister-answers-her-critics-4711223',
    story,
  ],
  ['print below AMP', `${story}/amp/print`, story],
  ['a print view in the query', `${story}?view=print&utm_source=a`, story],
  ['a redirect counter after a slash', `${story}/?_r=2`, story],
  ['two slashes at the end', `${story}//`, story],
  ['a port that is the protocol’s own', story.replace('.com', '.com:443'), story],
  ['capitals in the host', story.replace('example', 'EXAMPLE'), story],
  ['needless encoding', story.replace('minister', '%6Dinister'), story],
  ['a session in the path', `${story};jsessionid=00FF`, story],
  ['a name and a password', story.replace('https://', 'https://reader:secret@'), story],
  ['sorted parameters', `${site}/read.aspx?id=7&section=2`, `${site}/read.aspx?section=2&id=7`],
  ['a referrer by name where the path tells', `${story}?ref=homepage`, story],
  ['ampersands escaped', `${numbered}&amp;utm_source=a`, numbered],
];

/** Two articles, though their addresses look alike. Each is also shown claiming the other as its canonical. */
const two: readonly (readonly [string, string, string])[] = [
  ['another number', story, story.replace('4711223', '4711224')],
  ['one digit more', story, `${story}0`],
  ['another id of a script', numbered, `${site}/article.php?id=7002`],
  ['an id, and the script alone', numbered, `${site}/article.php`],
  [
    'another story in a nested parameter',
    `${site}/view.jsp?cat=3&story=12`,
    `${site}/view.jsp?cat=3&story=13`,
  ],
  ['another parameter that tells', `${site}/news.asp?newsid=12`, `${site}/news.asp?articleid=12`],
  ['a parameter in capitals is another value', `${site}/read.php?id=aB`, `${site}/read.php?id=Ab`],
  ['a bare query', `${site}/story?20011`, `${site}/story?20012`],
  ['an id that looks like a click', `${site}/read.php?cid=20011`, `${site}/read.php?cid=20012`],
  ['another short link', `${site}/?p=4711`, `${site}/?p=4712`],
  ['another day', `${site}/2026/03/04/the-morning-briefing`, `${site}/2026/03/05/the-morning-briefing`],
  ['another day, joined', `${site}/20260304-the-morning-briefing`, `${site}/20260305-the-morning-briefing`],
  [
    'another day, in the query',
    `${site}/briefing.php?date=2026-03-04`,
    `${site}/briefing.php?date=2026-03-05`,
  ],
  [
    'another year of the same match',
    `${site}/sport/cup-final-2025-report`,
    `${site}/sport/cup-final-2026-report`,
  ],
  ['part two', `${site}/features/the-long-road-home-part-1`, `${site}/features/the-long-road-home-part-2`],
  [
    'part two in words',
    `${site}/features/the-long-road-home-part-one`,
    `${site}/features/the-long-road-home-part-two`,
  ],
  [
    'day 12 of a live page',
    `${site}/live/trial-day-11-as-it-happened`,
    `${site}/live/trial-day-12-as-it-happened`,
  ],
  ['another page of the story', `${story}?page=2`, `${story}?page=3`],
  ['the first page', `${story}?page=2`, story],
  ['another headline', `${site}/news/farmers-march-on-capital`, `${site}/news/farmers-leave-the-capital`],
  [
    'the negation of the headline',
    `${site}/news/minister-will-resign-today`,
    `${site}/news/minister-will-not-resign-today`,
  ],
  [
    'another language on a host',
    'https://de.example-news.com/a-story-here-99887',
    'https://fr.example-news.com/a-story-here-99887',
  ],
  ['another language in the path', `${site}/de/story/9876`, `${site}/fr/story/9876`],
  [
    'another country’s paper',
    'https://www.example-news.co.uk/a-story-here-99887',
    'https://www.example-news.com.au/a-story-here-99887',
  ],
  [
    'another writer on a shared host',
    'https://ada.substack.com/p/what-i-saw-there',
    'https://bo.substack.com/p/what-i-saw-there',
  ],
  [
    'another writer in the path',
    'https://medium.com/@ada/what-i-saw-there',
    'https://medium.com/@bo/what-i-saw-there',
  ],
  [
    'another blog by country',
    'https://ada.blogspot.de/2026/01/a-b-c.html',
    'https://bo.blogspot.de/2026/01/a-b-c.html',
  ],
  ['a repost on another paper', story, story.replace('example-news', 'other-paper')],
  [
    'a repost at an aggregator',
    story,
    'https://news.aggregator.example/minister-answers-her-critics-4711223',
  ],
  ['a host that ends alike', story, story.replace('www.example-news', 'www.notexample-news')],
  ['a host that begins alike', story, story.replace('example-news.com', 'example-news.com.evil.example')],
  [
    'a name before the host',
    story,
    story.replace('https://www.example-news.com', 'https://www.example-news.com@evil.example'),
  ],
  ['another port', 'http://localhost:8080/story-12345', 'http://localhost:8081/story-12345'],
  ['another machine by number', 'http://127.0.0.1:3000/story-12345', 'http://127.0.0.2:3000/story-12345'],
  ['another route of an application', `${site}/#!/story/12`, `${site}/#!/story/13`],
  ['a route and its page', `${site}/app#/story/12`, `${site}/app`],
  ['an encoded slash', `${site}/a%2Fb-c-d-1`, `${site}/a/b-c-d-1`],
  ['an encoded question mark', `${site}/what-is-this%3Fid=1`, `${site}/what-is-this?id=1`],
  ['an encoded ampersand', `${site}/read.php?t=a%26b`, `${site}/read.php?t=a&b`],
  ['the home page', story, `${site}/`],
  ['the section', story, `${site}/politics`],
  ['the section’s second page', story, `${site}/politics?page=2`],
  ['a tag', `${site}/tag/minister`, `${site}/tag/prime-minister`],
  ['a gallery’s picture', `${site}/gallery/the-flood?picture=3`, `${site}/gallery/the-flood?picture=4`],
  ['a video of a player', `${site}/watch?v=abcdef`, `${site}/watch?v=abcdeg`],
  ['a search', `${site}/search?q=ferry`, `${site}/search?q=bridge`],
];

/** [what, the sender's address, canonical, the article's address] */
const claims: readonly (readonly [string, string, string, string])[] = [
  ['canonical from AMP', `${story}/amp`, story, story],
  ['canonical from another host of the site', story.replace('www.', ''), story, story],
  ['relative to the root', `${story}?from=a&x=1`, '/politics/minister-answers-her-critics-4711223', story],
  ['relative to the folder', `${story}?x=1`, 'minister-answers-her-critics-4711223', story],
  ['only a query', numbered, '?id=7001', numbered],
  ['only a query of another', numbered, '?id=7002', numbered],
  ['only a fragment', story, '#top', story],
  ['in http', story, story.replace('https', 'http'), story],
  ['with a fragment', story, `${story}#main`, story],
  ['to the AMP page', story, `${story}/amp`, story],
  ['to the mobile page', story, story.replace('www.', 'm.'), story],
  ['to the print page', story, `${story}?print=1`, story],
  ['with spaces around', `${story}?x=1`, `  ${story}\n`, story],
  ['a machine of one’s own', story, 'http://localhost/politics/minister-answers-her-critics-4711223', story],
  ['a broken one', story, 'https://[', story],
  ['a template left unfilled', story, '{{ canonical_url }}', story],
  ['the word undefined', story, 'undefined', story],
  ['the word null', story, 'null', story],
  ['a mail address', story, 'mailto:desk@example-news.com', story],
  ['a file', story, 'file:///politics/minister-answers-her-critics-4711223', story],
  ['of a syndicated story', story, story.replace('example-news', 'agency-wire'), story],
  ['short link to its story', `${site}/?p=4711`, story, story],
  ['a new section, the same number', story.replace('/politics/', '/world/'), story, story],
];

describe('one article, one address', () => {
  it.each(one)('%s', (_what, a, b) => expect(articleAddress(a, null)).toBe(articleAddress(b, null)));

  it.each(two)('two: %s', (_what, a, b) => {
    expect(articleAddress(a, null)).not.toBe(articleAddress(b, null));
  });

  it.each(two)('two, whoever claims the other: %s', (_what, a, b) => {
    expect(articleAddress(a, b)).toBe(articleAddress(a, null));
    expect(articleAddress(b, a)).not.toBe(articleAddress(a, null));
  });

  it.each(claims)('claimed: %s', (_what, sender, canonical, expected) => {
    expect(articleAddress(sender, canonical)).toBe(expected);
  });
});
