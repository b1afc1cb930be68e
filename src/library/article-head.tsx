import type { ArticleRecord } from '#core/annotation.ts';
import { t, tCount, tDate, tFacts } from '#ui/text.ts';
import { ArticleOriginsNote } from './article-origins.tsx';
import { outletOf } from './outlet-of.ts';

/** What an article is: its title, who wrote it where and when, and the way to it. */
export function ArticleHead({ article, count }: { readonly article: ArticleRecord; readonly count: number }) {
  const { title, byline, section, published, modified, firstSeen, source, origins } = article;
  const [came, changed] = [published, modified].map((time) => (time === null ? '' : tDate(time)));
  const about = [
    outletOf(article),
    section ?? '',
    byline ?? '',
    came ? t('publishedOn', came) : '',
    // Most articles are touched up on the day they come out.
    changed && changed !== came ? t('updatedOn', changed) : '',
    t('firstReadOn', tDate(firstSeen)),
    tCount('keptCount', count),
  ];
  return (
    <header class="article-head">
      <h2 class="article-head-title" dir="auto">
        {title}
      </h2>
      <p class="shelf-about">{tFacts(about)}</p>
      <ArticleOriginsNote origins={origins} />
      {/^https?:/u.test(source) && (
        <a href={source} target="_blank" rel="noopener noreferrer">
          {t('readArticle')}
        </a>
      )}
    </header>
  );
}
