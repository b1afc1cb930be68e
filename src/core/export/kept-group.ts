import { isKept } from '#core/annotation-kept.ts';
import type { ArticleGroup } from './article-group.ts';

/** The article without bare refusals of a detection; null when neither a passage of it is kept nor itself. */
export function keptGroup(group: ArticleGroup): ArticleGroup | null {
  const annotations = group.annotations.filter(isKept);
  const isEmpty = annotations.length === 0 && group.article?.saved === undefined;
  return isEmpty ? null : { ...group, annotations };
}
