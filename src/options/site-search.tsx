import { useMemo, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { withSite } from '#messaging/settings.ts';
import { Button } from '#ui/button.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { t, tNumber } from '#ui/text.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { findSites, hostOfPattern, namesOf, type SiteReason } from './find-sites.ts';
import type { Granted } from './use-granted.ts';
import { useSettings } from './use-settings.ts';

/** So many sites are shown for what was typed. */
const mostShown = 8;

function whyWords({ why, on }: SiteReason): string {
  if (why === 'none') return t('siteNotOn');
  if (!on) return t('siteOff');
  if (why === 'listed') return t('siteListed');
  return why === 'granted' ? t('siteGranted') : t('siteEverywhere');
}

/** Whether On Record is on at a site, why, and a switch for it; and the sites where the reader has switched it off. */
export function SiteSearch({ granted }: { readonly granted: Granted }) {
  const [typed, setTyped] = useState('');
  const { settings, change, failed } = useSettings();
  const listed = useMemo(
    () => [
      ...new Set(
        browser.runtime.getManifest().content_scripts?.flatMap(({ matches }) => matches.map(hostOfPattern)),
      ),
    ],
    [],
  );
  if (settings === null) return null;
  const { sitesOff } = settings;
  const lists = {
    listed,
    granted: granted.sites.map(hostOfPattern),
    everywhere: granted.everywhere,
    off: sitesOff,
  };
  const found = findSites(typed, lists, mostShown);
  const set = (host: string, on: boolean): void =>
    change((now) => namesOf(host).reduce((changed, name) => withSite(changed, name, on), now));
  const off = [...new Set(sitesOff.map((host) => host.replace(/^www\./u, '')))].sort();
  return (
    <>
      <h3>{t('siteFind')}</h3>
      <p class="sheet-text">{t('siteFindText', tNumber(listed.length))}</p>
      <SearchField query={typed} onInput={setTyped} label={t('siteFindLabel')} />
      {found.length > 0 && (
        <ul class="rows" aria-label={t('siteFind')}>
          {found.map((site) => (
            <SiteRow key={site.host} site={site} onSet={set} />
          ))}
        </ul>
      )}
      {off.length > 0 && (
        <>
          <h3>{t('sitesOff')}</h3>
          <ul class="rows">
            {off.map((host) => (
              <li key={host} class="site-row">
                <span>{host}</span>
                <Button look="quiet" label={t('siteSwitchOnAt', host)} onClick={() => set(host, true)}>
                  {t('siteSwitchOn')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {failed && <TroubleLine code={null} />}
    </>
  );
}

function SiteRow({
  site,
  onSet,
}: {
  readonly site: SiteReason;
  readonly onSet: (host: string, on: boolean) => void;
}) {
  const { host, on, why } = site;
  return (
    <li class="site-row">
      <span>
        {host}
        <span class="site-why">{whyWords(site)}</span>
      </span>
      {why !== 'none' && (
        <Button
          look="quiet"
          label={on ? t('siteSwitchOffAt', host) : t('siteSwitchOnAt', host)}
          onClick={() => onSet(host, !on)}
        >
          {on ? t('siteSwitchOff') : t('siteSwitchOn')}
        </Button>
      )}
    </li>
  );
}
