import { useState } from 'preact/hooks';
import type { QuotationRecord } from '#core/annotation.ts';
import { Button } from '#ui/button.tsx';
import { SpeakerPicker } from '#ui/speaker-picker.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { surenessWords } from '#ui/sureness.ts';
import { t } from '#ui/text.ts';
import { whyWords } from '#ui/why-words.ts';
import type { QuotationModel } from './quotation-model.ts';

interface SpeakerSectionProps {
  readonly model: QuotationModel;
  readonly quotation: QuotationRecord;
}

/** Who speaks, how the article says so, why we think so, and the reader's word on it. */
export function SpeakerSection({ model, quotation }: SpeakerSectionProps) {
  const [correcting, setCorrecting] = useState(false);
  const { speaker, mention, status } = quotation;
  const readers = status !== 'detected';

  return (
    <section class="speaker" aria-label={t('speaker')}>
      <div class="speaker-head">
        <h2 class="speaker-name" dir="auto">
          {speaker ?? mention ?? t('speakerUnknown')}
        </h2>
        <StatusBadge status={status} />
      </div>
      <p class="speaker-facts">{factWords(quotation)}</p>
      {status !== 'corrected' && (
        <p class="why">
          {whyWords(quotation.evidence)}
          {(speaker ?? mention) !== null && !readers && (
            <span class="sure"> {surenessWords(quotation.confidence)}</span>
          )}
        </p>
      )}
      {status === 'corrected' && quotation.detectedSpeaker !== speaker && (
        <p class="why">
          {quotation.detectedSpeaker === null
            ? t('correctedFromNobody')
            : t('correctedFrom', quotation.detectedSpeaker)}
        </p>
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
          {status === 'detected' && (speaker ?? mention) !== null && (
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

function factWords({ speaker, mention, cue }: QuotationRecord): string {
  const facts: string[] = [];
  if (mention !== null && mention !== speaker) facts.push(t('factMention', mention));
  if (cue !== null) facts.push(t('factCue', cue));
  return facts.join(' · ');
}
