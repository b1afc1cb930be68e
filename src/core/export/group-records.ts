import type { ArticleGroup } from './article-group.ts';
import { byArticle, type ExportRecords } from './by-article.ts';

/** Makes whole articles of records that come in parts. */
export interface RecordGrouper {
  /** The articles that are whole now. */
  readonly add: (part: ExportRecords) => readonly ArticleGroup[];
  /** The rest. */
  readonly end: () => readonly ArticleGroup[];
}

/**
 * Groups records that come in parts. Annotations of one article come one after the other; an article that two parts share comes with
 * both.
 */
export function createGrouper(): RecordGrouper {
  let open: ArticleGroup | null = null;
  return {
    add(part) {
      const whole: ArticleGroup[] = [];
      for (const group of inOrder(part)) {
        if (open !== null && open.source === group.source) {
          open = joined(open, group);
          continue;
        }
        if (open !== null) whole.push(open);
        open = group;
      }
      return whole;
    },
    end() {
      const last = open === null ? [] : [open];
      open = null;
      return last;
    },
  };
}

/** The part's articles in the order of their annotations; those without any come last. */
function inOrder(part: ExportRecords): readonly ArticleGroup[] {
  const groups = new Map(byArticle(part).map((group) => [group.source, group]));
  const sources = new Set([...part.annotations.map(({ target }) => target.source), ...groups.keys()]);
  return [...sources].map((source) => groups.get(source)).filter((group) => group !== undefined);
}

/** One article of two parts: what belongs to the article is in both. */
function joined(first: ArticleGroup, second: ArticleGroup): ArticleGroup {
  const [whole] = byArticle({
    articles: [first.article ?? second.article].filter((article) => article !== null),
    annotations: [...first.annotations, ...second.annotations],
    versions: [...first.versions, ...second.versions],
    decisions: first.decisions,
    appearances: first.appearances,
    people: first.people,
  });
  return whole ?? first;
}
