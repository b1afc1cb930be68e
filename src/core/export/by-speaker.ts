import type { Annotation } from '#core/annotation.ts';
import { speakerName } from '#core/speaker-name.ts';
import type { ArticleGroup } from './article-group.ts';

/** What one person says in an article. */
export interface SpeakerPart {
  /** The same for one person in every article. */
  readonly key: string;
  /** The person's name as the reader has it; '' where nobody is named. */
  readonly name: string;
  readonly group: ArticleGroup;
}

/**
 * An article taken apart by who speaks, in the order of their first words. Names that the reader has said are one person are one; people
 * of the same name who were not said to be one are told apart by their articles only if the library holds them apart. An article of
 * which no passage is kept is nobody's.
 */
export function bySpeaker(group: ArticleGroup): readonly SpeakerPart[] {
  if (group.annotations.length === 0) return [{ key: NOBODY, name: '', group }];
  const people = peopleIn(group);
  const parts = new Map<string, { readonly name: string; readonly annotations: Annotation[] }>();
  for (const annotation of group.annotations) {
    const { key, name } = people(annotation);
    const known = parts.get(key);
    if (known === undefined) parts.set(key, { name, annotations: [annotation] });
    else known.annotations.push(annotation);
  }
  return [...parts].map(([key, { name, annotations }]) => ({ key, name, group: { ...group, annotations } }));
}

/** Before the words of who has no record; alone where there are no words. */
const NOBODY = 'name ';

/** A function that answers who speaks: the person, where the library knows one, else the name or words. */
function peopleIn({
  appearances,
  people,
}: ArticleGroup): (annotation: Annotation) => { readonly key: string; readonly name: string } {
  const idOf = new Map(appearances.map(({ name, person }) => [name, person]));
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return ({ quotation }) => {
    const words = quotation === null ? '' : (speakerName(quotation) ?? '').trim();
    const id = idOf.get(words);
    const name = id === undefined ? undefined : nameOf.get(id);
    return id === undefined || name === undefined ? { key: NOBODY + words, name: words } : { key: id, name };
  };
}
