import { Button } from '#ui/button.tsx';
import { Menu } from '#ui/menu.tsx';
import { t } from '#ui/text.ts';
import { NameForm } from './name-form.tsx';
import type { SavedSearch } from './saved-searches.ts';

interface SavedSearchesRowProps {
  readonly searches: readonly SavedSearch[];
  /** The address of the search that is shown. */
  readonly current: string;
  readonly onRename: (search: SavedSearch, name: string) => void;
  readonly onDelete: (search: SavedSearch) => void;
}

/** The searches that the reader has named, to open, rename and delete. */
export function SavedSearchesRow({ searches, current, onRename, onDelete }: SavedSearchesRowProps) {
  if (searches.length === 0) return null;
  return (
    <ul class="saved-searches menu-below" aria-label={t('savedSearches')}>
      {searches.map((search) => (
        <li key={search.address} class="saved-search">
          <a
            href={search.address}
            dir="auto"
            class="saved-search-name"
            aria-current={search.address === current ? 'page' : undefined}
          >
            {search.name}
          </a>
          {search.address === current && (
            <Menu label={t('change')} about={t('savedSearchChange', search.name)}>
              {(close) => (
                <>
                  <NameForm
                    label={t('searchName')}
                    name={search.name}
                    onName={(name) => {
                      close();
                      onRename(search, name);
                    }}
                  />
                  <Button
                    look="quiet"
                    icon="trash"
                    onClick={() => {
                      close();
                      onDelete(search);
                    }}
                  >
                    {t('savedSearchDelete')}
                  </Button>
                </>
              )}
            </Menu>
          )}
        </li>
      ))}
    </ul>
  );
}
