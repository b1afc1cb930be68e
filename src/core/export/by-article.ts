import { byPosition } from '#core/annotation-passage.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { ExportInput } from './exporter.ts';

/** An article with its annotations in the order of their position. `article` is null when only its address is known. */
export interface ArticleGroup {
  readonly source: string;
  readonly article: ArticleRecord | null;
  readonly annotations: readonly Annotation[];
}

/** Annotations under their articles: articles in the given order, then those of which only the address is known. */
export function byArticle(input: ExportInput): readonly ArticleGroup[] {
  const articles = new Map(input.articles.map((article) => [article.source, article]));
  const groups = new Map<string, Annotation[]>();
  for (const source of articles.keys()) groups.set(source, []);
  for (const annotation of input.annotations) {
    const group = groups.get(annotation.target.source);
    if (group === undefined) groups.set(annotation.target.source, [annotation]);
    else group.push(annotation);
  }
  return [...groups].map(([source, annotations]) => ({
    source,
    article: articles.get(source) ?? null,
    annotations: annotations.toSorted(byPosition),
  }));
}
