import type { MentionRole, Person } from '#core/detect/types.ts';

/** A person as the list shows him or her. */
export interface ListedPerson {
  readonly person: Person;
  /** Where the name stands: in the story if anywhere there, else in a byline, else in a credit. */
  readonly part: MentionRole;
}

const order: readonly MentionRole[] = ['story', 'byline', 'credit'];

/** Where a person belongs: to the story before all else. */
function partOf({ mentions }: Person): MentionRole {
  return order.find((role) => mentions.some((mention) => mention.role === role)) ?? 'story';
}

/** The people of an article: those of the story by how often they are named, then who wrote it, then who took its pictures. */
export function listPeople(people: readonly Person[]): readonly ListedPerson[] {
  const listed = people.map((person) => ({ person, part: partOf(person) }));
  return listed.toSorted((a, b) => {
    const parts = order.indexOf(a.part) - order.indexOf(b.part);
    if (parts !== 0 || a.part !== 'story') return parts;
    return b.person.mentions.length - a.person.mentions.length;
  });
}
