import { ArticleView } from './article-view.tsx';
import { ArticlesView } from './articles-view.tsx';
import type { Deeds } from './deeds.ts';
import { NotesView } from './notes-view.tsx';
import type { Route } from './route.ts';
import { SearchView } from './search-view.tsx';

/** The view of a route. */
export function RouteView({ route, deeds }: { readonly route: Route; readonly deeds: Deeds }) {
  switch (route.view) {
    case 'articles':
      return <ArticlesView />;
    case 'notes':
      return <NotesView deeds={deeds} />;
    case 'search':
      return <SearchView query={route.query} filter={route.filter} deeds={deeds} />;
    case 'article':
      return <ArticleView key={route.source} source={route.source} deeds={deeds} />;
    case 'people':
    case 'person':
    case 'trash':
    case 'ledger':
      return null;
  }
}
