import { isKept } from '#core/annotation-kept.ts';
import { byPosition } from '#core/annotation-passage.ts';
import type { ArticleRecord } from '#core/annotation.ts';
import type { SearchHit } from '#messaging/protocol.ts';

/** Kept passages of one article, in the order in which they stand there. */
export interface ArticleGroup {
  readonly article: ArticleRecord;
  readonly hits: readonly SearchHit[];
}

/** Kept passages of one speaker; null: of nobody who is named. */
export interface PersonGroup {
  readonly speaker: string | null;
  readonly hits: readonly SearchHit[];
}

/** What the reader keeps, and what he or she has only marked as not a quotation; each in the given order. */
export function splitKept(
  hits: readonly SearchHit[],
): readonly [kept: readonly SearchHit[], refused: readonly SearchHit[]] {
  const kept = hits.filter(({ annotation }) => isKept(annotation));
  return [kept, hits.filter(({ annotation }) => !isKept(annotation))];
}

/** By article; the article of the newest hit comes first, as the hits come newest first. */
export function groupByArticle(hits: readonly SearchHit[]): readonly ArticleGroup[] {
  return [...groupBy(hits, ({ article }) => article.source).values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    return { article: first.article, hits: group.sort((a, b) => byPosition(a.annotation, b.annotation)) };
  });
}

/** By speaker, in the alphabet's order of the locale; passages without a named speaker come last. */
export function groupByPerson(hits: readonly SearchHit[], locale: string): readonly PersonGroup[] {
  const groups = groupBy(hits, ({ annotation: { quotation } }) =>
    // What is no quotation has nobody who says it.
    quotation === null || quotation.status === 'rejected' ? null : quotation.speaker,
  );
  const unnamed = groups.get(null);
  groups.delete(null);
  const { compare } = new Intl.Collator(locale);
  const named = [...groups].map(([speaker, hits]) => ({ speaker, hits }));
  named.sort((a, b) => compare(a.speaker ?? '', b.speaker ?? ''));
  return unnamed === undefined ? named : [...named, { speaker: null, hits: unnamed }];
}

function groupBy<Key>(hits: readonly SearchHit[], keyOf: (hit: SearchHit) => Key): Map<Key, SearchHit[]> {
  const groups = new Map<Key, SearchHit[]>();
  for (const hit of hits) {
    const key = keyOf(hit);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [hit]);
    else group.push(hit);
  }
  return groups;
}
