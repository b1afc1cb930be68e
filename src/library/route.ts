import type { SearchFilter } from '#core/search/search-filter.ts';

/** Where one is in the library. It stands in the address's fragment, so that back, forward and bookmarks work. */
export type Route =
  | { readonly view: 'articles' | 'notes' | 'trash' | 'ledger' }
  | { readonly view: 'people'; readonly query?: string; readonly order?: 'count' }
  /** `passage`: the id of the annotation to which it leads, in the article. */
  | { readonly view: 'article'; readonly source: string; readonly passage?: string }
  | {
      readonly view: 'person';
      readonly id: string;
      readonly filter: SearchFilter;
      readonly order?: 'oldest';
    }
  /** Whom a name means in an article: leads on to the person. */
  | { readonly view: 'speaker'; readonly name: string; readonly source: string }
  | {
      readonly view: 'search';
      readonly query: string;
      readonly filter: SearchFilter;
      readonly order?: 'newest' | undefined;
    };

const plain = ['articles', 'notes', 'trash', 'ledger'] as const;
const kinds = ['direct', 'mixed', 'indirect', 'passage'] as const;
const statuses = ['detected', 'confirmed', 'corrected', 'rejected'] as const;
const day = /^\d{4}-\d\d-\d\d$/u;

/** The route of a fragment such as `#/article?source=…`. What is not understood is the list of articles. */
export function parseRoute(fragment: string): Route {
  const [path = '', parameters = ''] = fragment.replace(/^#?\/?/u, '').split(/\?(.*)/su);
  const given = new URLSearchParams(parameters);
  const view = plain.find((name) => name === path);
  if (view !== undefined) return { view };
  const source = given.get('source');
  const passage = given.get('passage');
  if (path === 'article' && source !== null)
    return { view: 'article', source, ...(passage === null ? {} : { passage }) };
  if (path === 'people') return parsePeople(given);
  if (path === 'person') return parsePerson(given);
  if (path === 'search') {
    const order = given.get('order') === 'newest' ? ('newest' as const) : undefined;
    return { view: 'search', query: given.get('q') ?? '', filter: parseFilter(given), order };
  }
  return { view: 'articles' };
}

function parsePeople(given: URLSearchParams): Route {
  const query = given.get('q') ?? '';
  return {
    view: 'people',
    ...(query === '' ? {} : { query }),
    ...(given.get('order') === 'count' ? { order: 'count' } : {}),
  };
}

function parsePerson(given: URLSearchParams): Route {
  const id = given.get('id');
  const name = given.get('name');
  const source = given.get('in');
  if (id !== null) {
    const order = given.get('order') === 'oldest' ? { order: 'oldest' as const } : {};
    return { view: 'person', id, filter: parseFilter(given), ...order };
  }
  if (name !== null && source !== null) return { view: 'speaker', name, source };
  return { view: 'articles' };
}

/** The fragment of a route: what `parseRoute` reads. */
export function formatRoute(route: Route): string {
  const parameters = new URLSearchParams();
  if (route.view === 'article') {
    parameters.set('source', route.source);
    if (route.passage !== undefined) parameters.set('passage', route.passage);
  }
  if (route.view === 'person') parameters.set('id', route.id);
  if (route.view === 'search' && route.order === 'newest') parameters.set('order', 'newest');
  if (route.view === 'speaker') {
    parameters.set('name', route.name);
    parameters.set('in', route.source);
  }
  if ((route.view === 'search' || route.view === 'people') && route.query) parameters.set('q', route.query);
  if (route.view === 'person' || route.view === 'search') putFilter(parameters, route.filter);
  if ((route.view === 'person' || route.view === 'people') && route.order !== undefined) {
    parameters.set('order', route.order);
  }
  const path = route.view === 'speaker' ? 'person' : route.view;
  const rest = parameters.toString();
  return rest === '' ? `#/${path}` : `#/${path}?${rest}`;
}

function parseFilter(given: URLSearchParams): SearchFilter {
  const kind = kinds.find((name) => name === given.get('kind'));
  const status = statuses.find((name) => name === given.get('status'));
  const note = given.get('note');
  const text = (key: string): string | undefined => given.get(key) ?? undefined;
  const date = (key: string): string | undefined => {
    const value = given.get(key);
    return value !== null && day.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
  };
  const tags = given.getAll('tag').filter((tag) => tag !== '');
  const filter = {
    person: text('person'),
    outlet: text('outlet'),
    source: text('in'),
    tags: tags.length > 0 ? tags : undefined,
    kind,
    status,
    hasNote: note === 'yes' ? true : note === 'no' ? false : undefined,
    from: date('from'),
    until: date('until'),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

function putFilter(parameters: URLSearchParams, filter: SearchFilter): void {
  const { person, outlet, source, tags, kind, status, hasNote, from, until } = filter;
  const single = { person, outlet, in: source, kind, status, from, until };
  for (const [key, value] of Object.entries(single)) if (value !== undefined) parameters.set(key, value);
  for (const tag of tags ?? []) parameters.append('tag', tag);
  if (hasNote !== undefined) parameters.set('note', hasNote ? 'yes' : 'no');
}
