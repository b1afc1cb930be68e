import { useEffect, useState } from 'preact/hooks';
import type { StorageState } from '#messaging/library-protocol.ts';
import { Button } from '#ui/button.tsx';
import { failureWords } from '#ui/failure-words.ts';
import { t, tBytes, tNumber } from '#ui/text.ts';

/** Whether the browser promises not to clear what is stored; null until it has said, or where it does not. */
function usePersisted(): { readonly persisted: boolean | null; readonly ask: () => void } {
  const [persisted, setPersisted] = useState<boolean | null>(null);
  const unknown = (): void => setPersisted(null);
  useEffect(() => void navigator.storage.persisted().then(setPersisted, unknown), []);
  return { persisted, ask: () => void navigator.storage.persist().then(setPersisted, unknown) };
}

/** How much is kept, how much space it takes, and whether it is safe from the browser. */
export function StorageFigures({ state }: { readonly state: StorageState }) {
  const { persisted, ask } = usePersisted();
  return (
    <>
      <h3>{t('storageHeld')}</h3>
      {state.error !== null && <p class="trouble">{failureWords(state.error)}</p>}
      <dl class="keys">
        <div class="keys-row">
          <dt>{t('storageKept')}</dt>
          <dd>{tNumber(state.annotations)}</dd>
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
      {persisted === false && (
        <div class="sheet-actions">
          <Button onClick={ask}>{t('storageProtect')}</Button>
        </div>
      )}
    </>
  );
}
