import { isKept } from '#core/annotation-kept.ts';
import type { ArticleGroup } from './article-group.ts';

/** The article without bare refusals of a detection; null when nothing of it is kept. */
export function keptGroup(group: ArticleGroup): ArticleGroup | null {
  const annotations = group.annotations.filter(isKept);
  return annotations.length === 0 ? null : { ...group, annotations };
}
