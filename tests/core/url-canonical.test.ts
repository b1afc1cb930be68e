import { describe, expect, it } from 'vitest';
import { articleAddress } from '#core/url.ts';

const site = 'https://www.example-news.com';
const story = `${site}/2026/01/05/minister-answers-critics`;

/** [what it shows, the sender's address, canonical, the article's address] */
const cases: readonly (readonly [string, string, string, string])[] = [
  // Canonical, believed
  ['canonical without parameters', `${story}?foo=bar`, story, story],
  ['canonical relative', `${story}?foo=bar`, '/2026/01/05/minister-answers-critics', story],
  ['canonical without scheme', `${story}?foo=bar`, story.replace('https:', ''), story],
  ['canonical with tracking', story, `${story}?utm_source=canonical`, story],
  [
    'from m. by number',
    'https://m.example-news.com/a/98765',
    `${site}/politics/great-story-98765`,
    `${site}/politics/great-story-98765`,
  ],
  ['short link to slug', `${site}/?p=4711`, story, story],
  [
    'another section, same words',
    `${site}/sport/cup-final-goes-to-extra-time`,
    `${site}/news/cup-final-goes-to-extra-time`,
    `${site}/news/cup-final-goes-to-extra-time`,
  ],
  [
    'a new headline, same number',
    `${site}/minister-resigns-1234567`,
    `${site}/minister-steps-down-after-vote-1234567`,
    `${site}/minister-steps-down-after-vote-1234567`,
  ],
  ['www or not', story.replace('www.', ''), story, story],
  ['AMP whose path we would not touch', `${site}/amp/brexit`, `${site}/brexit`, `${site}/brexit`],
  // Canonical, not believed
  ['the home page', story, `${site}/`, story],
  ['the home page, bare', story, site, story],
  ['a section', `${site}/news/story-12345`, `${site}/news`, `${site}/news/story-12345`],
  ['another site', story, 'https://www.other-paper.com/2026/01/05/minister-answers-critics', story],
  [
    'another site below the same country',
    'https://a.co.uk/x-y-z',
    'https://b.co.uk/x-y-z',
    'https://a.co.uk/x-y-z',
  ],
  [
    'another writer on a shared host',
    'https://ann.substack.com/p/my-long-story',
    'https://bob.substack.com/p/my-long-story',
    'https://ann.substack.com/p/my-long-story',
  ],
  [
    'another blog of a shared host by country',
    'https://ann.blogspot.co.uk/2026/01/a-b-c.html',
    'https://bob.blogspot.co.uk/2026/01/a-b-c.html',
    'https://ann.blogspot.co.uk/2026/01/a-b-c.html',
  ],
  [
    'a name that only ends alike',
    story,
    'https://evilexample-news.com/2026/01/05/minister-answers-critics',
    story,
  ],
  [
    'the last article of an application',
    `${site}/news/second-story-here-9876543`,
    `${site}/news/first-story-there-1234567`,
    `${site}/news/second-story-here-9876543`,
  ],
  [
    'the last article, without numbers',
    `${site}/news/farmers-march-on-capital`,
    `${site}/news/minister-answers-critics`,
    `${site}/news/farmers-march-on-capital`,
  ],
  [
    'the same words on another day',
    `${site}/2026/01/06/the-morning-briefing`,
    `${site}/2026/01/05/the-morning-briefing`,
    `${site}/2026/01/06/the-morning-briefing`,
  ],
  [
    'yesterday’s live page',
    `${site}/live/election-live-updates-tuesday`,
    `${site}/live/election-live-updates-monday`,
    `${site}/live/election-live-updates-tuesday`,
  ],
  [
    'another year in the words',
    `${site}/world-cup-2022-final`,
    `${site}/world-cup-2018-final`,
    `${site}/world-cup-2022-final`,
  ],
  [
    'a script that loses its number',
    `${site}/article.php?id=7`,
    `${site}/article.php`,
    `${site}/article.php?id=7`,
  ],
  [
    'a script with another number',
    `${site}/article.php?id=7`,
    `${site}/article.php?id=8`,
    `${site}/article.php?id=7`,
  ],
  ['the first page for the second', `${story}?page=2`, story, `${story}?page=2`],
  [
    'another port',
    'http://localhost:8080/story-12345',
    'http://localhost:9090/story-12345',
    'http://localhost:8080/story-12345',
  ],
  ['one route for all', `${site}/#/story/12`, `${site}/a-long-story`, `${site}/#/story/12`],
  ['not an address', story, 'http://', story],
  ['a script address', story, 'javascript:alert(1)', story],
  ['a data address', story, 'data:text/html,x', story],
  ['an empty one', story, ' ', story],
];

describe('articleAddress and rel=canonical', () => {
  it.each(cases)('%s', (_what, sender, canonical, expected) => {
    expect(articleAddress(sender, canonical)).toBe(expected);
  });

  it.each(cases)('is settled after one time: %s', (_what, sender, canonical) => {
    const once = articleAddress(sender, canonical);
    expect(articleAddress(once, null)).toBe(once);
    expect(articleAddress(once, once)).toBe(once);
  });
});
