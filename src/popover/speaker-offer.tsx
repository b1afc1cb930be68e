import { useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { SpeakerPicker } from '#ui/speaker-picker.tsx';
import { t } from '#ui/text.ts';
import type { QuotationModel } from './quotation-model.ts';
import { speakerChoices } from './speaker-choices.ts';

interface SpeakerOfferProps {
  readonly model: QuotationModel;
  /** Whether the reader has opened the popover to say who speaks. */
  readonly asked: boolean;
}

/** For words in which nothing was detected: the reader may say that they are a quotation, and whose. */
export function SpeakerOffer({ model, asked }: SpeakerOfferProps) {
  const [choosing, setChoosing] = useState(asked);
  return (
    <section class="speaker" aria-label={t('speaker')}>
      {choosing ? (
        <SpeakerPicker
          question={t('speakerQuestion')}
          people={speakerChoices(model.view)}
          current={null}
          onPick={(name) => {
            setChoosing(false);
            model.correctSpeaker(name);
          }}
          onCancel={() => setChoosing(false)}
        />
      ) : (
        <div class="card-actions">
          <Button look="quiet" onClick={() => setChoosing(true)} expanded={false}>
            {t('quoteSelection')}
          </Button>
        </div>
      )}
    </section>
  );
}
