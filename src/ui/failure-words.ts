import { t } from './text.ts';

/** What went wrong and what helps, for an error's code; a general sentence for a code that is not known. */
export function failureWords(code: string | null): string {
  switch (code) {
    case 'disk-full':
      return t('failureDiskFull');
    case 'storage-unavailable':
      return t('failureStorage');
    case 'storage-blocked':
      return t('failureBlocked');
    case 'storage-closed':
      return t('failureClosed');
    case 'upgrade-failed':
      return t('failureUpgrade');
    case 'newer-version':
      return t('failureNewer');
    // A message that only another version of ours would send.
    case 'bad-message':
    case 'disconnected':
      return t('failureDisconnected');
    case 'kept-for-later':
      return t('failureKept');
    case 'too-large':
      return t('failureTooLarge');
    case 'not-found':
      return t('failureNotFound');
    default:
      return t('failureGeneral');
  }
}

/** The code of an error that a request threw, or `unknown`. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown';
}
