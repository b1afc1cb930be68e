import { describe, expect, test } from 'vitest';
import { findSites, hostOfPattern, typedHost } from '../../src/options/find-sites.ts';

const lists = {
  listed: ['example-news.com', 'news.portal.example', 'newsday.example'],
  granted: ['weekly.example.org'],
  everywhere: false,
  off: ['www.newsday.example'],
};

describe('findSites', () => {
  test.each([
    ['example-news.com', [['example-news.com', 'listed', true]]],
    ['https://www.example-news.com/story?x', [['example-news.com', 'listed', true]]],
    ['sport.example-news.com', [['sport.example-news.com', 'listed', true]]],
    ['weekly', [['weekly.example.org', 'granted', true]]],
    ['newsday', [['newsday.example', 'listed', false]]],
    ['other.example', [['other.example', 'none', true]]],
    ['notexample-news.com', [['notexample-news.com', 'none', true]]],
    ['nothing like it', []],
    ['  ', []],
  ])('%s', (typed, expected) =>
    expect(findSites(typed, lists, 8).map(({ host, why, on }) => [host, why, on])).toEqual(expected),
  );

  test('those that begin so come first, and no more than asked for', () => {
    const hosts = findSites('news', lists, 2).map(({ host }) => host);
    expect(hosts).toEqual(['news.portal.example', 'newsday.example']);
  });

  test('every site may have been chosen', () =>
    expect(findSites('other.example', { ...lists, everywhere: true }, 8)[0]?.why).toBe('everywhere'));
});

test.each([
  ['*://*.example.org/*', 'example.org'],
  ['http://localhost/*', 'localhost'],
])('the host of %s', (pattern, host) => expect(hostOfPattern(pattern)).toBe(host));

test.each([
  ['HTTPS://WWW.Example.org:8080/a', 'example.org'],
  ['http://[', 'http://['],
])('the host in %s', (typed, host) => expect(typedHost(typed)).toBe(host));
