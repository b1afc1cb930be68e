import { useState } from 'preact/hooks';
import type { QuotationKind } from '#core/detect/types.ts';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { KindChoice } from './kind-choice.tsx';
import { shortcutOf, useChosenKeys } from './use-keep-key.ts';

interface CorrectionsProps {
  readonly kind: QuotationKind;
  /** Says that the machine was right; undefined where that is said, or where there is nothing to confirm. */
  readonly onConfirm: (() => void) | undefined;
  readonly onSpeaker: () => void;
  readonly onEnds: () => void;
  readonly onRefuse: () => void;
  readonly onKind: (kind: QuotationKind) => void;
}

/** The reader's word on what the machine has read, behind one quiet line: the keys do each of them without it. */
export function Corrections({ kind, onConfirm, onSpeaker, onEnds, onRefuse, onKind }: CorrectionsProps) {
  const [open, setOpen] = useState(false);
  const keys = useChosenKeys();
  return (
    <div class="card-actions">
      {onConfirm !== undefined && (
        <Button look="quiet" shortcut={shortcutOf(keys.confirm)} onClick={onConfirm}>
          {t('confirm')}
        </Button>
      )}
      <span class="corrections-open">
        <Button look="quiet" onClick={() => setOpen(!open)} expanded={open}>
          {t('correctThis')}
        </Button>
      </span>
      {open && (
        <div class="corrections" role="group" aria-label={t('correctThis')}>
          <Button look="quiet" shortcut={shortcutOf(keys.speaker)} onClick={onSpeaker}>
            {t('correctSpeaker')}
          </Button>
          <Button look="quiet" shortcut={shortcutOf(keys.ends)} onClick={onEnds}>
            {t('endsMove')}
          </Button>
          <Button look="quiet" shortcut={shortcutOf(keys.refuse)} onClick={onRefuse}>
            {t('reject')}
          </Button>
          <KindChoice kind={kind} shortcut={shortcutOf(keys.kind)} onChange={onKind} />
        </div>
      )}
    </div>
  );
}
