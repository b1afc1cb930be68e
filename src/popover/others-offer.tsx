import { Button } from '#ui/button.tsx';
import { t, tCount } from '#ui/text.ts';
import { useOwnKeys } from '#ui/use-own-keys.ts';
import type { Others } from './quotation-model.ts';
import { shortcutOf, useChosenKeys } from './use-keep-key.ts';

interface OthersOfferProps {
  readonly others: Others;
  readonly onAccept: () => void;
}

/** The same was found to speak elsewhere in the article: at one more key the reader's word holds there too. */
export function OthersOffer({ others, onAccept }: OthersOfferProps) {
  const keys = useChosenKeys();
  useOwnKeys(keys, { others: () => onAccept() });
  return (
    <div class="others" role="status">
      <span>{tCount('othersFound', others.count, t('inQuotes', others.about))}</span>
      <Button look="plain" shortcut={shortcutOf(keys.others)} onClick={onAccept}>
        {t('othersToo', others.speaker)}
      </Button>
    </div>
  );
}
