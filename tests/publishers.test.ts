import { describe, expect, test } from 'vitest';
import { isListed, isPublisher, matches, publisherOf, publishers } from '#publishers';

const hosts = publishers.map((publisher) => publisher.host);

describe('the list of publishers', () => {
  test('has at least 250, in English, German, French, Spanish and others', () => {
    expect(publishers.length).toBeGreaterThanOrEqual(250);
    const count = (language: string) =>
      publishers.filter((publisher) => publisher.language === language).length;
    for (const language of ['en', 'de', 'fr', 'es'])
      expect(count(language), language).toBeGreaterThanOrEqual(100);
    expect(new Set(publishers.map((publisher) => publisher.language)).size).toBeGreaterThanOrEqual(20);
  });

  test('names hosts in lower case, without scheme, path, port, wildcard or www', () => {
    const wrong = hosts.filter(
      (host) => !/^(?!www\.)[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.[a-z]{2,}$/.test(host),
    );
    expect(wrong).toEqual([]);
  });

  test('names no whole public suffix', () => {
    const suffix =
      /^(?:co|com|org|net|gov|ac|go|or|ne|ebc|uol|abril)\.[a-z]{2}(?:\.[a-z]{2})?$|^(?:globo|gov|blogspot|wordpress|substack|medium)\.com$/;
    expect(hosts.filter((host) => suffix.test(host))).toEqual([]);
  });

  test('lists each host once, and none that another host of the list covers', () => {
    const known = new Set(hosts);
    expect(known.size).toBe(hosts.length);
    const covered = hosts.filter((host) => {
      const labels = host.split('.');
      return labels.some((_, index) => index > 0 && known.has(labels.slice(index).join('.')));
    });
    expect(covered).toEqual([]);
  });

  test('gives each a name and a language', () => {
    for (const { host, name, language } of publishers) {
      expect(name, host).toBe(name.trim());
      expect(name, `${host} has no name: write it in its line in src/publishers.`).not.toBe('');
      expect(language, host).toMatch(/^[a-z]{2}$/);
    }
  });

  test.each([
    'google.com',
    'yahoo.com',
    'msn.com',
    'web.de',
    'gmx.net',
    'paypal.com',
    'facebook.com',
    'x.com',
    'flipboard.com',
    'mail.ru',
    'orange.fr',
    'libero.it',
    'onet.pl',
    'wp.pl',
    'globo.com',
    'uol.com.br',
    'walla.co.il',
    'substack.com',
    'medium.com',
    'wikipedia.org',
    'amazon.com',
    'example.com',
  ])('does not list %s', (host) => {
    expect(isPublisher(host)).toBe(false);
  });
});

describe('matches', () => {
  test('has one pattern a publisher, and the own machine', () => {
    expect(matches).toHaveLength(publishers.length + 2);
    expect(matches).toContain('*://*.nytimes.com/*');
    expect(matches.slice(-2)).toEqual(['http://localhost/*', 'http://127.0.0.1/*']);
  });

  test('never asks for every host', () => {
    for (const pattern of matches) {
      expect(pattern).not.toBe('<all_urls>');
      expect(pattern).toMatch(
        /^(?:\*:\/\/\*\.[a-z0-9-]+(?:\.[a-z0-9-]+)+|http:\/\/(?:localhost|127\.0\.0\.1))\/\*$/,
      );
    }
  });
});

describe('publisherOf', () => {
  test.each([
    ['nytimes.com', 'The New York Times'],
    ['www.nytimes.com', 'The New York Times'],
    ['WWW.NYTimes.com.', 'The New York Times'],
    ['a.b.c.lemonde.fr', 'Le Monde'],
    ['www.bbc.co.uk', 'BBC'],
    ['www1.folha.uol.com.br', 'Folha de S.Paulo'],
    ['elpais.com.uy', 'El País (Uruguay)'],
    ['elpais.com', 'El País'],
  ])('%s is %s', (host, name) => {
    expect(publisherOf(host)?.name).toBe(name);
  });

  test.each([
    '',
    '.',
    '..',
    'com',
    'mynytimes.com',
    'nytimes.com.evil.example',
    'nytimes.co',
    'uk',
    'localhost',
    '127.0.0.1',
    '[::1]',
    '\uD800.com',
    `${'a.'.repeat(50_000)}x`,
  ])('no publisher for %j', (host) => {
    expect(publisherOf(host)).toBeNull();
  });

  test('finds every host of the list', () => {
    expect(hosts.filter((host) => publisherOf(`www.${host}`)?.host !== host)).toEqual([]);
  });
});

test.each([
  ['https://www.spiegel.de/politik/x-1.html', true],
  ['http://spiegel.de', true],
  ['http://localhost:8080/feed', true],
  ['http://127.0.0.1:5173/', true],
  ['https://localhost/', false],
  ['http://127.0.0.2/', false],
  ['ftp://spiegel.de/', false],
  ['https://spiegel.de.example.com/', false],
  ['https://user:spiegel.de@example.com/', false],
  ['chrome://extensions', false],
  ['about:blank', false],
  ['', false],
  ['no address', false],
])('%s is listed: %s', (address, expected) => {
  expect(isListed(address)).toBe(expected);
});
