import type { ArticleGroup } from '#core/export/article-group.ts';
import { nameKey } from '#core/search/search-document.ts';
import { articleWith, nameOf, personId } from './library-records.ts';

/** An article of the library with all that belongs to it, as an exporter gets it. @param count annotations of the library */
export function groupOf(number: number, count: number): ArticleGroup {
  const { article, kept } = articleWith(number, count);
  const quoted = [...new Set(kept.map(({ person }) => person))];
  return {
    source: article.source,
    article,
    annotations: kept.map(({ annotation }) => annotation),
    people: quoted.map(personAt),
    appearances: quoted.map((person) => ({
      source: article.source,
      key: nameKey(nameOf(person)),
      name: nameOf(person),
      person: personId(person),
    })),
    decisions: [],
    versions: [],
  };
}

/** Somebody of the library. */
export function personAt(number: number) {
  const created = '2016-01-01T00:00:00.000Z';
  return {
    id: personId(number),
    name: nameOf(number),
    note: '',
    follows: [],
    apart: [],
    created,
    modified: created,
  };
}
