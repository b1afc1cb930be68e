import { ArticleView } from './article-view.tsx';
import { ArticlesView } from './articles-view.tsx';
import type { Deeds } from './deeds.ts';
import { LedgerView } from './ledger-view.tsx';
import { NotesView } from './notes-view.tsx';
import { PeopleView } from './people-view.tsx';
import { PersonView } from './person-view.tsx';
import type { Route } from './route.ts';
import { SearchView } from './search-view.tsx';
import { TrashView } from './trash-view.tsx';
import { SpeakerView } from './speaker-view.tsx';

/** The view of a route. */
export function RouteView({ route, deeds }: { readonly route: Route; readonly deeds: Deeds }) {
  switch (route.view) {
    case 'articles':
      return <ArticlesView />;
    case 'notes':
      return <NotesView deeds={deeds} />;
    case 'search':
      return <SearchView query={route.query} filter={route.filter} order={route.order} deeds={deeds} />;
    case 'article':
      return <ArticleView key={route.source} source={route.source} passage={route.passage} deeds={deeds} />;
    case 'trash':
      return <TrashView deeds={deeds} />;
    case 'ledger':
      return <LedgerView deeds={deeds} />;
    case 'speaker':
      return <SpeakerView key={`${route.source} ${route.name}`} name={route.name} source={route.source} />;
    case 'people':
      return <PeopleView query={route.query ?? ''} order={route.order ?? 'name'} />;
    case 'person':
      return <PersonView key={route.id} route={route} deeds={deeds} />;
  }
}
