import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '#tests/cpu-ms.ts';
import { articleAddress } from '#core/url.ts';

const site = 'https://www.example-news.com';
const story = `${site}/2026/01/05/minister-answers-critics`;

/** [what it shows, the sender's address, canonical, the article's address] */
const cases: readonly (readonly [string, string, string | null, string])[] = [
  // Tracking
  ['a plain address stays', story, null, story],
  ['utm parameters', `${story}?utm_source=x&utm_medium=y&utm_campaign=z`, null, story],
  ['utm in capitals', `${story}?UTM_Source=x`, null, story],
  ['Facebook click', `${story}?fbclid=IwAR0`, null, story],
  ['Google click', `${story}?gclid=abc&gbraid=d&wbraid=e`, null, story],
  ['Microsoft click', `${story}?msclkid=abc`, null, story],
  ['Instagram', `${story}?igshid=abc&igsh=x`, null, story],
  ['Mailchimp', `${story}?mc_cid=a&mc_eid=b`, null, story],
  ['HubSpot', `${story}?_hsenc=p2&_hsmi=12`, null, story],
  ['Matomo', `${story}?pk_campaign=a&mtm_source=b`, null, story],
  ['a redirect counter', `${story}?_r=0`, null, story],
  ['a broadcaster’s own', `${story}?at_medium=RSS&at_campaign=rss`, null, story],
  ['French xtor', `${story}?xtor=CS1-15`, null, story],
  ['German wt_mc', `${story}?wt_mc=amp&wt_zmc=fix`, null, story],
  ['a gift token', `${story}?unlocked_article_code=1.ab.cd&smid=url-share`, null, story],
  ['Google article access', `${story}?gaa_at=eafs&gaa_n=x&gaa_ts=1&gaa_sig=z`, null, story],
  ['ampersands escaped twice', `${story}?utm_source=a&amp;utm_medium=b`, null, story],
  ['an empty query', `${story}?`, null, story],
  ['empty pairs', `${story}?&&utm_source=a&`, null, story],
  ['doubtful parameters where the path names the article', `${story}?ref=home&source=top&s=abc`, null, story],
  ['tracking among identity', `${site}/article.php?id=7&utm_source=a`, null, `${site}/article.php?id=7`],
  // Fragments
  ['a fragment', `${story}#comments`, null, story],
  ['a text fragment', `${story}#:~:text=he%20said`, null, story],
  ['an empty fragment', `${story}#`, null, story],
  ['an application’s route', `${site}/#/story/12`, null, `${site}/#/story/12`],
  ['a hash-bang route', `${site}/reader#!story=12`, null, `${site}/reader#!story=12`],
  ['a route with a text fragment', `${site}/#/story/12:~:text=a`, null, `${site}/#/story/12`],
  ['a route that leads nowhere', `${story}#/`, null, story],
  // Identity in the query
  ['a number in the query', `${site}/article.php?id=7`, null, `${site}/article.php?id=7`],
  ['a query without a name', `${site}/story?12345`, null, `${site}/story?12345`],
  ['WordPress number', `${site}/?p=4711`, null, `${site}/?p=4711`],
  ['the second page', `${story}?page=2`, null, `${story}?page=2`],
  ['a search word', `${site}/?s=election`, null, `${site}/?s=election`],
  ['doubtful, but the path is a script', `${site}/read.php?ref=ab12`, null, `${site}/read.php?ref=ab12`],
  ['doubtful, but a number', `${story}?cid=123456`, null, `${story}?cid=123456`],
  ['order of parameters', `${site}/read.asp?b=2&a=1`, null, `${site}/read.asp?a=1&b=2`],
  [
    'repeated parameters keep their order',
    `${site}/read.asp?b=2&a=9&b=1`,
    null,
    `${site}/read.asp?a=9&b=2&b=1`,
  ],
  ['encoded query stays encoded', `${site}/read.asp?t=a%26b`, null, `${site}/read.asp?t=a%26b`],
  // Hosts
  ['http', story.replace('https', 'http'), null, story],
  [
    'capitals in the host',
    'HTTPS://WWW.Example-News.COM/a-long-story-here',
    null,
    `${site}/a-long-story-here`,
  ],
  [
    'a dot after the host',
    'https://www.example-news.com./a-long-story-here',
    null,
    `${site}/a-long-story-here`,
  ],
  ['the usual port', `https://www.example-news.com:443/a-long-story-here`, null, `${site}/a-long-story-here`],
  ['m.', 'https://m.example-news.com/a-long-story-here', null, `${site}/a-long-story-here`],
  ['mobile.', 'https://mobile.example-news.com/a-long-story-here', null, `${site}/a-long-story-here`],
  ['amp.', 'https://amp.example-news.com/a-long-story-here', null, `${site}/a-long-story-here`],
  [
    'm. below a country',
    'https://m.example.co.uk/news/uk-123456',
    null,
    'https://www.example.co.uk/news/uk-123456',
  ],
  [
    'm. in the middle',
    'https://en.m.example.org/wiki/Quotation_1',
    null,
    'https://en.example.org/wiki/Quotation_1',
  ],
  ['m. before an edition', 'https://m.edition.example.com/a-b-c', null, 'https://edition.example.com/a-b-c'],
  ['a site called amp', 'https://amp.dev/about/how-amp-works', null, 'https://amp.dev/about/how-amp-works'],
  ['a site called m', 'https://m.com/a-long-story', null, 'https://m.com/a-long-story'],
  ['another subdomain stays', 'https://blog.example.com/a-b-c', null, 'https://blog.example.com/a-b-c'],
  ['a user name and password', 'https://me:secret@www.example-news.com/a-b-c', null, `${site}/a-b-c`],
  [
    'an international name',
    'https://www.bücher.example/ein-neuer-artikel',
    null,
    'https://www.xn--bcher-kva.example/ein-neuer-artikel',
  ],
  [
    'localhost keeps its scheme and port',
    'http://localhost:8080/feed/12',
    null,
    'http://localhost:8080/feed/12',
  ],
  ['an IP address', 'http://127.0.0.1:3000/a?utm_source=b', null, 'http://127.0.0.1:3000/a'],
  ['IPv6', 'http://[::1]:3000/a#b', null, 'http://[::1]:3000/a'],
  [
    'AMP in a viewer',
    'https://www.google.com/amp/s/www.example-news.com/news/amp-story-12345',
    null,
    `${site}/news/amp-story-12345`,
  ],
  [
    'AMP in a cache',
    'https://www-example--news-com.cdn.ampproject.org/c/s/www.example-news.com/a-long-story?usqp=m',
    null,
    `${site}/a-long-story`,
  ],
  [
    'AMP in a viewer of another country',
    'https://www.google.co.uk/amp/s/www.example-news.com/news/amp-story-12345',
    null,
    `${site}/news/amp-story-12345`,
  ],
  [
    'a host that only begins as a viewer’s shows nobody’s articles',
    'https://www.google.evil.example/amp/s/www.example-news.com/news/amp-story-12345',
    null,
    'https://www.google.evil.example/s/www.example-news.com/news/amp-story-12345',
  ],
  [
    'nor does one that is called Bing',
    'https://www.bing.attacker.com/amp/s/www.example-news.com/news/amp-story-12345',
    null,
    'https://www.bing.attacker.com/s/www.example-news.com/news/amp-story-12345',
  ],
  [
    'nor one in a country in which Google has none',
    'https://www.google.xyz/amp/s/www.example-news.com/news/amp-story-12345',
    null,
    'https://www.google.xyz/s/www.example-news.com/news/amp-story-12345',
  ],
  [
    'the part of a cache that is another’s',
    'https://evil-example.cdn.ampproject.org/c/s/www.example-news.com/a-long-story',
    null,
    'https://evil-example.cdn.ampproject.org/c/s/www.example-news.com/a-long-story',
  ],
  [
    'a viewer’s other pages stay',
    'https://www.google.com/search?q=a',
    null,
    'https://www.google.com/search?q=a',
  ],
  // Paths
  ['AMP at the end', `${story}/amp/`, null, story],
  ['AMP at the start', `${site}/amp/world/story-12345`, null, `${site}/world/story-12345`],
  ['.amp', `${story}.amp`, null, story],
  ['.amp.html', `${site}/story-12345.amp.html`, null, `${site}/story-12345.html`],
  ['AMP in the query', `${story}?amp=1`, null, story],
  ['AMP as a bare parameter', `${story}?amp`, null, story],
  ['AMP as output', `${story}?outputType=amp`, null, story],
  ['a print page', `${story}/print`, null, story],
  ['print in the query', `${story}?print=true`, null, story],
  ['a section called amp stays', `${site}/gear/amp`, null, `${site}/gear/amp`],
  ['a section called print stays', `${site}/edition/print`, null, `${site}/edition/print`],
  ['a closing slash', `${story}/`, null, story],
  ['the home page keeps its slash', site, null, `${site}/`],
  ['index.html', `${story}/index.html`, null, story],
  ['a session', `${site}/a-long-story;jsessionid=0A1B`, null, `${site}/a-long-story`],
  ['encoding in small letters', `${site}/caf%c3%a9-au-lait-1`, null, `${site}/caf%C3%A9-au-lait-1`],
  ['encoding without need', `${site}/%61-long-story`, null, `${site}/a-long-story`],
  ['letters beyond ASCII', `${site}/café-au-lait-1`, null, `${site}/caf%C3%A9-au-lait-1`],
  ['capitals in the path stay', `${site}/A-Long-Story`, null, `${site}/A-Long-Story`],
  // Not an article of the web
  ['an extension’s page', 'chrome-extension://abc/popup.html#x', null, 'chrome-extension://abc/popup.html#x'],
  ['about:blank', 'about:blank', story, 'about:blank'],
  ['nothing', '', null, ''],
  ['words', 'not an address', null, 'not an address'],
  ['a broken host', 'https://[/', null, 'https://[/'],
];

/** Addresses that must stay apart, though they look alike. */
const apart: readonly (readonly [string, string])[] = [
  [`${site}/article.php?id=1`, `${site}/article.php?id=2`],
  [`${site}/?p=1`, `${site}/?p=2`],
  [`${site}/story?12345`, `${site}/story?12346`],
  [`${story}?page=1`, `${story}?page=2`],
  [`${site}/read?ref=1001`, `${site}/read?ref=1002`],
  [`${site}/a-long-story?cid=1`, `${site}/a-long-story?cid=2`],
  ['https://de.example.com/a-b-c', 'https://fr.example.com/a-b-c'],
  ['https://ann.example.blog/a-b-c', 'https://bob.example.blog/a-b-c'],
  ['http://localhost:1/a', 'http://localhost:2/a'],
  [`${site}/#/story/1`, `${site}/#/story/2`],
  [`${site}/2026/01/05/briefing-of-the-day`, `${site}/2026/01/06/briefing-of-the-day`],
  [`${site}/a%2Fb-c-1`, `${site}/a/b-c-1`],
];

/** Addresses that are one only when the page says so. */
const apartUnlessClaimed: readonly (readonly [string, string])[] = [
  [`${site}/A-long-story`, `${site}/a-long-story`],
  [`${site}/gear/amp`, `${site}/gear`],
  ['https://beta.example.com/a-b-c', 'https://www.example.com/a-b-c'],
];

describe('articleAddress', () => {
  it.each(cases)('%s', (_what, sender, canonical, expected) => {
    expect(articleAddress(sender, canonical)).toBe(expected);
  });

  it.each(cases)('is settled after one time: %s', (_what, sender, canonical) => {
    const once = articleAddress(sender, canonical);
    expect(articleAddress(once, null)).toBe(once);
    expect(articleAddress(once, once)).toBe(once);
  });

  it.each(apart)('keeps %s and %s apart', (one, other) => {
    expect(articleAddress(one, null)).not.toBe(articleAddress(other, null));
  });

  it.each(apart)('keeps them apart when the other is claimed: %s, %s', (one, other) => {
    expect(articleAddress(one, other)).toBe(articleAddress(one, null));
  });

  it.each(apartUnlessClaimed)('takes %s for %s when the page says so', (one, other) => {
    expect(articleAddress(one, null)).not.toBe(articleAddress(other, null));
    expect(articleAddress(one, other)).toBe(other);
  });

  it.each(['https://1../', 'https://m.1../', 'https://0x1./a', 'https://example.com./a', 'https://a..b/'])(
    'leaves an odd host as it is: %s',
    (address) => {
      const once = articleAddress(address, null);
      expect(articleAddress(once, null)).toBe(once);
    },
  );

  it('never throws and is settled after one time, whatever it is given', () => {
    const piece = fc.constantFrom(
      'https://',
      'www.',
      'm.',
      'amp.',
      'example.',
      'co.uk',
      '/',
      '/amp',
      '/index.html',
      '%',
      '%4',
      '%%34',
      '1',
      '-',
      ';jsessionid=',
      '?',
      '&',
      'amp;',
      'utm_a',
      '=',
      '#',
      '#!/',
      ':~:',
      '..',
      '\u{1f600}',
      '\ud800',
      ' ',
      'print',
      '.amp',
      'www.google.com/amp/s/',
      '@',
      ':80',
    );
    const address = fc.oneof(
      fc.string(),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.array(piece, { maxLength: 14 }).map((pieces) => `https://${pieces.join('')}`),
    );
    fc.assert(
      fc.property(address, fc.option(address), (sender, canonical) => {
        const once = articleAddress(sender, canonical);
        expect(articleAddress(once, null)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes a hostile length in its stride', () => {
    const long = `${site}/${'amp/'.repeat(250_000)}`;
    const deep = `${site}/${'a/index.html/'.repeat(600)}`;
    const taken = cpuMs(() => {
      expect(articleAddress(long, null)).toBe(long);
      expect(articleAddress(story, long)).toBe(story);
      articleAddress(deep, `${site}/story-1/${'amp/'.repeat(1_900)}`);
    });
    expect(taken).toBeLessThan(3_000);
  });
});
