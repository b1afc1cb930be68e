import { addressParts } from '#core/sync/address-parts.ts';
import type { SyncState } from '#messaging/sync-protocol.ts';
import { t, tAgo, tCount, tTime } from '#ui/text.ts';

/** Where it syncs to, when it last did, and what waits. */
export function SyncFigures({ state, database }: { readonly state: SyncState; readonly database: string }) {
  const { host, name } = addressParts(database);
  const { lastGood, next, waiting, isRunning } = state;
  return (
    <dl class="keys">
      <div class="keys-row">
        <dt>{t('syncServerTitle')}</dt>
        <dd>
          <bdi dir="ltr">{`${host} / ${name}`}</bdi>
        </dd>
      </div>
      <div class="keys-row">
        <dt>{t('syncLast')}</dt>
        <dd>
          {isRunning ? t('syncRunning') : lastGood === null ? t('syncNever') : <Moment iso={lastGood} />}
        </dd>
      </div>
      <div class="keys-row">
        <dt>{t('syncWaiting')}</dt>
        <dd>{waiting === 0 ? t('syncWaitingNone') : tCount('syncChanges', waiting)}</dd>
      </div>
      {next !== null && !isRunning && (
        <div class="keys-row">
          <dt>{t('syncNext')}</dt>
          <dd>
            <Moment iso={next} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Moment({ iso }: { readonly iso: string }) {
  return (
    <time dateTime={iso} title={tTime(iso)}>
      {tAgo(iso, Date.now())}
    </time>
  );
}
