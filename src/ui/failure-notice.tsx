import { Button } from './button.tsx';
import { errorCode, failureWords } from './failure-words.ts';
import { Notice } from './notice.tsx';
import { t } from './text.ts';

/** Something that was asked for did not come: why, and another try. */
export function FailureNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return (
    <Notice tone="bad" title={t('failureTitle')} actions={<Button onClick={onRetry}>{t('tryAgain')}</Button>}>
      {failureWords(errorCode(error))}
    </Notice>
  );
}
