import { signal } from '@preact/signals';
import { t } from '#ui/text.ts';

/** Whether the page's site was taken from us while the popover is open. */
export const isSiteTaken = signal(false);

/** Says what has happened to the page around us, and what helps: no failure, the reader's own will. What is being written is saved as before. */
export function AccessLine() {
  return isSiteTaken.value ? (
    <p class="trouble access-line" role="alert">
      {t('accessTaken')}
    </p>
  ) : null;
}
