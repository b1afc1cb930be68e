import { useId, useState } from 'preact/hooks';
import { everywhere, grantEverywhere, revoke } from '#messaging/access.ts';
import { siteName } from '#ui/article/access-notice.tsx';
import { Button } from '#ui/button.tsx';
import { failureWords } from '#ui/failure-words.ts';
import { t } from '#ui/text.ts';
import { SiteSearch } from './site-search.tsx';
import { useGranted } from './use-granted.ts';

/** Where we may read, and how to take that back. */
export function SitesSection() {
  const id = useId();
  const granted = useGranted();
  const [failed, setFailed] = useState(false);

  const attempt = (asking: Promise<boolean>): void => {
    setFailed(false);
    asking.catch(() => setFailed(true));
  };

  return (
    <>
      <p class="sheet-text">{t('optionsSitesText')}</p>
      {granted !== null && (
        <>
          <div class="switch-row">
            <input
              id={id}
              type="checkbox"
              role="switch"
              class="switch"
              checked={granted.everywhere}
              aria-describedby={`${id}-text`}
              onChange={(event) => {
                const wanted = event.currentTarget.checked;
                // The permissions decide what the switch shows; the reader may still say no.
                event.currentTarget.checked = granted.everywhere;
                attempt(wanted ? grantEverywhere() : revoke(everywhere));
              }}
            />
            <div>
              <label for={id}>{t('optionsEverywhere')}</label>
              <p class="sheet-text" id={`${id}-text`}>
                {t('optionsEverywhereText')}
              </p>
            </div>
          </div>
          <h3>{t('optionsGranted')}</h3>
          {granted.sites.length === 0 ? (
            <p class="sheet-text">{t('optionsGrantedNone')}</p>
          ) : (
            <ul class="rows">
              {granted.sites.map((origin) => (
                <li key={origin} class="site-row">
                  <span>{siteName(origin)}</span>
                  <Button
                    look="quiet"
                    label={t('removeSite', siteName(origin))}
                    onClick={() => attempt(revoke([origin]))}
                  >
                    {t('remove')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <SiteSearch granted={granted} />
        </>
      )}
      {failed && (
        <p class="trouble" role="alert">
          {failureWords(null)}
        </p>
      )}
    </>
  );
}
