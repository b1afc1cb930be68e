import type { ArticleRecord } from '#core/annotation.ts';
import { t, tCount, tDate } from '#ui/text.ts';
import { outletOf } from './outlet-of.ts';

/** What an article is: its title, who wrote it where and when, and the way to it. */
export function ArticleHead({ article, count }: { readonly article: ArticleRecord; readonly count: number }) {
  const { title, byline, published, firstSeen, source } = article;
  const about = [
    outletOf(article),
    byline ?? '',
    published === null ? '' : t('publishedOn', tDate(published)),
    t('firstReadOn', tDate(firstSeen)),
    tCount('keptCount', count),
  ];
  return (
    <header class="article-head">
      <h2 class="article-head-title" dir="auto">
        {title}
      </h2>
      <p class="shelf-about">{about.filter((part) => part !== '').join(' · ')}</p>
      {/^https?:/u.test(source) && (
        <a href={source} target="_blank" rel="noreferrer">
          {t('readArticle')}
        </a>
      )}
    </header>
  );
}
