import type { SyncDevice } from '#messaging/sync-protocol.ts';
import { t, tDay } from '#ui/text.ts';

/** The machines that keep this notebook, this one first. */
export function DeviceList({ devices }: { readonly devices: readonly SyncDevice[] }) {
  if (devices.length === 0) return null;
  const sorted = devices.toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
  return (
    <>
      <h3>{t('syncDevices')}</h3>
      <ul class="rows">
        {sorted.map(({ id, name, since, seen, isThis }) => (
          <li key={id} class="device-row">
            <span>
              <bdi>{name}</bdi>
              {isThis && <span class="badge">{t('syncThisDevice')}</span>}
            </span>
            <span class="device-days">{t('syncDeviceDays', tDay(since), tDay(seen))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
