import { t } from '#ui/text.ts';
import type { FieldProblem } from './set-up-form.ts';

/** What helps, where a field cannot be used as it is. */
export function fieldWords(problem: FieldProblem | undefined): string | undefined {
  switch (problem) {
    case undefined:
      return undefined;
    case 'no-address':
      return t('syncErrorAddress');
    case 'not-safe':
      return t('syncErrorNotSafe');
    case 'no-name':
      return t('syncErrorNoDatabase');
    case 'bad-name':
      return t('syncErrorDatabase');
    case 'no-passphrase':
      return t('syncErrorPassphrase');
    case 'easy':
      return t('syncErrorShort');
    case 'not-same':
      return t('syncErrorAgain');
    case 'no-code':
      return t('syncErrorCode');
  }
}
