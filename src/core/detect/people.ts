import type { Document } from './document.ts';
import { findRuns } from './name-runs.ts';
import { tagNames } from './name-models.ts';
import { buildPeople } from './person-build.ts';
import { groupMentions } from './person-group.ts';
import { makeMentions } from './person-mention.ts';
import { makeResolver, type Resolve } from './person-resolve.ts';
import type { Person } from './types.ts';

/** The people of a document, and who is meant by a span of it. */
export interface PeopleFound {
  /** In order of first mention; names are unique. */
  readonly people: readonly Person[];
  /**
   * The full name of the person that a span of the text means (a name, `he`, `the senator`), or null: nobody in particular,
   * a group, or two people who are equally likely. Offsets are UTF-16 units of the document's text.
   */
  readonly resolve: Resolve;
}

/**
 * Finds the people named in a document, groups the mentions of each, and tells their roles and genders. Linear in
 * the length of the text; never throws.
 */
export function findPeople(doc: Document): PeopleFound {
  const text = findRuns(doc);
  const people = buildPeople(text, groupMentions(makeMentions(text, tagNames(text))));
  return { people: people.map(({ person }) => person), resolve: makeResolver(text, people) };
}
