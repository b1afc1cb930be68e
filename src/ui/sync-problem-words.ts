import { addressParts } from '#core/sync/address-parts.ts';
import type { SyncProblem } from '#core/sync/sync-problem.ts';
import { t } from './text.ts';

/** Why a server cannot be used now, in one sentence. */
export function syncProblemWords(problem: SyncProblem, database: string): string {
  const { host, name } = addressParts(database);
  const words: Readonly<Record<SyncProblem, () => string>> = {
    offline: () => t('syncOffline'),
    unreachable: () => t('syncUnreachable', host),
    'no-safe-connection': () => t('syncNotTrusted', host),
    timeout: () => t('syncTimeout', host),
    moved: () => t('syncMoved', host),
    cors: () => t('syncCors', host),
    'no-access': () => t('syncNoAccess', host),
    refused: () => t('syncRefused', host, name),
    'no-database': () => t('syncNoDatabase', host, name),
    'not-couchdb': () => t('syncNotCouch', host),
    'server-error': () => t('syncServerError', host),
    'server-full': () => t('syncServerFull', host),
    'bad-answer': () => t('syncBadAnswer', host),
    'wrong-passphrase': () => t('syncWrongPassphrase'),
    'not-a-notebook': () => t('syncNotNotebook', name),
    'newer-notebook': () => t('syncNewer'),
    wiped: () => t('syncWiped'),
    'other-notebook': () => t('syncOther', name),
    'too-much': () => t('syncTooMuch'),
    'bad-code': () => t('syncBadCode'),
    storage: () => t('syncStorage'),
  };
  return words[problem]();
}
