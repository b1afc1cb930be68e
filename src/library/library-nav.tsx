import { t } from '#ui/text.ts';
import type { Route } from './route.ts';

import { useLedgerOn } from './use-ledger-on.ts';

/** The entries, and which views belong to each. */
const entries = [
  { view: 'articles', label: () => t('navArticles'), holds: ['articles', 'article'] },
  { view: 'people', label: () => t('navPeople'), holds: ['people', 'person', 'speaker'] },
  { view: 'notes', label: () => t('navNotes'), holds: ['notes'] },
  { view: 'search', label: () => t('navSearch'), holds: ['search'] },
  { view: 'ledger', label: () => t('navLedger'), holds: ['ledger'] },
  { view: 'trash', label: () => t('navTrash'), holds: ['trash'] },
] as const;

/** The library's parts, as links: they can be opened in a tab of their own. */
export function LibraryNav({ view }: { readonly view: Route['view'] }) {
  const ledgerOn = useLedgerOn();
  const shown = entries.filter((entry) => entry.view !== 'ledger' || ledgerOn || view === 'ledger');
  return (
    <nav class="library-nav" aria-label={t('library')}>
      {shown.map((entry) => (
        <a
          key={entry.view}
          class="tab library-link"
          href={`#/${entry.view}`}
          aria-current={entry.holds.some((name) => name === view) ? 'page' : undefined}
        >
          {entry.label()}
        </a>
      ))}
    </nav>
  );
}
