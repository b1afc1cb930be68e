import type { Annotation } from '#core/annotation.ts';
import { speakerName } from '#core/speaker-name.ts';
import type { ArticleGroup } from './article-group.ts';

/** What one person says, article by article. */
export interface SpeakerFile {
  /** The person's name as the reader has it; '' where nobody is named. */
  readonly name: string;
  readonly groups: readonly ArticleGroup[];
}

/**
 * Articles taken apart by who speaks, in the order of their first words. Names that the reader has said are one person are one; people
 * of the same name who were not said to be one are told apart by their articles only if the library holds them apart.
 */
export function bySpeaker(groups: readonly ArticleGroup[]): readonly SpeakerFile[] {
  const files = new Map<string, { name: string; groups: ArticleGroup[] }>();
  for (const group of groups) {
    const people = peopleIn(group);
    const own = new Map<string, { name: string; annotations: Annotation[] }>();
    for (const annotation of group.annotations) {
      const { key, name } = people(annotation);
      const known = own.get(key);
      if (known === undefined) own.set(key, { name, annotations: [annotation] });
      else known.annotations.push(annotation);
    }
    for (const [key, { name, annotations }] of own) {
      const part = { ...group, annotations };
      const file = files.get(key);
      if (file === undefined) files.set(key, { name, groups: [part] });
      else file.groups.push(part);
    }
  }
  return [...files.values()];
}

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
    return id === undefined || name === undefined ? { key: `name ${words}`, name: words } : { key: id, name };
  };
}
