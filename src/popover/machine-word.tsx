import type { QuotationRecord } from '#core/annotation.ts';
import { tellingWords } from '#core/speaker-name.ts';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { whyWords } from '#ui/why-words.ts';
import { factWords } from './fact-words.ts';

interface MachineWordProps {
  readonly quotation: QuotationRecord;
  readonly onUndo: () => void;
}

/** What the detector had made of a passage that the reader has corrected, and the way back to it. */
export function MachineWord({ quotation, onUndo }: MachineWordProps) {
  const read = quotation.detectedSpeaker ?? tellingWords(quotation.mention);
  return (
    <div class="machine">
      <div class="machine-head">
        <span>{read === null ? t('correctedFromNobody') : t('correctedFrom', read)}</span>
        <Button look="quiet" icon="undo" onClick={onUndo}>
          {t('undo')}
        </Button>
      </div>
      <p class="speaker-facts">{factWords({ ...quotation, speaker: read })}</p>
      <p>{whyWords(quotation.evidence)}</p>
    </div>
  );
}
