import { useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { copyText } from '#ui/copy-text.ts';
import { t } from '#ui/text.ts';

/** Copies a text, and says beside it what came of that. */
export function CopyButton({ text }: { readonly text: string }) {
  const [done, setDone] = useState<boolean | null>(null);
  return (
    <span class="copy-line">
      <Button icon="copy" onClick={() => void copyText(text).then(setDone)}>
        {t('copy')}
      </Button>
      <span role="status">{done === null ? '' : done ? t('copied') : t('copyFailed')}</span>
    </span>
  );
}
