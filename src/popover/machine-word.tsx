import type { QuotationRecord } from '#core/annotation.ts';
import { tellingWords } from '#core/speaker-name.ts';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { whyWords } from '#ui/why-words.ts';
import { factWords } from './fact-words.ts';
import { kindWords } from './kind-choice.tsx';
import { WhyLine } from './why-line.tsx';

interface MachineWordProps {
  readonly quotation: QuotationRecord;
  readonly onUndo: () => void;
}

/** What the detector had made of a passage that the reader has corrected, and the way back to it. */
export function MachineWord({ quotation, onUndo }: MachineWordProps) {
  const { detectedKind, detectedExact, speaker, detectedSpeaker, mention, evidence } = quotation;
  const read = detectedSpeaker ?? tellingWords(mention);
  const facts = factWords({ ...quotation, speaker: read });
  const why = facts === '' ? whyWords(evidence) : `${whyWords(evidence)} ${facts}`;
  const isOther = detectedKind !== undefined || detectedExact !== undefined;
  return (
    <div class="machine">
      <div class="machine-head">
        {(speaker !== detectedSpeaker || !isOther) && (
          <span>{read === null ? t('correctedFromNobody') : t('correctedFrom', read)}</span>
        )}
        {detectedKind !== undefined && <span>{t('correctedKind', kindWords(detectedKind))}</span>}
        <Button look="quiet" icon="undo" onClick={onUndo}>
          {t('undo')}
        </Button>
      </div>
      {detectedExact !== undefined && <p class="machine-ends">{t('correctedEnds', detectedExact)}</p>}
      <WhyLine words={why} />
    </div>
  );
}
