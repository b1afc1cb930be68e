import { Button } from './button.tsx';
import { statusWords } from './sureness.ts';
import { t } from './text.ts';

/** The reader has said that this is no quotation: said plainly, with the way back. */
export function NotAQuotation({ onTakeBack }: { readonly onTakeBack: () => void }) {
  return (
    <div class="not-a-quotation">
      <span class="not-a-quotation-words">{statusWords('rejected')}</span>
      <Button look="quiet" icon="undo" onClick={onTakeBack}>
        {t('accept')}
      </Button>
    </div>
  );
}
