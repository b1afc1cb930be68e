import { t } from '#ui/text.ts';
import { formatRoute, type Route } from './route.ts';

/** The entries, and which views belong to each. */
const entries = [
  { view: 'articles', label: () => t('navArticles'), holds: ['articles', 'article'] },
  { view: 'people', label: () => t('navPeople'), holds: ['people', 'person'] },
  { view: 'notes', label: () => t('navNotes'), holds: ['notes'] },
  { view: 'trash', label: () => t('navTrash'), holds: ['trash'] },
] as const;

/** The library's parts, as links: they can be opened in a tab of their own. */
export function LibraryNav({ view }: { readonly view: Route['view'] }) {
  return (
    <nav class="library-nav" aria-label={t('library')}>
      {entries.map((entry) => (
        <a
          key={entry.view}
          class="tab library-link"
          href={formatRoute({ view: entry.view })}
          aria-current={entry.holds.some((name) => name === view) ? 'page' : undefined}
        >
          {entry.label()}
        </a>
      ))}
    </nav>
  );
}
