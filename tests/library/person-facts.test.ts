import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '#core/annotation.ts';
import { articlesNaming, namesUsed, rolesGiven } from '#library/person-facts.ts';
import type { Appearance } from '#core/person-count.ts';

const article = (source: string, published: string | null): ArticleRecord => ({
  source,
  title: source,
  byline: null,
  outlet: null,
  language: 'en',
  published,
  section: null,
  modified: null,
  origins: {},
  firstSeen: '2026-05-01T00:00:00Z',
  lastSeen: '2026-05-02T00:00:00Z',
});

const named = (
  name: string,
  source: string,
  published: string | null,
  roles: readonly string[] = [],
): Appearance => ({ name, source, article: article(source, published), roles });

describe('the roles that articles gave', () => {
  test('are dated, the last given first, and one however they are written', () => {
    const roles = rolesGiven([
      named('Ana Ortiz', 'b', '2025-02-01', ['Mayor']),
      named('Ana Ortiz', 'a', '2024-01-01', ['candidate']),
      named('Ana Ortiz', 'c', '2026-03-01', ['mayor', 'mayor']),
    ]);
    expect(
      roles.map(({ role, first, last, articles, latest }) => [role, first, last, articles, latest.source]),
    ).toEqual([
      ['mayor', '2025-02-01', '2026-03-01', 2, 'c'],
      ['candidate', '2024-01-01', '2024-01-01', 1, 'a'],
    ]);
  });

  test('have the day of the first reading where the article says none, and are left out of no article', () => {
    expect(rolesGiven([named('Ana', 'a', null, ['mayor'])])[0]?.last).toBe('2026-05-01T00:00:00Z');
    expect(rolesGiven([{ name: 'Ana', source: 'a', article: null, roles: ['mayor'] }])).toEqual([]);
  });
});

describe('the names used', () => {
  test('are each told once, the most frequent first', () => {
    expect(
      namesUsed([named('Ortiz', 'a', null), named('Ana Ortiz', 'b', null), named('Ana Ortiz', 'c', null)]),
    ).toEqual(['Ana Ortiz', 'Ortiz']);
  });

  test('are told together where one article uses two; the last article comes first, one that is unknown last', () => {
    const gone: Appearance = { name: 'Ana', source: 'z', article: null, roles: [] };
    const naming = articlesNaming([
      gone,
      named('Ortiz', 'a', '2025-01-01'),
      named('Ana Ortiz', 'b', '2026-01-01'),
      named('Mayor Ortiz', 'a', '2025-01-01'),
    ]);
    expect(naming.map(({ source, name }) => [source, name])).toEqual([
      ['b', 'Ana Ortiz'],
      ['a', 'Ortiz, Mayor Ortiz'],
      ['z', 'Ana'],
    ]);
  });
});
