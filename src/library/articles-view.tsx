import { request } from '#messaging/client.ts';
import type { ArticleCount } from '#core/article-count.ts';
import { t, tCount, tDate, tFacts } from '#ui/text.ts';
import { EmptyLibrary } from './empty-library.tsx';
import { outletOf } from './outlet-of.ts';
import { PagedFeed } from './paged-feed.tsx';
import { formatRoute } from './route.ts';
import { usePagedList } from './use-paged-list.ts';

/** Every article of which something is kept, the one last seen first. */
export function ArticlesView() {
  const list = usePagedList('articles', (offset, limit) => request('library.articles', { offset, limit }));
  return (
    <PagedFeed
      list={list}
      label={t('navArticles')}
      estimate={76}
      keyOf={({ article }) => article.source}
      row={(item) => <ArticleRow item={item} />}
      empty={<EmptyLibrary />}
    />
  );
}

function ArticleRow({ item: { article, count } }: { readonly item: ArticleCount }) {
  const about = [
    outletOf(article),
    tDate(article.published ?? article.firstSeen),
    tCount('keptCount', count),
  ];
  return (
    <div class="list-row">
      <h3 class="list-row-title" dir="auto">
        <a href={formatRoute({ view: 'article', source: article.source })}>
          {article.title === '' ? article.source : article.title}
        </a>
      </h3>
      <p class="shelf-about">{tFacts(about)}</p>
    </div>
  );
}
