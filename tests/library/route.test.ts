import { describe, expect, test } from 'vitest';
import { formatRoute, parseRoute, type Route } from '#library/route.ts';

const routes: readonly Route[] = [
  { view: 'articles' },
  { view: 'trash' },
  { view: 'article', source: 'https://www.example-news.com/a?id=1&b=2#c' },
  { view: 'article', source: 'https://www.example-news.com/a?id=1&b=2#c', passage: 'urn:uuid:1' },
  { view: 'person', id: 'urn:uuid:1', filter: {} },
  { view: 'person', id: 'urn:uuid:1', filter: { outlet: 'A & B', tags: ['x y', 'ü'] } },
  { view: 'person', id: 'urn:uuid:1', filter: {}, order: 'oldest' },
  { view: 'people' },
  { view: 'people', query: 'ana & co', order: 'count' },
  { view: 'speaker', name: 'Ana Ortiz', source: 'https://www.example-news.com/a?id=1' },
  { view: 'search', query: '', filter: { hasNote: false } },
  { view: 'search', query: 'bridge', filter: {}, order: 'newest' },
  {
    view: 'search',
    query: '“say it” & mean=it',
    filter: {
      person: 'urn:uuid:2',
      source: 'https://example.org/',
      kind: 'mixed',
      status: 'corrected',
      hasNote: true,
      from: '2026-01-01',
      until: '2026-02-28',
    },
  },
];

describe('the route in the address', () => {
  test.each(routes.map((route) => [formatRoute(route), route] as const))('%s', (fragment, route) => {
    expect(parseRoute(fragment)).toEqual(route);
  });

  test.each(['', '#', '#/', '#/nowhere', '#/article', '#/person?x=1', '#/person?name=Ana', '#/%%%', '?'])(
    '%j leads to the articles',
    (fragment) => expect(parseRoute(fragment)).toEqual({ view: 'articles' }),
  );

  test('what no filter can be is left out', () => {
    expect(parseRoute('#/search?q=a&kind=loud&from=2026-99-99&until=soon&tag=&note=perhaps')).toEqual({
      view: 'search',
      query: 'a',
      filter: {},
    });
  });
});
