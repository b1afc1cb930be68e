import { useState } from 'preact/hooks';
import { everywhere, grantEverywhere, revoke } from '#messaging/access.ts';
import { siteName } from '#ui/article/access-notice.tsx';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { SiteSearch } from './site-search.tsx';
import { SwitchRow } from './switch-row.tsx';
import { useGranted } from './use-granted.ts';

/** Where we may read, and how to take that back. */
export function SitesSection() {
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
          <SwitchRow
            title={t('optionsEverywhere')}
            text={t('optionsEverywhereText')}
            checked={granted.everywhere}
            mayBeRefused
            onChange={(wanted) => attempt(wanted ? grantEverywhere() : revoke(everywhere))}
          />
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
      {failed && <TroubleLine code={null} />}
    </>
  );
}
