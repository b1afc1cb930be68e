import browser from 'webextension-polyfill';
import { needsReader } from '#core/sync/needs-reader.ts';
import { onRevision, request } from '#messaging/client.ts';
import { syncProblemWords } from '#ui/sync-problem-words.ts';
import { t } from '#ui/text.ts';
import { useFollowed } from '#ui/use-followed.ts';

/** One line when sync waits for the reader, with the way to where it is decided. Nothing while it goes on by itself. */
export function SyncNotice() {
  const { value: state } = useFollowed(() => request('sync.state', null), onRevision);
  const problem = state?.last?.problem ?? null;
  const server = state?.server ?? null;
  if (server === null || problem === null || !needsReader(problem)) return null;
  return (
    <div class="quiet-line" role="status">
      <p>{`${t('syncNeedsYou')} ${syncProblemWords(problem, server.database)}`}</p>
      <a
        href={browser.runtime.getURL('src/options/options.html#sync')}
        target="_blank"
        rel="noopener noreferrer"
      >
        {t('syncToOptions')}
      </a>
    </div>
  );
}
