import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { onRevision, request } from '#messaging/client.ts';
import type { StorageState } from '#messaging/library-protocol.ts';
import { failureWords } from '#ui/failure-words.ts';
import { t, tBytes, tNumber } from '#ui/text.ts';
import { useFollowed } from '#ui/use-followed.ts';

/**
 * Whether the browser promises not to clear what is stored; null until it has said, or where it does not. The permission
 * `unlimitedStorage` exempts an extension from eviction, whatever `persisted()` says:
 * https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies
 */
function usePersisted(): boolean | null {
  const [persisted, setPersisted] = useState<boolean | null>(null);
  useEffect(() => void isProtected().then(setPersisted, () => setPersisted(null)), []);
  return persisted;
}

async function isProtected(): Promise<boolean> {
  return (
    (await navigator.storage.persisted()) ||
    (await browser.permissions.contains({ permissions: ['unlimitedStorage'] }))
  );
}

/** How much is kept, how much space it takes, and whether it is safe from the browser. */
export function StorageFigures({ state }: { readonly state: StorageState }) {
  const persisted = usePersisted();
  const { value: kept } = useFollowed(() => request('storage.kept', null), onRevision);
  return (
    <>
      <h3>{t('storageHeld')}</h3>
      {state.error !== null && <p class="trouble">{failureWords(state.error)}</p>}
      <dl class="keys">
        <div class="keys-row">
          <dt>{t('storageKept')}</dt>
          <dd>{kept === null ? '…' : tNumber(kept)}</dd>
        </div>
        <div class="keys-row">
          <dt>{t('storageSize')}</dt>
          <dd>{state.usage === null ? t('storageUnknown') : tBytes(state.usage)}</dd>
        </div>
        <div class="keys-row">
          <dt>{t('storageSafe')}</dt>
          <dd>
            {persisted === null ? t('storageUnknown') : persisted ? t('storageSafeYes') : t('storageSafeNo')}
          </dd>
        </div>
      </dl>
    </>
  );
}
