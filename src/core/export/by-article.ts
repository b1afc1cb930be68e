import { byPosition } from '#core/annotation-passage.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { AppearanceRecord, PersonRecord } from '#core/person-record.ts';
import type { ArticleGroup } from './article-group.ts';
import type { ExportedDecision, ExportedVersion } from './exported-records.ts';

/** Records as a store gives them, or a part of them. */
export interface ExportRecords {
  readonly articles: readonly ArticleRecord[];
  readonly annotations: readonly Annotation[];
  readonly decisions?: readonly ExportedDecision[];
  readonly versions?: readonly ExportedVersion[];
  readonly appearances?: readonly AppearanceRecord[];
  readonly people?: readonly PersonRecord[];
}

/**
 * Records under their articles: articles in the given order, then those of which only the address is known. Versions of annotations
 * that are not among them, and people whom none of their articles names, are left out.
 */
export function byArticle(records: ExportRecords): readonly ArticleGroup[] {
  const { annotations, decisions = [], versions = [], appearances = [], people = [] } = records;
  const articles = new Map(records.articles.map((article) => [article.source, article]));
  const named = [...annotations.map(({ target }) => target), ...decisions, ...appearances];
  const sources = new Set([...articles.keys(), ...named.map(({ source }) => source)]);
  const sourceOf = new Map(annotations.map(({ id, target }) => [id, target.source]));
  const inGroup = {
    annotations: listed(annotations, ({ target }) => target.source),
    decisions: listed(decisions, ({ source }) => source),
    versions: listed(versions, ({ annotation }) => sourceOf.get(annotation) ?? ''),
    appearances: listed(appearances, ({ source }) => source),
  };
  const byId = new Map(people.map((person) => [person.id, person]));
  return [...sources].map((source) => {
    const names = inGroup.appearances.get(source) ?? [];
    const ids = new Set(names.map(({ person }) => person));
    return {
      source,
      article: articles.get(source) ?? null,
      annotations: (inGroup.annotations.get(source) ?? []).toSorted(byPosition),
      decisions: inGroup.decisions.get(source) ?? [],
      versions: inGroup.versions.get(source) ?? [],
      appearances: names,
      people: [...ids].map((id) => byId.get(id)).filter((person) => person !== undefined),
    };
  });
}

function listed<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [item]);
    else list.push(item);
  }
  return lists;
}
