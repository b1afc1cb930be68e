import { useState } from 'preact/hooks';
import type { QuotationRecord } from '#core/annotation.ts';
import { speakerName } from '#core/speaker-name.ts';
import { Button } from '#ui/button.tsx';
import { SpeakerPicker } from '#ui/speaker-picker.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { surenessWords } from '#ui/sureness.ts';
import { t } from '#ui/text.ts';
import { whyWords } from '#ui/why-words.ts';
import { factWords } from './fact-words.ts';
import { MachineWord } from './machine-word.tsx';
import type { QuotationModel } from './quotation-model.ts';

interface SpeakerSectionProps {
  readonly model: QuotationModel;
  readonly quotation: QuotationRecord;
  /** Whether the reader has opened the popover to say who speaks. */
  readonly asked: boolean;
}

/** Who speaks, how the article says so, why we think so, and the reader's word on it. */
export function SpeakerSection({ model, quotation, asked }: SpeakerSectionProps) {
  const [correcting, setCorrecting] = useState(asked);
  const { speaker, status } = quotation;
  const name = speakerName(quotation);

  return (
    <section class="speaker" aria-label={t('speaker')}>
      <div class="speaker-head">
        <h2 class="speaker-name" dir="auto">
          {name ?? t('speakerUnknown')}
        </h2>
        <StatusBadge status={status} />
      </div>
      {status === 'corrected' ? (
        <MachineWord quotation={quotation} onUndo={model.uncorrect} />
      ) : (
        <>
          <p class="speaker-facts">{factWords({ ...quotation, speaker: name })}</p>
          <p class="why">
            {whyWords(quotation.evidence)}
            {name !== null && status === 'detected' && (
              <span class="sure"> {surenessWords(quotation.confidence)}</span>
            )}
          </p>
        </>
      )}
      {correcting ? (
        <SpeakerPicker
          people={model.view.people}
          current={speaker}
          onPick={(name) => {
            setCorrecting(false);
            model.correctSpeaker(name);
          }}
          onCancel={() => setCorrecting(false)}
        />
      ) : (
        <div class="card-actions">
          {status === 'detected' && name !== null && (
            <Button look="quiet" onClick={model.confirm}>
              {t('confirm')}
            </Button>
          )}
          <Button look="quiet" onClick={() => setCorrecting(true)} expanded={false}>
            {t('correctSpeaker')}
          </Button>
          <Button look="quiet" onClick={model.reject}>
            {t('reject')}
          </Button>
        </div>
      )}
    </section>
  );
}
