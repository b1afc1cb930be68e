import { describe, expect, test } from 'vitest';
import type { MentionRole, Person } from '#core/detect/types.ts';
import { listPeople } from '#ui/article/list-people.ts';

function person(name: string, ...roles: readonly MentionRole[]): Person {
  const mentions = roles.map((role, start) => ({ start, end: start + 1, text: name, role }));
  return { name, aliases: [], roles: [], gender: null, mentions, evidence: [], confidence: 1 };
}

const shape = (people: readonly Person[]) =>
  listPeople(people).map(({ person, part }) => [person.name, part]);

describe('listPeople', () => {
  test('the story’s people by how often they are named, then bylines, then credits', () => {
    const people = [
      person('Credit', 'credit', 'credit', 'credit'),
      person('Byline', 'byline'),
      person('Once', 'story'),
      person('Often', 'story', 'story'),
    ];
    expect(shape(people)).toEqual([
      ['Often', 'story'],
      ['Once', 'story'],
      ['Byline', 'byline'],
      ['Credit', 'credit'],
    ]);
  });

  test('equals stay in the order in which they are first named', () => {
    expect(shape([person('B', 'story'), person('A', 'story')]).map(([name]) => name)).toEqual(['B', 'A']);
  });

  test('who is named in the story belongs to it, also with a byline', () => {
    expect(shape([person('Both', 'byline', 'story')])).toEqual([['Both', 'story']]);
  });

  test('one without a mention, and nobody', () => {
    expect(shape([person('None')])).toEqual([['None', 'story']]);
    expect(shape([])).toEqual([]);
  });
});
