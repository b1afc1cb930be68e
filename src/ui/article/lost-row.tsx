import { useState } from 'preact/hooks';
import type { Annotation } from '#core/annotation.ts';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { SavedRow } from './saved-row.tsx';

interface LostRowProps {
  readonly record: Annotation;
  /** Leads to where it may have stood. Answers whether there is such a place. */
  readonly onSeek: () => Promise<boolean>;
  /** It is a quotation after all. */
  readonly onAccept: () => void;
}

/** A kept passage that does not stand on the page any more. Where it may have been is shown only when asked for. */
export function LostRow({ record, onSeek, onAccept }: LostRowProps) {
  const [nowhere, setNowhere] = useState(false);
  const seek = async (): Promise<void> => setNowhere(!(await onSeek()));
  return (
    <>
      <SavedRow record={record} onAccept={onAccept} />
      <p role="status">
        {nowhere ? (
          <span class="quiet-line">{t('noPossiblePlace')}</span>
        ) : (
          <Button look="quiet" onClick={() => void seek()}>
            {t('possiblePlace')}
          </Button>
        )}
      </p>
    </>
  );
}
