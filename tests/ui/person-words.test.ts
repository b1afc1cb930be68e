import { beforeAll, describe, expect, test } from 'vitest';
import { namedWords, roleWords } from '#ui/person-words.ts';
import { useLocale } from './use-locale.ts';

describe('what is said of a person', () => {
  beforeAll(() => useLocale('en'));

  test.each([
    [1, 'Named once'],
    [2, 'Named twice'],
    [3, 'Named 3 times'],
    [1200, 'Named 1,200 times'],
  ])('named %d times', (count, words) => expect(namedWords(count)).toBe(words));

  test.each([
    [[], null],
    [['Mayor'], 'Mayor'],
    [['secretary of state', 'Secretary'], 'secretary of state'],
    [['Secretary', 'secretary of state'], 'secretary of state'],
    [['Mayor', 'engineer'], 'Mayor'],
  ])('of the roles %j one: %s', (roles, role) => expect(roleWords(roles)).toBe(role));
});
